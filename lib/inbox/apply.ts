import { and, asc, eq, exists, isNull, lt, lte, or, sql } from "drizzle-orm";
import { connections, messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { inTurns } from "@/lib/connections/in-turns";
import { findConnection, openLine } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { type Admitted, type Effect, isTelling, type Standstill } from "@/lib/evidence/admitted";
import { WAITS_FOR_OWN } from "@/lib/evidence/adopt-payment";
import { NOT_THERE } from "@/lib/messages/not-there";
import { openTask } from "@/lib/tasks/tasks";
import { hintsOf } from "./hints";
import { type ReadAgain, readHint } from "./read-again";
import { recordOf } from "./record-of";

const LEASE_MS = 60_000;
const TRIES = 5;
const pausesMs = [2_000, 10_000, 60_000, 600_000];
const SHORTEST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 600_000;
/** How long a thing that an event names may take to show itself, before a person is asked (A15: within a day). */
const LONGEST_HIDDEN_MS = 24 * 3_600_000;
const LONGEST_WAIT_FOR_HIDDEN_MS = 3 * 3_600_000;
/** So many pieces are kept of what a message led to. */
const TOLD = 20;

const UNREADABLE = "the provider could not be read" satisfies Standstill;

type Message = typeof messages.$inferSelect;

/** Messages that wait to be applied, by turns of their connections, of each the oldest first. */
export async function dueMessages(ctx: Ctx, limit: number): Promise<{ id: string; creditorId: string }[]> {
  const free = or(isNull(messages.leaseUntil), lt(messages.leaseUntil, ctx.leases.now()));
  const due = and(lte(messages.nextAt, ctx.clock.now()), free);
  const some = ctx.db.read
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.connectionId, connections.id), due));
  const waiting = await ctx.db.read
    .select({ id: connections.id })
    .from(connections)
    .where(exists(some))
    .orderBy(asc(connections.id));
  const ids = waiting.map(({ id }) => id);
  return inTurns(ids, limit, (id, share) =>
    ctx.db.read
      .select({ id: messages.id, creditorId: messages.creditorId })
      .from(messages)
      .where(and(eq(messages.connectionId, id), due))
      .orderBy(asc(messages.nextAt))
      .limit(share),
  );
}

/** Reads again what a stored message hints at, and lets what was read in at the door. */
export async function applyMessage(ctx: Ctx, id: string): Promise<void> {
  const message = await leaseMessage(ctx, id);
  if (!message) return;
  crashPoint("message.leased");
  try {
    const connection = await findConnection(ctx.db.read, ctx.creditorId, message.connectionId);
    const line = await openLine(ctx, connection);
    const read: ReadAgain = { admitted: [], complete: true, absent: 0 };
    for (const hint of hintsOf(message)) {
      const one = await readHint(ctx, connection, line, hint);
      read.admitted.push(...one.admitted);
      read.complete &&= one.complete;
      read.absent += one.absent;
    }
    crashPoint("message.admitted");
    await conclude(ctx, message, read);
  } catch (error) {
    await postpone(ctx, message, error instanceof Error ? error.message.slice(0, 200) : "fault");
  }
}

/** What a message has come to once everything it hints at was read. */
async function conclude(ctx: Ctx, message: Message, read: ReadAgain): Promise<void> {
  const { admitted } = read;
  if (!read.complete) return waitForProvider(ctx, message, UNREADABLE);
  const waits = admitted.find(({ effect }) => effect === WAITS_FOR_OWN);
  if (waits) return waitForProvider(ctx, message, waits.effect);
  // Named, and not there: it may only be late to show itself, as a look-up may.
  if (read.absent > 0 && !admitted.some(isTelling)) return waitUntilShown(ctx, message);
  const done: Partial<typeof messages.$inferInsert> = {
    effect: summary(admitted.map(({ effect }) => effect)),
    outcome: told(admitted),
    subjectId: await subjectOf(ctx, message, admitted),
    appliedAt: ctx.clock.now(),
    nextAt: null,
    leaseUntil: null,
  };
  // Nothing of ours: kept where a person sees it and can replay it, for it may become ours.
  const foreign = admitted.length > 0 && admitted.every(isForeign);
  await settle(ctx, message, { ...done, state: foreign ? "parked" : "done" });
}

