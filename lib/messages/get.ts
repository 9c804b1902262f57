import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";

export type Message = typeof messages.$inferSelect;

/** One stored message, out or in, scrubbed as it was stored; `not_found` for another creditor's. */
export async function getMessage(ctx: Ctx, id: string): Promise<Message> {
  requirePermission(ctx, "read");
  const [row] = await ctx.db.read
    .select()
    .from(messages)
    .where(and(same(messages.id, id), eq(messages.creditorId, ctx.creditorId)));
  if (!row) throw notFound();
  return row;
}
