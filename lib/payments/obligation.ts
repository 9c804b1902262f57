import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { obligations, payments } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import type { PaymentState } from "./states";

type Payment = typeof payments.$inferSelect;
type Debt = Pick<
  Payment,
  "creditorId" | "debtorId" | "mandateId" | "test" | "amountMinor" | "currency" | "requested" | "planned"
>;

/** A collection that came to nothing, or went back: the debt may be collected anew. */
export const freed: readonly PaymentState[] = ["rejected", "chargeback", "cancelled"];

/**
 * What a debtor owes for a month, whatever the mandate, scheme or provider by which it is collected. The month asked
 * for counts as well as the month it lands in: the same debt may land differently on another route.
 */
export function debtsOf(debt: Debt): string[] {
  const who = debt.debtorId ?? debt.mandateId;
  const months = new Set([debt.requested, debt.planned ?? debt.requested].map((day) => day.slice(0, 7)));
  return [...months].map((month) =>
    [debt.test ? "test" : "live", who, month, debt.amountMinor, debt.currency].join(" "),
  );
}

/** Live collections that claim the same debt, the oldest first. */
export async function likelyDuplicates(db: Pick<Reader, "selectDistinct">, debt: Debt) {
  return db
    .selectDistinct({
      id: payments.id,
      reference: payments.reference,
      state: payments.state,
      provider: payments.provider,
    })
    .from(obligations)
    .innerJoin(payments, eq(payments.id, obligations.paymentId))
    .where(and(eq(obligations.creditorId, debt.creditorId), inArray(obligations.key, debtsOf(debt))))
    .orderBy(payments.id)
    .limit(5);
}

/**
 * Claims the debt for a payment that was just written. Another live collection of it refuses, unless a person says why
 * it is meant twice. The database decides between two at the same moment: only one gets the number. Which number is
 * next is read before the others are: whoever is written between the two is seen, or has taken the number.
 */
export async function claimDebt(
  tx: Tx,
  ctx: Ctx,
  payment: Payment,
  despite: { despiteDuplicate: boolean; duplicateReason?: string | undefined },
): Promise<void> {
  const keys = debtsOf(payment);
  const taken = await takenOf(tx, payment, keys);
  const [same] = await likelyDuplicates(tx, payment);
  const refusal = () =>
    new AppError("duplicate", { params: same ? { payment: same.id, reference: same.reference } : {} });
  if (same && !despite.despiteDuplicate) throw refusal();
  const reason = same ? (despite.duplicateReason ?? "").trim() : null;
  if (reason === "") throw new AppError("invalid", { fields: { duplicate_reason: "required" } });
  if (reason && reason.length > 500)
    throw new AppError("invalid", { fields: { duplicate_reason: "too_long" } });
  const by = { reason, claimedBy: ctx.actor.name, besides: same?.id ?? null };
  if (!(await claim(tx, payment, keys, taken, by))) throw refusal();
  if (same)
    audit(tx, ctx, {
      action: "payment.despite_duplicate",
      noun: "payment",
      subjectId: payment.id,
      after: { besides: same.id },
      reason: reason ?? "",
    });
}

interface By {
  reason: string | null;
  claimedBy: string;
  besides: string | null;
}

type Taken = readonly Pick<typeof obligations.$inferSelect, "key" | "n">[];

const takenOf = (tx: Tx, { creditorId }: Payment, keys: string[]): Promise<Taken> =>
  tx
    .select({ key: obligations.key, n: obligations.n })
    .from(obligations)
    .where(and(eq(obligations.creditorId, creditorId), inArray(obligations.key, keys)));

/** Takes the next number of each key; false when somebody else took it since. */
async function claim(
  tx: Tx,
  payment: Payment,
  keys: readonly string[],
  taken: Taken,
  by: By,
): Promise<boolean> {
  for (const key of [...keys].sort()) {
    const n = 1 + Math.max(0, ...taken.filter((one) => one.key === key).map((one) => one.n));
    const [mine] = await tx
      .insert(obligations)
      .values({ creditorId: payment.creditorId, key, n, paymentId: payment.id, ...by })
      .onConflictDoNothing()
      .returning();
    if (!mine) return false;
  }
  return true;
}

/**
 * Keeps a claim in step with its payment: given up when the collection came to nothing, taken again when the scheme
 * offers it once more, moved when the provider plans another month. True when another live collection claims the same.
 */
export async function followDebt(tx: Tx, payment: Payment): Promise<boolean> {
  const mine = and(eq(obligations.creditorId, payment.creditorId), eq(obligations.paymentId, payment.id));
  if (freed.includes(payment.state)) {
    await tx.delete(obligations).where(mine);
    return false;
  }
  const keys = debtsOf(payment);
  const held = await tx.select().from(obligations).where(mine);
  const missing = keys.filter((key) => !held.some((one) => one.key === key));
  await tx.delete(obligations).where(and(mine, notInArray(obligations.key, keys)));
  const by = {
    reason: held[0]?.reason ?? null,
    claimedBy: held[0]?.claimedBy ?? "",
    besides: held[0]?.besides ?? null,
  };
  // Somebody took the same number at this moment: the whole is done again, and sees it.
  if (!(await claim(tx, payment, missing, await takenOf(tx, payment, missing), by)))
    throw new AppError("changed_meanwhile");
  const others = await likelyDuplicates(tx, payment);
  return others.some((one) => one.id !== payment.id);
}

/** Why a payment is collected besides another; null when it is the only one, or the provider made it. */
export async function despiteOf(
  db: Pick<Reader, "select">,
  payment: Pick<Payment, "id" | "creditorId">,
): Promise<{ reason: string; by: string; besides: string | null } | null> {
  const rows = await db
    .select()
    .from(obligations)
    .where(and(eq(obligations.creditorId, payment.creditorId), eq(obligations.paymentId, payment.id)));
  const said = rows.find((one) => one.reason !== null);
  return said ? { reason: said.reason ?? "", by: said.claimedBy, besides: said.besides } : null;
}

const SUFFIXES = 9;

/**
 * The reference under which a payment goes to the provider. The creditor's own is used as it is; after a collection
 * that came to nothing it may be used again, with a mark, for a look-up must find one payment and no other. A live
 * collection keeps it for itself.
 */
export async function freeReference(tx: Tx, creditorId: string, wanted: string): Promise<string> {
  const forms = [wanted, ...Array.from({ length: SUFFIXES }, (_, n) => `${wanted}.r${n + 2}`)];
  const used = await tx
    .select({ reference: payments.reference, state: payments.state })
    .from(payments)
    .where(and(eq(payments.creditorId, creditorId), inArray(payments.reference, forms)));
  const free = forms.find((form) => !used.some((one) => one.reference === form));
  const live = used.some((one) => !freed.includes(one.state));
  if (live || !free || free.length > 30)
    throw new AppError("invalid", { fields: { reference: "reference_taken" } });
  return free;
}