/** The record a message is about: what it names, else what it moved; of a whole list that was read, none. */
async function subjectOf(ctx: Ctx, message: Message, admitted: readonly Admitted[]): Promise<string | null> {
  const named = await recordOf(ctx, message);
  if (named) return named;
  const touched = new Set(admitted.filter(isTelling).map(({ subjectId }) => subjectId));
  const [only] = touched;
  return touched.size === 1 ? (only ?? null) : null;
}

const isForeign = ({ subjectId, effect }: Admitted): boolean =>
  subjectId === null && (effect === "not ours" || effect === "no agreement for it");

const told = (admitted: readonly Admitted[]): Admitted[] => {
  const telling = admitted.filter(isTelling);
  return (telling.length > 0 ? telling : admitted.slice(0, 1)).slice(0, TOLD);
};

function summary(effects: Effect[]): string {
  const telling = effects.filter((effect) => isTelling({ effect }));
  return telling.length > 0
    ? telling.slice(0, TOLD).join(", ")
    : (effects[0] ?? ("nothing to read" satisfies Standstill));
}

async function leaseMessage(ctx: Ctx, id: string): Promise<Message | null> {
  return inTransaction(ctx.db, async (tx) => {
    const real = ctx.leases.now();
    const [taken] = await tx
      .update(messages)
      .set({ leaseUntil: new Date(real.getTime() + LEASE_MS), fence: sql`${messages.fence} + 1` })
      .where(
        and(
          eq(messages.id, id),
          eq(messages.creditorId, ctx.creditorId),
          eq(messages.state, "waiting"),
          or(isNull(messages.leaseUntil), lt(messages.leaseUntil, real)),
        ),
      )
      .returning();
    return taken ?? null;
  });
}

/**
 * A newer lease's holder has the word. And what is settled stays so: a connection that broke at the commit says nothing
 * of whether it was written.
 */
const heldIn = (message: Message) =>
  and(eq(messages.id, message.id), eq(messages.fence, message.fence), eq(messages.state, "waiting"));

/** Writes to a leased message. */
async function settle(
  ctx: Ctx,
  message: Message,
  patch: Partial<typeof messages.$inferInsert>,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx.update(messages).set(patch).where(heldIn(message));
  });
}

/** An outage is not the message's fault: it waits as long again as it has waited, and is never parked for it. */
async function waitForProvider(
  ctx: Ctx,
  message: Message,
  why: string,
  longest = LONGEST_WAIT_MS,
): Promise<void> {
  const now = ctx.clock.now().getTime();
  const pause = Math.min(Math.max(now - message.at.getTime(), SHORTEST_WAIT_MS), longest);
  const nextAt = new Date(now + pause);
  const subjectId = await recordOf(ctx, message);
  await settle(ctx, message, { effect: why, nextAt, subjectId, leaseUntil: null });
}

/** The provider's own event names what its look-ups do not show: they may lag, as long as a day. */
async function waitUntilShown(ctx: Ctx, message: Message): Promise<void> {
  const left = message.at.getTime() + LONGEST_HIDDEN_MS - ctx.clock.now().getTime();
  // The last look is when the day is over, so that a person is asked then and not some hours later.
  if (left > 0) return waitForProvider(ctx, message, NOT_THERE, Math.min(left, LONGEST_WAIT_FOR_HIDDEN_MS));
  const subjectId = await recordOf(ctx, message);
  await park(ctx, message, { effect: NOT_THERE, subjectId });
}

/** After a fault of ours: again after a pause; after five tries a person sees it. */
async function postpone(ctx: Ctx, message: Message, why: string): Promise<void> {
  const tries = message.tries + 1;
  const said = { tries, effect: why };
  if (tries < TRIES) {
    const pause = pausesMs[tries - 1] ?? LONGEST_WAIT_MS;
    await settle(ctx, message, {
      ...said,
      nextAt: new Date(ctx.clock.now().getTime() + pause),
      leaseUntil: null,
    });
    return;
  }
  const subjectId = await recordOf(ctx, message).catch(() => null);
  await park(ctx, message, { ...said, ...(subjectId ? { subjectId } : {}) });
}

/** Lays a message aside until a person replays it. */
async function park(ctx: Ctx, message: Message, said: Partial<typeof messages.$inferInsert>): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const [parked] = await tx
      .update(messages)
      .set({ ...said, state: "parked", nextAt: null, leaseUntil: null })
      .where(heldIn(message))
      .returning({ id: messages.id });
    if (parked)
      await openTask(tx, ctx, {
        kind: "message_parked",
        noun: "message",
        subjectId: message.id,
        role: "admin",
        params: { title: message.title },
      });
  });
}
