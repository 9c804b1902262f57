import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { closeTask } from "@/lib/tasks/tasks";

/**
 * Sets a parked message waiting again, with all its tries before it. Applying it reads the provider anew and never
 * believes the message, so a replay can repeat nothing.
 */
export async function replayMessage(ctx: Ctx, messageId: string): Promise<void> {
  requirePermission(ctx, "messages.replay");
  const own = and(eq(messages.id, messageId), eq(messages.creditorId, ctx.creditorId));
  await inTransaction(ctx.db, async (tx) => {
    const [found] = await tx.select().from(messages).where(own);
    if (!found) throw notFound();
    const [waiting] = await tx
      .update(messages)
      .set({ state: "waiting", tries: 0, nextAt: ctx.clock.now(), leaseUntil: null })
      .where(and(own, eq(messages.state, "parked")))
      .returning();
    if (!waiting) throw new AppError("move_not_allowed", { params: { move: "replay", state: found.state } });
    await closeTask(tx, ctx, "message_parked", messageId);
    audit(tx, ctx, {
      action: "message.replayed",
      noun: "message",
      subjectId: messageId,
      before: { tries: found.tries, why: found.effect },
    });
  });
}
