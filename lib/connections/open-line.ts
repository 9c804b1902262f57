import { and, desc, eq, isNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { connections, credentials } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Line, ProviderModule, Values } from "@/lib/providers/contract";

/** The provider module of a connection; a connection cannot exist without one. */
export function providerOf(ctx: Ctx, connection: { provider: string }): ProviderModule {
  const module = ctx.providers[connection.provider];
  if (!module) throw new Error(`no provider ${connection.provider}`);
  return module;
}

export async function findConnection(db: Reader, creditorId: string, id: string): Promise<Connection> {
  const [row] = await db
    .select()
    .from(connections)
    .where(and(eq(connections.id, id), eq(connections.creditorId, creditorId)));
  if (!row) throw new AppError("not_found");
  return row;
}

/** The newest credential that is not retired, opened; null when there is none. */
export async function openSecrets(ctx: Ctx, connection: Connection): Promise<Values | null> {
  const [row] = await ctx.db.read
    .select()
    .from(credentials)
    .where(and(eq(credentials.connectionId, connection.id), isNull(credentials.retiredAt)))
    .orderBy(desc(credentials.createdAt), desc(credentials.id))
    .limit(1);
  if (!row) return null;
  const place = { creditorId: row.creditorId, table: "credentials", rowId: row.id, field: "sealed" };
  return JSON.parse(ctx.vault.open(place, row.sealed));
}

/** All that an adapter needs to speak; refused without a credential, and for a real provider under a moved clock. */
export async function openLine(ctx: Ctx, connection: Connection): Promise<Line> {
  const secrets = await openSecrets(ctx, connection);
  if (!secrets) throw new AppError("connection_not_ready");
  if (connection.environment !== "simulator" && ctx.clock.movable) throw new AppError("wrong_environment");
  return {
    connectionId: connection.id,
    environment: connection.environment,
    baseUrl: connection.baseUrl,
    settings: connection.settings,
    secrets,
    now: () => ctx.clock.now(),
    call: (request) => ctx.call(request, connection.environment, () => ctx.clock.now()),
  };
}

/** The address at which this connection's events arrive; its secret part is opened only to hand it out. */
export function eventsUrl(ctx: Ctx, connection: Connection): string {
  const place = {
    creditorId: connection.creditorId,
    table: "connections",
    rowId: connection.id,
    field: "events_secret",
  };
  const secret = ctx.vault.open(place, connection.eventsSecretSealed);
  return `${ctx.publicUrl}/api/webhooks/${connection.id}/${secret}`;
}
