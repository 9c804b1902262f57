import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { connections, credentials } from "@/db/schema";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import type { Capabilities } from "@/lib/providers/contract";
import type { ConnectionFacts } from "./connection";

export interface KnownConnection {
  facts: ConnectionFacts;
  offers: Capabilities;
}

/** What is to be known of these connections, by id. */
export async function connectionsOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownConnection>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const [rows, keys] = await Promise.all([
    ctx.db.read
      .select()
      .from(connections)
      .where(and(eq(connections.creditorId, ctx.creditorId), inArray(connections.id, wanted))),
    ctx.db.read
      .select({ connectionId: credentials.connectionId, expiresAt: credentials.expiresAt })
      .from(credentials)
      .where(and(inArray(credentials.connectionId, wanted), isNull(credentials.retiredAt)))
      .orderBy(asc(credentials.createdAt), asc(credentials.id)),
  ]);
  return new Map(
    rows.map((row) => {
      const key = keys.findLast((one) => one.connectionId === row.id);
      const { id, name, lastOkAt, lastProblem, lastProblemAt } = row;
      const facts = {
        ...{ id, name, lastOkAt, lastProblem, lastProblemAt },
        hasCredential: key !== undefined,
        expiresAt: key?.expiresAt ?? null,
      };
      const offers = providerOf(ctx, row).capabilities(row.environment, row.settings);
      return [row.id, { facts, offers }];
    }),
  );
}
