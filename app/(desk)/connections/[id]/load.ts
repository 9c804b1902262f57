import { getLocale } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/connections/desk-zone";
import { cutoffFinder } from "@/lib/connections/cutoff-finder";
import { expiryOf } from "@/lib/connections/expiry";
import { healthOf } from "@/lib/connections/health";
import { getConnection } from "@/lib/connections/list";
import { providerOf } from "@/lib/connections/open-line";
import { connectionSubmissions, isOpen } from "@/lib/connections/submissions";
import { connectionVersion } from "@/lib/connections/version";
import type { Ctx } from "@/lib/context";
import type { Reader } from "@/lib/i18n/writer";
import { lastProbe } from "@/lib/messages/of-connection";

/** Everything a connection's record shows whatever part of it is open, read once. */
export async function loadConnection(ctx: Ctx, id: string) {
  const connection = await getConnection(ctx, id);
  const [locale, submissions, probe, finder, version] = await Promise.all([
    getLocale(),
    connectionSubmissions(ctx, connection),
    lastProbe(ctx, connection.id),
    cutoffFinder(ctx),
    connectionVersion(ctx, connection.id),
  ]);
  const provider = providerOf(ctx, connection);
  const now = ctx.clock.now();
  const reader: Reader = { locale, zone: DESK_ZONE, now };
  return {
    connection,
    provider,
    submissions,
    probe,
    version,
    reader,
    offers: provider.capabilities(connection.environment, connection.settings),
    health: healthOf({ ...connection, hasCredential: connection.credential !== null }),
    expiry: expiryOf(connection.credential?.expiresAt ?? null, now, finder(connection.id)),
    may: ctx.permissions.has("connections.manage"),
    /** Where events come to, without the secret part of it. */
    eventsAddress: `${ctx.publicUrl}/api/webhooks/${connection.id}/…`,
  };
}

export type ConnectionView = Awaited<ReturnType<typeof loadConnection>>;

/** Whether the page may change by itself soon: something is being sent, or the provider is to say yes. */
export const isLive = ({ submissions, connection }: ConnectionView): boolean =>
  submissions.some(isOpen) || connection.agreements.some((one) => one.state === "pending");
