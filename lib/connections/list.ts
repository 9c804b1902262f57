import { and, asc, eq, getColumns, inArray, isNull } from "drizzle-orm";
import { agreements, connections, credentials } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";
import type { Agreement } from "@/lib/mandates/agreement-view";
import type { Connection } from "@/lib/messages/store-exchange";

const { eventsSecretSealed, eventsSecretHash, ...open } = getColumns(connections);

/** What may be shown of a credential: never enough to use it. */
export interface CredentialRow {
  connectionId: string;
  fingerprint: string;
  lastFour: string;
  expiresAt: Date | null;
  createdAt: Date;
  createdBy: string;
}

export interface ConnectionRow extends Omit<Connection, "eventsSecretSealed" | "eventsSecretHash"> {
  /** The one in use; null when there is none. */
  credential: CredentialRow | null;
  agreements: Agreement[];
}

/** The creditor's connections, the oldest first, with their agreements and what may be shown of their credentials. */
export async function listConnections(ctx: Ctx): Promise<ConnectionRow[]> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select(open)
    .from(connections)
    .where(eq(connections.creditorId, ctx.creditorId))
    .orderBy(asc(connections.createdAt), asc(connections.id))
    .limit(200);
  return complete(ctx, rows);
}

/** One connection of the creditor; `not_found` for another creditor's. */
export async function getConnection(ctx: Ctx, id: string): Promise<ConnectionRow> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select(open)
    .from(connections)
    .where(and(same(connections.id, id), eq(connections.creditorId, ctx.creditorId)));
  const [found] = await complete(ctx, rows);
  if (!found) throw notFound();
  return found;
}

async function complete(
  ctx: Ctx,
  rows: Omit<ConnectionRow, "credential" | "agreements">[],
): Promise<ConnectionRow[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const { read } = ctx.db;
  const keys = await read
    .select({
      connectionId: credentials.connectionId,
      fingerprint: credentials.fingerprint,
      lastFour: credentials.lastFour,
      expiresAt: credentials.expiresAt,
      createdAt: credentials.createdAt,
      createdBy: credentials.createdBy,
    })
    .from(credentials)
    .where(and(inArray(credentials.connectionId, ids), isNull(credentials.retiredAt)))
    .orderBy(asc(credentials.createdAt), asc(credentials.id));
  const known = await read
    .select()
    .from(agreements)
    .where(inArray(agreements.connectionId, ids))
    .orderBy(asc(agreements.createdAt), asc(agreements.id))
    .limit(1_000);
  return rows.map((row) => ({
    ...row,
    credential: keys.findLast((one) => one.connectionId === row.id) ?? null,
    agreements: known.filter((one) => one.connectionId === row.id),
  }));
}
