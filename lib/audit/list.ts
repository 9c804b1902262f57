import { and, desc, eq, lt } from "drizzle-orm";
import { auditLog } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

export type AuditRow = typeof auditLog.$inferSelect;

const PAGE = 50;

/** The creditor's audit entries, the newest first, 50 at a time. `before`: only entries with a smaller number. */
export async function listAudit(
  ctx: Ctx,
  before?: number,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  requirePermission(ctx, "audit.read");
  const older = before === undefined ? undefined : lt(auditLog.seq, before);
  const rows = await ctx.db.read
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.creditorId, ctx.creditorId), older))
    .orderBy(desc(auditLog.seq))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.seq ?? null) : null };
}
