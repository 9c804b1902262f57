import { and, asc, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { mandates, payments, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { unindexed } from "@/lib/lists/keyset";
import { type MandateRow, mandateColumns } from "@/lib/mandates/columns";
import type { Payment } from "@/lib/payments/door";
import { type FoundMandate, type FoundPayment, ranks, type Why } from "./found";
import { beginsWith } from "./prefix";
import type { Reading } from "./read-query";

/** Mandates and payments that a reading names. */
export interface FoundRecords {
  mandates: FoundMandate[];
  payments: FoundPayment[];
}

/** By every reading that mandates or payments have something of. `connectionIds`: the creditor's own. */
export async function findRecords(
  ctx: Ctx,
  readings: readonly Reading[],
  connectionIds: readonly string[],
  most: number,
): Promise<FoundRecords> {
  const found = await Promise.all(readings.map((one) => byReading(ctx, one, connectionIds, most)));
  return {
    mandates: found.flatMap((one) => one.mandates ?? []),
    payments: found.flatMap((one) => one.payments ?? []),
  };
}

async function byReading(
  ctx: Ctx,
  reading: Reading,
  connectionIds: readonly string[],
  most: number,
): Promise<Partial<FoundRecords>> {
  switch (reading.kind) {
    case "customerNumber":
      return { mandates: await ofNobody(ctx, reading.begins, most) };
    case "mandateNumber":
      return { mandates: await byMandateNumber(ctx, reading.begins, most) };
    case "amount":
      return { payments: await byAmount(ctx, reading, most) };
    case "reference":
      return { payments: await byReference(ctx, reading.begins, most) };
    case "providerId":
      return byProviderId(ctx, reading.values, connectionIds);
    case "key":
      return byKey(ctx, reading.value, connectionIds);
    case "id":
      return byId(ctx, reading.value);
    default:
      return {};
  }
}

/** Mandates that a provider reported and no debtor of ours belongs to; the others are found by their debtor. */
async function ofNobody(ctx: Ctx, customerNumber: string, most: number): Promise<FoundMandate[]> {
  const rows = await ctx.db.read
    .select(mandateColumns)
    .from(mandates)
    .where(
      and(
        eq(mandates.creditorId, ctx.creditorId),
        eq(mandates.customerNumber, customerNumber),
        isNull(mandates.debtorId),
      ),
    )
    .limit(most);
  return asMandates(rows, "customerNumber", ranks.whole);
}

async function byMandateNumber(ctx: Ctx, begins: string, most: number): Promise<FoundMandate[]> {
  const rows = await ctx.db.read
    .select(mandateColumns)
    .from(mandates)
    .where(and(eq(mandates.creditorId, ctx.creditorId), beginsWith(mandates.mandateNumber, begins)))
    .orderBy(asc(mandates.mandateNumber))
    .limit(most);
  return rows.map((mandate) => ({
    mandate,
    why: { by: "mandateNumber", shown: mandate.mandateNumber ?? undefined },
    rank: mandate.mandateNumber === begins ? ranks.whole : ranks.begun,
  }));
}

/** The newest first: ids sort by when they were made, and the index of amounts ends in them. */
async function byAmount(
  ctx: Ctx,
  { amountMinor, currency }: Extract<Reading, { kind: "amount" }>,
  most: number,
): Promise<FoundPayment[]> {
  const rows = await ctx.db.read
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.creditorId, ctx.creditorId),
        eq(payments.amountMinor, amountMinor),
        currency === null ? undefined : eq(payments.currency, currency),
      ),
    )
    .orderBy(desc(payments.amountMinor), desc(payments.id))
    .limit(most);
  return asPayments(rows, "amount", ranks.amount);
}

async function byReference(ctx: Ctx, begins: readonly string[], most: number): Promise<FoundPayment[]> {
  const parts = await Promise.all(
    begins.map((text) =>
      ctx.db.read
        .select()
        .from(payments)
        .where(and(eq(payments.creditorId, ctx.creditorId), beginsWith(payments.reference, text)))
        .orderBy(asc(payments.reference))
        .limit(most),
    ),
  );
  return parts.flat().map((payment) => ({
    payment,
    why: { by: "reference", shown: payment.reference },
    rank: begins.includes(payment.reference) ? ranks.whole : ranks.begun,
  }));
}

