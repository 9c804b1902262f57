import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { closeTask } from "@/lib/tasks/tasks";

type Message = typeof messages.$inferSelect;

const own = (ctx: Ctx, messageId: string) =>
  and(eq(messages.id, messageId), eq(messages.creditorId, ctx.creditorId));

/** Sets a message waiting again, with all its tries before it; false when it is not parked any more. */
async function setWaiting(tx: Tx, ctx: Ctx, found: Message): Promise<boolean> {
  const [waiting] = await tx
    .update(messages)
    .set({ state: "waiting", tries: 0, nextAt: ctx.clock.now(), leaseUntil: null })
    .where(and(own(ctx, found.id), eq(messages.state, "parked")))
    .returning();
  if (!waiting) return false;
  await closeTask(tx, ctx, "message_parked", found.id);
  audit(tx, ctx, {
    action: "message.replayed",
    noun: "message",
    subjectId: found.id,
    before: { tries: found.tries, why: found.effect },
  });
  return true;
}

/**
 * Sets a parked message waiting again, with all its tries before it. Applying it reads the provider anew and never
 * believes the message, so a replay can repeat nothing.
 */
export async function replayMessage(ctx: Ctx, messageId: string): Promise<void> {
  requirePermission(ctx, "messages.replay");
  await inTransaction(ctx.db, async (tx) => {
    const [found] = await tx.select().from(messages).where(own(ctx, messageId));
    if (!found) throw notFound();
    if (!(await setWaiting(tx, ctx, found)))
      throw new AppError("move_not_allowed", { params: { move: "replay", state: found.state } });
  });
}

const MOST_AT_ONCE = 100;

/**
 * Several at once; one that is no longer parked was replayed by somebody else and is left out. Answers how many are
 * waiting now.
 */
export async function replayMessages(ctx: Ctx, messageIds: readonly string[]): Promise<number> {
  requirePermission(ctx, "messages.replay");
  const wanted = [...new Set(messageIds)];
  if (wanted.length === 0 || wanted.length > MOST_AT_ONCE)
    throw new AppError("invalid", { fields: { message: "required" } });
  return inTransaction(ctx.db, async (tx) => {
    let set = 0;
    // In one order: two people with the same ticks must not wait for each other.
    for (const id of wanted.sort()) {
      const [found] = await tx.select().from(messages).where(own(ctx, id));
      if (!found) throw notFound();
      if (await setWaiting(tx, ctx, found)) set += 1;
    }
    return set;
  });
}
