import { and, count, desc, eq } from "drizzle-orm";
import { connections, messages, refusedMessages } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { refusedUnwritten } from "@/lib/inbox/refusals";
import { countUnknown } from "./unknowns";

export interface Refused {
  connectionId: string;
  connection: string;
  count: number;
  lastAt: Date;
}

export interface ActivityFigures {
  unknown: number;
  waiting: number;
  parked: number;
  /** Messages refused as forged, by connection, the latest first. Nothing else is known of them. */
  refused: Refused[];
}

/** What of the traffic wants a look: counted off the indexes of few rows. */
export async function activityFigures(ctx: Ctx): Promise<ActivityFigures> {
  requirePermission(ctx, "activity.read");
  const counted = async (state: "waiting" | "parked") => {
    const [row] = await ctx.db.read
      .select({ n: count() })
      .from(messages)
      .where(
        and(eq(messages.creditorId, ctx.creditorId), eq(messages.direction, "in"), eq(messages.state, state)),
      );
    return row?.n ?? 0;
  };
  const [unknown, waiting, parked, refused] = await Promise.all([
    countUnknown(ctx),
    counted("waiting"),
    counted("parked"),
    ctx.db.read
      .select({
        connectionId: refusedMessages.connectionId,
        connection: connections.name,
        count: refusedMessages.count,
        lastAt: refusedMessages.lastAt,
      })
      .from(refusedMessages)
      .innerJoin(connections, eq(connections.id, refusedMessages.connectionId))
      .where(eq(refusedMessages.creditorId, ctx.creditorId))
      .orderBy(desc(refusedMessages.lastAt))
      .limit(100),
  ]);
  return {
    unknown,
    waiting,
    parked,
    refused: refused.map((row) => ({ ...row, count: row.count + refusedUnwritten(row.connectionId) })),
  };
}
