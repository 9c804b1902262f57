import { isUniqueViolation } from "@/db/errors";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { type Ctx, requirePermission } from "@/lib/context";
import { type Landing, landing } from "@/lib/deadlines/landing";
import { checkFields } from "@/lib/forms/check-fields";
import { addDays, type Day, day } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";
import { dayIn } from "@/lib/kernel/instant";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { limitOf } from "@/lib/settings/limits";
import { DAYS_AHEAD } from "./days-ahead";
import { paymentForm } from "./form";
import { issuePayment, type Ready } from "./issue";
import { chargeable } from "./preview";

export interface NewPayment {
  mandateId: string;
  /** The payment form, as given. */
  values: Record<string, string>;
  /** Issue it although another live collection claims the same debt. */
  despiteDuplicate: boolean;
  /** Why it is meant twice; needed when there is such a one. */
  duplicateReason?: string | undefined;
  /** The day that was shown to whoever issues it: nothing is written when it would land on another by now. */
  foreseen?: Day;
}

/** Up to how much, in minor units, one may issue a single payment; null: any amount. Above it finance must. */
export const ownLimit = async (ctx: Ctx): Promise<number | null> =>
  ctx.permissions.has("payments.create_any_amount")
    ? null
    : limitOf(ctx.db.read, ctx.creditorId, "payments.agent_limit");

async function check(ctx: Ctx, input: NewPayment): Promise<Ready> {
  const found = await chargeable(ctx, input.mandateId);
  if (found.obstacle) throw new AppError("mandate_not_usable", { says: found.obstacle });
  if (found.agreement.state !== "active") throw new AppError("agreement_not_usable");
  const { values, problems } = checkFields(paymentForm, input.values, "production");
  const now = ctx.clock.now();
  const today = dayIn(now, found.rule.zone);
  const wanted = values.due ? day(values.due) : undefined;
  if (wanted && wanted < today) problems.due = "day_past";
  if (wanted && wanted > addDays(today, DAYS_AHEAD)) problems.due = "day_too_far";
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  const amountMinor = Number(values.amount);
  const limit = await ownLimit(ctx);
  if (limit !== null && amountMinor > limit)
    throw new AppError("over_limit", { fields: { amount: "over_limit" } });
  const facts = await deadlineFacts(ctx.db.read, ctx.creditorId, found.rule.id);
  const lands = landing(found.rule, now, wanted, facts.overrides, facts.settings);
  if (lands.reason.code === "too_far_ahead")
    throw new AppError("invalid", {
      fields: { due: "day_too_far" },
      params: { from: lands.reason.possible_from },
    });
  if (input.foreseen && input.foreseen !== lands.due)
    throw new AppError("invalid", { fields: { due: "landing_changed" } });
  return { ...found, values, amountMinor, wanted, landing: lands };
}

/**
 * Creates a payment and the intent to issue it. Nothing is sent here. What is due on a closed day or late for its
 * window is not refused: the landing says where it goes. Another collection of the same debt needs a reason.
 */
export async function createPayment(
  ctx: Ctx,
  input: NewPayment,
  request?: RequestKey,
): Promise<{ paymentId: string; submissionId: string | null; landing: Landing }> {
  requirePermission(ctx, "payments.create");
  const ready = await check(ctx, input);
  let submissionId: string | null = null;
  try {
    const paymentId = await inTransaction(ctx.db, (tx) => {
      submissionId = null;
      return once(tx, ctx, request, async () => {
        const issued = await issuePayment(tx, ctx, ready, input);
        submissionId = issued.submissionId;
        return issued.paymentId;
      });
    });
    return { paymentId, submissionId, landing: ready.landing };
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("invalid", { fields: { reference: "reference_taken" } });
    throw error;
  }
}
