import { and, eq } from "drizzle-orm";
import { mandates, payments, submissions } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import type { RecordRef } from "./story";

/** A word that changes whenever something of the record that a page shows has changed. */
export async function recordVersion(ctx: Ctx, { noun, id }: RecordRef): Promise<string> {
  requirePermission(ctx, "read");
  const table = noun === "mandate" ? mandates : payments;
  const [[record], sent] = await Promise.all([
    ctx.db.read
      .select({ version: table.version, sending: table.sending, updatedAt: table.updatedAt })
      .from(table)
      .where(and(eq(table.id, id), eq(table.creditorId, ctx.creditorId))),
    ctx.db.read
      .select({ version: submissions.version, state: submissions.state })
      .from(submissions)
      .where(and(eq(submissions.subjectId, id), eq(submissions.creditorId, ctx.creditorId))),
  ]);
  if (!record) throw notFound();
  const steps = sent.map((one) => `${one.state}${one.version}`).sort();
  return [record.version, record.sending, record.updatedAt.getTime(), ...steps].join(".");
}
