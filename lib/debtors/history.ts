import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { auditLog } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

const kinds = ["created", "updated", "identity_revealed", "account_revealed"] as const;
type What = (typeof kinds)[number];

/** Something that was done to the debtor's own record. */
export interface DebtorEvent {
  id: string;
  at: Date;
  by: string;
  what: What;
  /** The fields that an update changed. */
  changed: readonly string[];
}

const SHOWN = 100;
const after = z.object({ changed: z.array(z.string()) });

/** What was done to a debtor's own record, and who saw what is masked, the newest first; never what stood there. */
export async function debtorHistory(ctx: Ctx, debtorId: string): Promise<DebtorEvent[]> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectId, debtorId),
        eq(auditLog.creditorId, ctx.creditorId),
        inArray(
          auditLog.action,
          kinds.map((kind) => `debtor.${kind}`),
        ),
      ),
    )
    .orderBy(desc(auditLog.seq))
    .limit(SHOWN);
  return rows.map((row) => {
    const read = after.safeParse(JSON.parse(row.after ?? "{}"));
    return {
      id: row.id,
      at: row.at,
      by: row.actorName,
      what: kinds.find((kind) => row.action === `debtor.${kind}`) ?? "updated",
      changed: read.success ? read.data.changed : [],
    };
  });
}
