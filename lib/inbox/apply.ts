import { and, asc, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import { messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { findConnection, openLine } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import type { Hint } from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";
import { readHint } from "./read-again";

const LEASE_MS = 60_000;
const TRIES = 5;
const pausesMs = [2_000, 10_000, 60_000, 600_000];
const SHORTEST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 600_000;

type Message = typeof messages.$inferSelect;

/** Messages that wait to be applied, oldest first. */
export function dueMessages(ctx: Ctx, limit: number) {
  const free = or(isNull(messages.leaseUntil), lt(messages.leaseUntil, ctx.leases.now()));
  return ctx.db.read
    .select({ id: messages.id, creditorId: messages.creditorId })
    .from(messages)
    .where(and(lte(messages.nextAt, ctx.clock.now()), free))
    .orderBy(asc(messages.nextAt))
    .limit(limit);
}

/** Reads again what a stored message hints at, and lets what was read in at the door. */
export async function applyMessage(ctx: Ctx, id: string): Promise<void> {
  const message = await leaseMessage(ctx, id);
  if (!message) return;
  crashPoint("message.leased");
  try {
    const connection = await findConnection(ctx.db.read, ctx.creditorId, message.connectionId);
    const line = await openLine(ctx, connection);
    const effects: string[] = [];
    let complete = true;
    // Written by receiveMessage from the adapter's own hints.
    for (const hint of (message.hints ?? []) as Hint[]) {
      const read = await readHint(ctx, connection, line, hint);
      effects.push(...read.effects);
      complete &&= read.complete;
    }
    crashPoint("message.admitted");
    if (complete) await finish(ctx, message, summary(effects));
    else await waitForProvider(ctx, message);
  } catch (error) {
    await postpone(ctx, message, error instanceof Error ? error.message.slice(0, 200) : "fault");
  }
}

function summary(effects: string[]): string {
  const telling = effects.filter((one) => one !== "same" && one !== "behind" && one !== "not ours");
  return telling.length > 0 ? telling.slice(0, 20).join(", ") : (effects[0] ?? "nothing to read");
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

async function finish(ctx: Ctx, message: Message, effect: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(messages)
      .set({ state: "done", effect, appliedAt: ctx.clock.now(), nextAt: null, leaseUntil: null })
      .where(and(eq(messages.id, message.id), eq(messages.fence, message.fence)));
  });
}

/** An outage is not the message's fault: it waits as long again as it has waited, and is never parked for it. */
async function waitForProvider(ctx: Ctx, message: Message): Promise<void> {
  const now = ctx.clock.now().getTime();
  const pause = Math.min(Math.max(now - message.at.getTime(), SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(messages)
      .set({ effect: "the provider could not be read", nextAt: new Date(now + pause), leaseUntil: null })
      .where(and(eq(messages.id, message.id), eq(messages.fence, message.fence)));
  });
}

/** After a fault of ours: tried again after a pause; after five tries parked where a person sees it. */
async function postpone(ctx: Ctx, message: Message, why: string): Promise<void> {
  const tries = message.tries + 1;
  const parked = tries >= TRIES;
  const pause = pausesMs[Math.min(tries - 1, pausesMs.length - 1)] ?? 600_000;
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(messages)
      .set({
        tries,
        effect: why,
        state: parked ? "parked" : "waiting",
        nextAt: parked ? null : new Date(ctx.clock.now().getTime() + pause),
        leaseUntil: null,
      })
      .where(and(eq(messages.id, message.id), eq(messages.fence, message.fence)));
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
