import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { findConnection, openLine } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Admitted } from "@/lib/evidence/admitted";
import { notFound } from "@/lib/kernel/errors";
import { hintsOf } from "./hints";
import { rehearseHint } from "./read-again";

/** What a replay would do. */
export interface TriedReplay {
  /** What each piece that was read would do; what is known already is among them. */
  admitted: Admitted[];
  /** Everything could be read. */
  complete: boolean;
  /** So many objects that were asked for by name are not there. */
  absent: number;
}

/**
 * "What would a replay do?" Reads the provider again, then lets what was read in by the very path of a replay, in
 * transactions that are taken back. Nothing is kept; the provider sees no more than a read.
 */
export async function tryReplay(ctx: Ctx, messageId: string): Promise<TriedReplay> {
  requirePermission(ctx, "messages.replay");
  const [message] = await ctx.db.read
    .select()
    .from(messages)
    .where(
      and(eq(messages.id, messageId), eq(messages.creditorId, ctx.creditorId), eq(messages.direction, "in")),
    );
  if (!message) throw notFound();
  const connection = await findConnection(ctx.db.read, ctx.creditorId, message.connectionId);
  const line = await openLine(ctx, connection);
  const tried: TriedReplay = { admitted: [], complete: true, absent: 0 };
  for (const hint of hintsOf(message)) {
    const read = await rehearseHint(ctx, connection, line, hint);
    tried.admitted.push(...read.admitted);
    tried.complete &&= read.complete;
    tried.absent += read.absent;
  }
  return { ...tried, admitted: onceEach(tried.admitted) };
}

/** An object may be read by name and in its list; as each is taken back, both would tell the same. */
function onceEach(admitted: readonly Admitted[]): Admitted[] {
  return [...new Map(admitted.map((one) => [JSON.stringify(one), one])).values()];
}
