import { and, count, eq, gt } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { getConnection } from "./list";
import { connectionSubmissions } from "./submissions";

/** A word that changes whenever something of the connection that its page shows has changed. */
export async function connectionVersion(ctx: Ctx, id: string): Promise<string> {
  const connection = await getConnection(ctx, id);
  const [sent, [waiting]] = await Promise.all([
    connectionSubmissions(ctx, connection),
    ctx.db.read
      .select({ n: count() })
      .from(messages)
      .where(
        and(
          eq(messages.connectionId, id),
          eq(messages.creditorId, ctx.creditorId),
          // Only what waits has a turn; there is an index on it.
          gt(messages.nextAt, new Date(0)),
        ),
      ),
  ]);
  const at = (instant: Date | null) => instant?.getTime() ?? 0;
  return [
    connection.version,
    at(connection.lastProblemAt),
    at(connection.lastEventAt),
    waiting?.n ?? 0,
    ...connection.agreements.map((one) => `${one.state}${one.version}`),
    ...sent.map((one) => `${one.state}${one.version}`),
  ].join(".");
}
