import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";

/** Takes a view away: the own one, or as an admin one that its owner left to the team. */
export async function removeView(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx, "read");
  await inTransaction(ctx.db, async (tx) => {
    const ours = and(eq(savedViews.id, id), eq(savedViews.creditorId, ctx.creditorId));
    const [view] = await tx.select().from(savedViews).where(ours);
    const own = view?.ownerId === ctx.actor.id;
    if (!view || (!own && !view.team)) throw new AppError("not_found");
    if (!own) requirePermission(ctx, "people.manage");
    await tx.delete(savedViews).where(ours);
    if (view.team) audit(tx, ctx, { action: "view.removed", noun: "view", subjectId: id, before: view });
  });
}