async function byProviderId(
  ctx: Ctx,
  values: readonly string[],
  connectionIds: readonly string[],
): Promise<FoundRecords> {
  if (connectionIds.length === 0) return { mandates: [], payments: [] };
  const [ofMandates, ofPayments] = await Promise.all([
    readMandates(
      ctx,
      and(inArray(mandates.connectionId, [...connectionIds]), inArray(mandates.providerId, [...values])),
      5,
    ),
    readPayments(
      ctx,
      and(inArray(payments.connectionId, [...connectionIds]), inArray(payments.providerId, [...values])),
      5,
    ),
  ]);
  return {
    mandates: asMandates(ofMandates, "providerId", ranks.whole),
    payments: asPayments(ofPayments, "providerId", ranks.whole),
  };
}

/** A mandate's request key, the key of whatever was submitted, or a provider's id that has the same shape. */
async function byKey(ctx: Ctx, key: string, connectionIds: readonly string[]): Promise<FoundRecords> {
  const [requested, sent, there] = await Promise.all([
    connectionIds.length === 0
      ? []
      : readMandates(
          ctx,
          and(inArray(mandates.connectionId, [...connectionIds]), eq(mandates.requestKey, key)),
          5,
        ),
    bySubmission(ctx, and(eq(submissions.creditorId, ctx.creditorId), eq(submissions.key, key))),
    byProviderId(ctx, [key, key.toUpperCase()], connectionIds),
  ]);
  return {
    mandates: [...asMandates(requested, "key", ranks.key), ...sent.mandates, ...there.mandates],
    payments: [...sent.payments, ...there.payments],
  };
}

async function byId(ctx: Ctx, id: string): Promise<Partial<FoundRecords>> {
  if (id.startsWith("man_"))
    return { mandates: asMandates(await readMandates(ctx, eq(mandates.id, id), 1), "id", ranks.id) };
  if (id.startsWith("pay_"))
    return { payments: asPayments(await readPayments(ctx, eq(payments.id, id), 1), "id", ranks.id) };
  if (!id.startsWith("sub_")) return {};
  return bySubmission(ctx, and(eq(submissions.creditorId, ctx.creditorId), eq(submissions.id, id)));
}

/** What a submission was about. */
async function bySubmission(ctx: Ctx, which: SQL | undefined): Promise<FoundRecords> {
  const sent = await ctx.db.read
    .select({ id: submissions.subjectId })
    .from(submissions)
    .where(which)
    .limit(5);
  if (sent.length === 0) return { mandates: [], payments: [] };
  const ids = sent.map((one) => one.id);
  const [ofMandates, ofPayments] = await Promise.all([
    readMandates(ctx, inArray(mandates.id, ids), 5),
    readPayments(ctx, inArray(payments.id, ids), 5),
  ]);
  return {
    mandates: asMandates(ofMandates, "key", ranks.key),
    payments: asPayments(ofPayments, "key", ranks.key),
  };
}

/** The mandates of these debtors, and their latest payments when they are few. */
export async function latestPayments(
  ctx: Ctx,
  debtorIds: readonly string[],
  each: number,
): Promise<FoundPayment[]> {
  const parts = await Promise.all(
    debtorIds.map((id) =>
      ctx.db.read
        .select()
        .from(payments)
        .where(eq(payments.debtorId, id))
        .orderBy(desc(payments.createdAt), desc(payments.id))
        .limit(each),
    ),
  );
  return asPayments(parts.flat(), "debtor", ranks.debtor);
}

/** By an index of its own that tells nothing of the creditor: whose they are is only looked at. */
const readMandates = (ctx: Ctx, which: SQL | undefined, most: number): Promise<MandateRow[]> =>
  ctx.db.read
    .select(mandateColumns)
    .from(mandates)
    .where(and(unindexed(mandates.creditorId, ctx.creditorId), which))
    .limit(most);

const readPayments = (ctx: Ctx, which: SQL | undefined, most: number): Promise<Payment[]> =>
  ctx.db.read
    .select()
    .from(payments)
    .where(and(unindexed(payments.creditorId, ctx.creditorId), which))
    .limit(most);

const asMandates = (rows: readonly MandateRow[], by: Why["by"], rank: number): FoundMandate[] =>
  rows.map((mandate) => ({ mandate, why: { by, shown: shownOf(by, mandate.providerId) }, rank }));

const asPayments = (rows: readonly Payment[], by: Why["by"], rank: number): FoundPayment[] =>
  rows.map((payment) => ({ payment, why: { by, shown: shownOf(by, payment.providerId) }, rank }));

const shownOf = (by: Why["by"], providerId: string | null): string | undefined =>
  by === "providerId" ? (providerId ?? undefined) : undefined;
