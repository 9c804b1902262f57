import { and, eq, inArray, isNull, lt, ne, notInArray } from "drizzle-orm";
import { accountChanges, agreements, mandates, obligations, payments, runItems, runs } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import { asChargeable, type ChargeableMandate } from "@/lib/payments/preview";
import type { RowToJudge } from "./row-to-judge";

/** What is known here about the rows of a run, read once before they are judged. */
export interface Facts {
  /** By customer number. */
  mandates: ReadonlyMap<string, readonly ChargeableMandate[]>;
  /** References of payments that exist. */
  paid: ReadonlySet<string>;
  /** References in earlier runs, with that run's name. */
  inRuns: ReadonlyMap<string, string>;
  /** Debts that live collections claim, as `debtsOf` names them. */
  claimed: ReadonlySet<string>;
}

const CHUNK = 500;

/** Reads in parts, so that a long file holds nobody up. */
export async function factsFor(ctx: Ctx, runId: string, rows: readonly RowToJudge[]): Promise<Facts> {
  const found = new Map<string, ChargeableMandate[]>();
  const paid = new Set<string>();
  const inRuns = new Map<string, string>();
  const claimed = new Set<string>();
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    // A customer may have rows in several parts: read with the first of them.
    const fresh = new Set(part.map((row) => row.customer).filter((customer) => !found.has(customer)));
    for (const customer of fresh) found.set(customer, []);
    const own = await mandatesOf(ctx, [...fresh]);
    for (const one of own) found.get(one.mandate.customerNumber)?.push(one);
    const references = part.map((row) => row.reference).filter(Boolean);
    for (const one of await paymentsNamed(ctx, runId, references)) paid.add(one);
    for (const one of await rowsNamed(ctx, runId, references)) inRuns.set(one.reference, one.name);
    const debtors = new Set(own.flatMap(({ mandate }) => mandate.debtorId ?? []));
    for (const key of await debtsClaimed(ctx, runId, [...debtors])) claimed.add(key);
    await breathe();
  }
  return { mandates: found, paid, inRuns, claimed };
}

async function mandatesOf(ctx: Ctx, customers: string[]): Promise<ChargeableMandate[]> {
  if (customers.length === 0) return [];
  const rows = await ctx.db.read
    .select({ mandate: mandates, agreement: agreements })
    .from(mandates)
    .innerJoin(agreements, eq(agreements.id, mandates.agreementId))
    .leftJoin(
      accountChanges,
      and(eq(accountChanges.oldMandateId, mandates.id), eq(accountChanges.state, "ending")),
    )
    .where(
      and(
        eq(mandates.creditorId, ctx.creditorId),
        inArray(mandates.customerNumber, customers),
        // Once the mandate of a new account stands, the old one is not charged any more.
        isNull(accountChanges.id),
      ),
    );
  return rows.map((row) => asChargeable(ctx, row));
}

async function paymentsNamed(ctx: Ctx, runId: string, references: string[]): Promise<string[]> {
  if (references.length === 0) return [];
  const rows = await ctx.db.read
    .select({ reference: payments.reference, runId: payments.runId })
    .from(payments)
    .where(and(eq(payments.creditorId, ctx.creditorId), inArray(payments.reference, references)));
  return rows.filter((row) => row.runId !== runId).map((row) => row.reference);
}

async function rowsNamed(ctx: Ctx, runId: string, references: string[]) {
  if (references.length === 0) return [];
  return ctx.db.read
    .select({ reference: runItems.reference, name: runs.name })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .where(
      and(
        eq(runItems.creditorId, ctx.creditorId),
        inArray(runItems.reference, references),
        // Of two runs that name the same bill the earlier one has it.
        lt(runItems.runId, runId),
        notInArray(runItems.state, ["excluded", "refused"]),
        ne(runs.state, "discarded"),
      ),
    );
}

async function debtsClaimed(ctx: Ctx, runId: string, debtorIds: string[]): Promise<string[]> {
  if (debtorIds.length === 0) return [];
  const rows = await ctx.db.read
    .select({ key: obligations.key, runId: payments.runId })
    .from(payments)
    .innerJoin(
      obligations,
      and(eq(obligations.creditorId, payments.creditorId), eq(obligations.paymentId, payments.id)),
    )
    .where(
      and(
        inArray(payments.debtorId, debtorIds),
        eq(payments.creditorId, ctx.creditorId),
        inArray(payments.state, ["ready", "pending", "scheduled", "settled"]),
      ),
    );
  return rows.filter((row) => row.runId !== runId).map((row) => row.key);
}
