import { and, asc, eq, inArray, isNotNull, lt } from "drizzle-orm";
import { mandates, payments } from "@/db/schema";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import type { Connection } from "@/lib/messages/store-exchange";

/** Lists and polls renew a record's proof every hour; one that they have passed over this long is asked for by name. */
const UNSEEN_MS = 20 * 3_600_000;

export interface Unseen {
  noun: "mandate" | "payment";
  id: string;
  debtorName: string;
  amountMinor: number | null;
  currency: string | null;
  dueAt: Date | null;
}

/** What should be at the provider and has not been seen there for most of a day, asked about longest ago first. */
export async function unseenRecords(ctx: Ctx, connection: Connection, most: number): Promise<Unseen[]> {
  const before = new Date(ctx.clock.now().getTime() - UNSEEN_MS);
  const { read } = ctx.db;
  const paid = await read
    .select({
      id: payments.id,
      debtorName: payments.debtorName,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      dueAt: payments.cutoffAt,
    })
    .from(payments)
    .where(
      and(
        eq(payments.connectionId, connection.id),
        inArray(payments.state, ["pending", "scheduled"]),
        isNotNull(payments.providerId),
        lt(payments.evidenceAt, before),
      ),
    )
    .orderBy(asc(payments.askedAt), asc(payments.id))
    .limit(most);
  const offers = providerOf(ctx, connection).capabilities(connection.environment, connection.settings);
  const watched = offers.listMandates ? (["pending", "active"] as const) : (["pending"] as const);
  const agreed = await read
    .select({ id: mandates.id, debtorName: mandates.debtorName })
    .from(mandates)
    .where(
      and(
        eq(mandates.connectionId, connection.id),
        inArray(mandates.state, [...watched]),
        lt(mandates.evidenceAt, before),
      ),
    )
    .orderBy(asc(mandates.askedAt), asc(mandates.id))
    .limit(most);
  return [
    ...paid.map((row): Unseen => ({ noun: "payment", ...row })),
    ...agreed.map(
      (row): Unseen => ({ noun: "mandate", ...row, amountMinor: null, currency: null, dueAt: null }),
    ),
  ].slice(0, most);
}
