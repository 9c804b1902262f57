import { and, desc, eq } from "drizzle-orm";
import { messages, tasks } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { keyset, type SortColumn, same } from "@/lib/lists/keyset";
import type { Page } from "@/lib/lists/page";
import type { Message } from "./get";

const PAGE = 25;

const sorts: Record<"newest", SortColumn<Message>> = {
  newest: { column: messages.at, kind: "instant", of: (row) => row.at },
};

/** Our calls through a connection (`out`), or what came in on it (`in`): a page of 25, the newest first. */
export async function messagesOfConnection(
  ctx: Ctx,
  connectionId: string,
  direction: Message["direction"],
  after?: string,
): Promise<Page<Message>> {
  requirePermission(ctx, "audit.read");
  const order = keyset(sorts, "newest", messages.id, { after, limit: PAGE });
  const rows = await ctx.db.read
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.creditorId, ctx.creditorId),
        eq(messages.direction, direction),
        same(messages.connectionId, connectionId),
        order.beyond,
      ),
    )
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows);
}

/** The exchange of the newest probe of a connection; null when nobody has probed it yet. */
export async function lastProbe(ctx: Ctx, connectionId: string): Promise<Message | null> {
  requirePermission(ctx, "audit.read");
  const [row] = await ctx.db.read
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.subjectId, connectionId),
        eq(messages.creditorId, ctx.creditorId),
        eq(messages.title, "probe"),
      ),
    )
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(1);
  return row ?? null;
}

/** Messages in that gave up after all their tries and wait for a person, the newest first, at most 25. */
export async function parkedMessages(ctx: Ctx, connectionId: string): Promise<Message[]> {
  requirePermission(ctx, "audit.read");
  const rows = await ctx.db.read
    .select({ message: messages })
    .from(tasks)
    .innerJoin(messages, eq(messages.id, tasks.subjectId))
    .where(
      and(
        eq(tasks.creditorId, ctx.creditorId),
        eq(tasks.state, "open"),
        eq(tasks.kind, "message_parked"),
        eq(messages.connectionId, connectionId),
        eq(messages.state, "parked"),
      ),
    )
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(PAGE);
  return rows.map((row) => row.message);
}
