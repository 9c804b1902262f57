import type { z } from "zod";
import type { RequestKey } from "@/lib/access/once";
import type { Ctx } from "@/lib/context";
import { landingJson } from "@/lib/deadlines/api";
import { type Landing, landing } from "@/lib/deadlines/landing";
import { day } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";
import { createPayment } from "@/lib/payments/create";
import type { Payment } from "@/lib/payments/door";
import { getPayment } from "@/lib/payments/get";
import { chargeable } from "@/lib/payments/preview";
import { ruleOf } from "@/lib/payments/schedule";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { firstAttempt } from "@/lib/submissions/first-attempt";
import type { createPaymentEndpoint } from "../endpoints/payments";
import { withFieldsAt } from "../json/form";
import { minorAsTyped } from "../json/minor-as-typed";
import { paymentJson } from "../json/payment";

type NewPaymentBody = z.output<(typeof createPaymentEndpoint)["body"]>;
type NewPaymentAnswer = z.input<(typeof createPaymentEndpoint)["answer"]>;

interface Issued {
  id: string;
  landing?: Landing;
}

/** Creates a payment and makes its first attempt; the answer says how far that came and where it lands. */
export const issuePayment = {
  async act({ ctx, body }: { ctx: Ctx; body: NewPaymentBody }, request: RequestKey): Promise<Issued> {
    const { currency } = await chargeable(ctx, body.mandate_id);
    if (currency !== body.amount.currency)
      throw new AppError("invalid", { fields: { "amount.currency": "currency_mismatch" } });
    const values = {
      amount: minorAsTyped(body.amount.amount_minor),
      text: body.text,
      ...(body.due === undefined ? {} : { due: body.due }),
      ...(body.reference === undefined ? {} : { reference: body.reference }),
    };
    const made = await withFieldsAt(
      (name) => (name === "amount" ? "amount.amount_minor" : name),
      () =>
        createPayment(
          ctx,
          {
            mandateId: body.mandate_id,
            values,
            despiteDuplicate: body.despite_duplicate,
            duplicateReason: body.duplicate_reason,
          },
          request,
        ),
    );
    await firstAttempt(ctx, made.submissionId);
    return { id: made.paymentId, landing: made.landing };
  },

  async show({ ctx, body }: { ctx: Ctx; body: NewPaymentBody }, made: Issued): Promise<NewPaymentAnswer> {
    const payment = await getPayment(ctx, made.id);
    const lands = made.landing ?? (await landingAtIssue(ctx, payment, body.due));
    return { ...paymentJson(payment), landing: landingJson(lands) };
  },

  location: (id: string): string => `/payments/${id}`,
};

/** The landing once more, for a repeat whose first answer was lost: reckoned at the moment of issue. */
async function landingAtIssue(ctx: Ctx, payment: Payment, due: string | undefined): Promise<Landing> {
  const rule = ruleOf(ctx.providers[payment.provider], payment.scheme);
  const { overrides, settings } = await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id);
  return landing(rule, payment.createdAt, due === undefined ? undefined : day(due), overrides, settings);
}
