import { and, count, eq, max } from "drizzle-orm";
import { debtors, mandates, payments, submissions } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import type { RecordRef } from "./story";

/**
 * A word that changes whenever something of the record that a page shows has changed: of a mandate also its payments,
 * which its provider may plan by itself.
 */
export async function recordVersion(ctx: Ctx, { noun, id }: RecordRef): Promise<string> {
  requirePermission(ctx, "read");
  const table = noun === "mandate" ? mandates : payments;
  const [[record], sent, [paid]] = await Promise.all([
    ctx.db.read
      .select({ version: table.version, sending: table.sending, updatedAt: table.updatedAt })
      .from(table)
      .where(and(eq(table.id, id), eq(table.creditorId, ctx.creditorId))),
    ctx.db.read
      .select({ version: submissions.version, state: submissions.state })
      .from(submissions)
      .where(and(eq(submissions.subjectId, id), eq(submissions.creditorId, ctx.creditorId))),
    noun === "mandate"
      ? ctx.db.read
          .select({ count: count(), at: max(payments.updatedAt) })
          .from(payments)
          .where(and(eq(payments.mandateId, id), eq(payments.creditorId, ctx.creditorId)))
      : [],
  ]);
  if (!record) throw notFound();
  const steps = sent.map((one) => `${one.state}${one.version}`).sort();
  return [record.version, record.sending, record.updatedAt.getTime(), lastOf(paid), ...steps].join(".");
}

/** The same of a debtor's page: it changes with any of the mandates or payments there, as far as a page shows them. */
export async function debtorVersion(ctx: Ctx, id: string): Promise<string> {
  requirePermission(ctx, "read");
  const [[debtor], [own], [paid]] = await Promise.all([
    ctx.db.read
      .select({ version: debtors.version })
      .from(debtors)
      .where(and(eq(debtors.id, id), eq(debtors.creditorId, ctx.creditorId))),
    ctx.db.read
      .select({ count: count(), at: max(mandates.updatedAt) })
      .from(mandates)
      .where(and(eq(mandates.debtorId, id), eq(mandates.creditorId, ctx.creditorId))),
    ctx.db.read
      .select({ count: count(), at: max(payments.updatedAt) })
      .from(payments)
      .where(and(eq(payments.debtorId, id), eq(payments.creditorId, ctx.creditorId))),
  ]);
  if (!debtor) throw notFound();
  return [debtor.version, lastOf(own), lastOf(paid)].join(".");
}

const lastOf = (one: { count: number; at: Date | null } | undefined): string =>
  `${one?.count ?? 0}-${one?.at ? new Date(one.at).getTime() : 0}`;
