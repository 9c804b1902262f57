import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { keyset, type SortColumn, same, unindexed } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { getMessage, type Message } from "./get";

export const eventStates = ["waiting", "parked", "done"] as const satisfies Message["state"][];

export interface EventFilter {
  state?: Message["state"] | undefined;
  connectionId?: string | undefined;
  /** The mandate or payment that it led to. */
  subjectId?: string | undefined;
}

export const eventSorts = ["newest"] as const;
export type EventSort = (typeof eventSorts)[number];

const sorts: Record<EventSort, SortColumn<Message>> = {
  newest: { column: messages.at, kind: "instant", of: (row) => row.at },
};

/**
 * One page of what came in, the newest first when no order is asked for. Everybody reads the events of one record; all
 * of them together only those who read what goes on.
 */
export async function listEvents(
  ctx: Ctx,
  filter: EventFilter = {},
  page: PageRequest<EventSort> = {},
): Promise<Page<Message>> {
  requirePermission(ctx, filter.subjectId === undefined ? "activity.read" : "read");
  const { state, connectionId, subjectId } = filter;
  const order = keyset(sorts, "newest", messages.id, page);
  // A record has few, and its own index. Of a connection nearly all are done; of the others there are few anywhere.
  const few = subjectId !== undefined;
  const byConnection = connectionId !== undefined && (state === undefined || state === "done");
  const rows = await ctx.db.read
    .select()
    .from(messages)
    .where(
      and(
        (few || byConnection ? unindexed : same)(messages.creditorId, ctx.creditorId),
        eq(messages.direction, "in"),
        (few || byConnection ? unindexed : same)(messages.state, state),
        (byConnection && !few ? same : unindexed)(messages.connectionId, connectionId),
        same(messages.subjectId, subjectId),
        order.beyond,
      ),
    )
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows);
}

/** One event. Whoever reads only what is about records may read it once it is about one. */
export async function getEvent(ctx: Ctx, id: string): Promise<Message> {
  requirePermission(ctx, "read");
  const message = await getMessage(ctx, id);
  if (message.direction !== "in") throw notFound();
  if (message.subjectId === null) requirePermission(ctx, "activity.read");
  return message;
}

/** A word that changes whenever something of an event that its page shows has changed. */
export async function eventVersion(ctx: Ctx, id: string): Promise<string> {
  return versionOf(await getEvent(ctx, id));
}

export const versionOf = ({ state, tries, nextAt }: Message): string =>
  [state, tries, nextAt?.getTime() ?? 0].join(".");
