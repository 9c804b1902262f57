import { setTimeout as pause } from "node:timers/promises";
import { eq, isNotNull, isNull } from "drizzle-orm";
import { connections, messages, submissions } from "@/db/schema";
import type { KillDesk } from "./desk";

/** Longer than any lease: of a send, a message, a poll. */
export const PAST_EVERY_LEASE_MS = 125_000;
/** The worker looks twice a second; what has not moved in so long is leased by somebody who is gone. */
const STILL_MS = 1_100;
/** Without any change: the machine may be slow, so it is not the whole that is timed. */
const STUCK_MS = 60_000;
const LONGEST_MS = 900_000;

interface Waiting {
  id: string;
  nextAt: Date;
  leaseUntil: Date | null;
  fence: number;
}

/** What a worker still has to do, and what waits for a person's word to be sent again. */
export async function openWork(
  desk: KillDesk,
): Promise<{ waiting: Waiting[]; toSend: number; forPerson: string[] }> {
  const { read } = desk.db;
  const { id, state, nextAt, leaseUntil, fence, absences } = submissions;
  const open = await read
    .select({ id, state, nextAt, leaseUntil, fence, absences, held: connections.heldUntil })
    .from(submissions)
    .innerJoin(connections, eq(connections.id, submissions.connectionId))
    .where(isNull(submissions.closedAt));
  // A pause of its connection keeps a send back, and no look-up.
  const sends = open.map(({ held, ...one }) =>
    one.state === "intended" && one.nextAt && held && held > one.nextAt ? { ...one, nextAt: held } : one,
  );
  const inbox = await read
    .select({
      id: messages.id,
      nextAt: messages.nextAt,
      leaseUntil: messages.leaseUntil,
      fence: messages.fence,
    })
    .from(messages)
    .where(eq(messages.state, "waiting"));
  const waiting = [...sends, ...inbox].flatMap(({ id, nextAt, leaseUntil, fence }) =>
    nextAt ? [{ id, nextAt, leaseUntil, fence }] : [],
  );
  const forPerson = sends.filter(
    (one) => one.nextAt === null && one.state === "unknown" && one.absences >= 2,
  );
  const toSend = sends.filter((one) => one.nextAt !== null && one.state === "intended").length;
  return { waiting, toSend, forPerson: forPerson.map((one) => one.id) };
}

async function nextPoll(desk: KillDesk): Promise<Date | undefined> {
  const rows = await desk.db.read
    .select({ at: connections.nextPollAt })
    .from(connections)
    .where(isNotNull(connections.nextPollAt));
  return rows.flatMap(({ at }) => (at ? [at] : [])).sort((a, b) => a.getTime() - b.getTime())[0];
}

/**
 * Lets time go by as the work needs it, until `done`. Answers whether it is, or whether nothing is left to do.
 * Throws when what is due is not done: a round must come to its end.
 */
export async function letWork(
  desk: KillDesk,
  how: { done: () => boolean; alsoPolls?: boolean; person: (submissionId: string) => Promise<void> },
): Promise<"done" | "settled"> {
  let seen = "";
  let since = Date.now();
  let moved = since;
  for (const end = since + LONGEST_MS; Date.now() < Math.min(end, moved + STUCK_MS); await pause(30)) {
    if (how.done()) return "done";
    const { waiting, forPerson } = await openWork(desk);
    for (const id of forPerson) await how.person(id);
    if (waiting.length + forPerson.length === 0 && !how.alsoPolls) {
      // An event may be on its way to us.
      await desk.pass(0);
      if ((await openWork(desk)).waiting.length === 0) return "settled";
      continue;
    }
    const poll = how.alsoPolls ? await nextPoll(desk) : undefined;
    const dates = [...waiting.map((one) => one.nextAt), ...(poll ? [poll] : [])];
    const next = dates.sort((a, b) => a.getTime() - b.getTime())[0];
    const wait = next ? next.getTime() - desk.clock.now().getTime() : 0;
    if (wait > 0) await desk.pass(wait + 1);
    const now = JSON.stringify([waiting, poll]);
    if (now !== seen) {
      seen = now;
      since = Date.now();
      moved = since;
      continue;
    }
    if (Date.now() - since < STILL_MS) continue;
    desk.clock.machinePass(PAST_EVERY_LEASE_MS);
    since = Date.now();
  }
  const { waiting } = await openWork(desk);
  throw new Error(`nothing moves any more: ${JSON.stringify(waiting)}`);
}
