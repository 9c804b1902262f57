import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { refuseWith } from "@/lib/settings/checked";
import { commitLimit } from "./commit";
import { COMMIT_LIMIT, COMMIT_LIMIT_SETTING, MOST_ROWS } from "./limits";

const shape = z.object({
  limit: z
    .string()
    .trim()
    .min(1, "required")
    .regex(/^\d{1,9}$/, "integer")
    .transform(Number)
    .refine((limit) => limit <= MOST_ROWS, "out_of_range"),
});

/**
 * Sets how many mandates of one import an agent makes without a second person; 0: none. Our own number is not kept, so
 * that a better one reaches everybody who has not decided otherwise. Holds from the next import that is let through.
 */
export async function setCommitLimit(ctx: Ctx, input: { limit: string }): Promise<number> {
  requirePermission(ctx, "limits.manage");
  const { limit } = refuseWith(shape.safeParse(input));
  const own = and(eq(settings.creditorId, ctx.creditorId), eq(settings.name, COMMIT_LIMIT_SETTING));
  await inTransaction(ctx.db, async (tx) => {
    const before = await commitLimit(tx, ctx.creditorId);
    if (before === limit) return;
    if (limit === COMMIT_LIMIT) await tx.delete(settings).where(own);
    else
      await tx
        .insert(settings)
        .values({ creditorId: ctx.creditorId, name: COMMIT_LIMIT_SETTING, value: limit })
        .onConflictDoUpdate({ target: [settings.creditorId, settings.name], set: { value: limit } });
    audit(tx, ctx, {
      action: "limit.set",
      noun: "limit",
      subjectId: COMMIT_LIMIT_SETTING,
      before: { mandates: before },
      after: { mandates: limit },
    });
  });
  return limit;
}
