import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import { agreements, connections, credentials, mandates, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { findConnection, openLine, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { AppError } from "@/lib/kernel/errors";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Line, MandateRef, PaymentRef } from "@/lib/providers/contract";
import { admitReading, readList } from "./read-again";
import { checkVerdicts } from "./verdicts";

const LEASE_MS = 120_000;
const BATCH = 200;

/** Connections whose turn has come to be asked what is new: events get lost, polling closes the gap. */
export function duePolls(ctx: Ctx) {
  const free = or(isNull(connections.pollLeaseUntil), lt(connections.pollLeaseUntil, ctx.leases.now()));
  return ctx.db.read
    .selectDistinct({ id: connections.id, creditorId: connections.creditorId })
    .from(connections)
    .innerJoin(credentials, and(eq(credentials.connectionId, connections.id), isNull(credentials.retiredAt)))
    .where(and(lte(connections.nextPollAt, ctx.clock.now()), free));
}

/** Asks one connection about everything of ours that is open there, and about what a person decided without it. */
export async function pollConnection(ctx: Ctx, id: string): Promise<void> {
  const real = ctx.leases.now();
  const leased = await inTransaction(ctx.db, async (tx) => {
    const [row] = await tx
      .update(connections)
      .set({ pollLeaseUntil: new Date(real.getTime() + LEASE_MS) })
      .where(
        and(
          eq(connections.id, id),
          eq(connections.creditorId, ctx.creditorId),
          or(isNull(connections.pollLeaseUntil), lt(connections.pollLeaseUntil, real)),
        ),
      )
      .returning();
    return row;
  });
  if (!leased) return;
  crashPoint("poll.leased");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, id);
  const provider = providerOf(ctx, connection);
  try {
    await readEverythingOpen(ctx, connection, await openLine(ctx, connection));
  } catch (error) {
    // Not ready to be asked: its turn comes again.
    if (!(error instanceof AppError)) throw error;
  } finally {
    crashPoint("poll.read");
    const nextPollAt = provider.nextPoll(ctx.clock.now(), connection.environment, connection.settings);
    await inTransaction(ctx.db, async (tx) => {
      await tx.update(connections).set({ nextPollAt, pollLeaseUntil: null }).where(eq(connections.id, id));
    });
  }
}

async function readEverythingOpen(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  const provider = providerOf(ctx, connection);
  const offers = provider.capabilities(connection.environment, connection.settings);
  const waiting = await ctx.db.read
    .select({ providerId: agreements.providerId })
    .from(agreements)
    .where(
      and(
        eq(agreements.connectionId, connection.id),
        eq(agreements.state, "pending"),
        isNotNull(agreements.providerId),
      ),
    );
  const ids = waiting.map((row) => row.providerId).filter((one) => one !== null);
  if (provider.readAgreements && ids.length > 0)
    for (const reading of await provider.readAgreements(line, ids))
      await admitReading(ctx, connection, { reading, title: "read agreement" });
  if (offers.listMandates) await readList(ctx, connection, line, "mandates");
  else await readOpenMandates(ctx, connection, line);
  if (offers.listPayments) await readList(ctx, connection, line, "payments");
  else await readOpenPayments(ctx, connection, line);
  await readMissingReasons(ctx, connection, line);
  await checkVerdicts(ctx, connection, line);
}

/** Lists may leave the reason of a refusal out; it is read from the object itself, for a day after the refusal. */
async function readMissingReasons(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  const yesterday = new Date(ctx.clock.now().getTime() - 24 * 3_600_000);
  const rows = await ctx.db.read
    .select({ reference: payments.reference, providerId: payments.providerId })
    .from(payments)
    .where(
      and(
        eq(payments.connectionId, connection.id),
        inArray(payments.state, ["rejected", "chargeback"]),
        isNull(payments.reasonCode),
        isNotNull(payments.providerId),
        gt(payments.evidenceAt, yesterday),
      ),
    )
    .limit(BATCH);
  if (rows.length === 0) return;
  const refs = rows.map((row): PaymentRef => ({ ...(row.providerId ? { providerId: row.providerId } : {}) }));
  for (const reading of await providerOf(ctx, connection).readPayments(line, refs))
    await admitReading(ctx, connection, { reading, title: "read payments" });
}

async function readOpenMandates(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  const states = [...providerOf(ctx, connection).watchedMandates];
  const rows = await ctx.db.read
    .select({ id: mandates.id, key: mandates.requestKey, providerId: mandates.providerId })
    .from(mandates)
    .where(and(eq(mandates.connectionId, connection.id), inArray(mandates.state, states)))
    .orderBy(asc(mandates.askedAt), asc(mandates.id))
    .limit(BATCH);
  if (rows.length === 0) return;
  await stamp(
    ctx,
    "mandates",
    rows.map((row) => row.id),
  );
  const refs = rows.map(
    (row): MandateRef => ({
      ourId: row.id,
      ...(row.key ? { key: row.key } : {}),
      ...(row.providerId ? { providerId: row.providerId } : {}),
    }),
  );
  for (const reading of await providerOf(ctx, connection).readMandates(line, refs))
    await admitReading(ctx, connection, { reading, title: "read mandates" });
}

/** Settled payments are asked about too while they can still be given back. */
async function readOpenPayments(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  const rows = await ctx.db.read
    .select({ id: payments.id, reference: payments.reference, providerId: payments.providerId })
    .from(payments)
    .where(
      and(
        eq(payments.connectionId, connection.id),
        inArray(payments.state, ["pending", "scheduled", "settled"]),
        isNotNull(payments.providerId),
      ),
    )
    .orderBy(asc(payments.askedAt), asc(payments.id))
    .limit(BATCH);
  if (rows.length === 0) return;
  await stamp(
    ctx,
    "payments",
    rows.map((row) => row.id),
  );
  const refs = rows.map(
    (row): PaymentRef => ({
      reference: row.reference,
      ...(row.providerId ? { providerId: row.providerId } : {}),
    }),
  );
  for (const reading of await providerOf(ctx, connection).readPayments(line, refs))
    await admitReading(ctx, connection, { reading, title: "read payments" });
}

/** Notes when each was last asked about, so that the next poll begins with those that waited longest. */
async function stamp(ctx: Ctx, noun: "mandates" | "payments", ids: string[]): Promise<void> {
  const askedAt = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    if (noun === "mandates") await tx.update(mandates).set({ askedAt }).where(inArray(mandates.id, ids));
    else await tx.update(payments).set({ askedAt }).where(inArray(payments.id, ids));
  });
}
