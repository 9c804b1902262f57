import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { applyMessage, dueMessages } from "@/lib/inbox/apply";
import { duePolls, pollConnection } from "@/lib/inbox/poll";
import { faultLine, log } from "@/lib/log";
import { issueChunk, sendingRuns } from "@/lib/runs/issue-chunk";
import { settleRun } from "@/lib/runs/settle";
import { dueLookUps, dueSends } from "@/lib/submissions/due";
import { noteFault } from "@/lib/submissions/lease";
import { lookUpSubmission } from "@/lib/submissions/look-up";
import { sendSubmission } from "@/lib/submissions/send";

const BATCH = 50;
/** Few at a time: after each round what is nearest to its deadline comes first again. */
const LOOK_UPS = 10;
const AT_ONCE = 4;

type Job = { name: string; run(): Promise<void>; failed?(): Promise<void> };

/** A fault of one job is logged and leaves the others alone; its row says how far it came. */
async function runAll(jobs: Job[], stopping: () => boolean): Promise<void> {
  const rest = [...jobs];
  const lane = async () => {
    for (let job = rest.shift(); job && !stopping(); job = rest.shift()) {
      try {
        await job.run();
      } catch (error) {
        log("error", "job failed", { job: job.name, fault: faultLine(error) });
        await job.failed?.().catch(() => undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** Asks every connection whose turn it is. Apart from the rest: a slow provider must not hold up what is to be sent. */
export async function pollOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const any = ctxFor("");
  const polls = await duePolls(any);
  const jobs = polls.map((due) => ({
    name: `poll ${due.id}`,
    run: () => pollConnection(ctxFor(due.creditorId), due.id),
  }));
  await runAll(jobs, stopping);
  return jobs.length;
}

/**
 * Asks what became of what may have left. Apart from the rest: a provider without a search is read list by list, page by
 * page, and that must not hold up what is to be sent.
 */
export async function lookUpOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const any = ctxFor("");
  const due = await dueLookUps(any, LOOK_UPS);
  const jobs = due.map(({ id, creditorId }) => ({
    name: `look_up ${id}`,
    run: () => lookUpSubmission(ctxFor(creditorId), id),
    failed: () => inTransaction(any.db, (tx) => noteFault(tx, ctxFor(creditorId), id)),
  }));
  await runAll(jobs, stopping);
  return due.length;
}

/** Applies what came in. Apart from the rest: sends that wait for an answer must not hold up what the others tell. */
export async function applyOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const inbox = await dueMessages(ctxFor(""), BATCH);
  const jobs = inbox.map((due) => ({
    name: `apply ${due.id}`,
    run: () => applyMessage(ctxFor(due.creditorId), due.id),
  }));
  await runAll(jobs, stopping);
  return inbox.length;
}

/** A round of sending and one of applying, and one of looking up after them: all but the polls, in one call. */
export async function workOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const [sent, applied] = await Promise.all([sendOnce(ctxFor, stopping), applyOnce(ctxFor, stopping)]);
  return sent + applied + (await lookUpOnce(ctxFor, stopping));
}

/** One round of issuing and sending. Answers how much there was. */
export async function sendOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const any = ctxFor("");
  const sends = await dueSends(any, BATCH);
  const runs = await sendingRuns(any);
  let issued = 0;
  const jobs: Job[] = [
    ...runs.map((run) => ({
      name: `issue ${run.id}`,
      run: async () => {
        const ctx = ctxFor(run.creditorId);
        const rows = await issueChunk(ctx, run, stopping);
        issued += rows;
        // While something of it goes out nobody need count; a run that only waits is looked at once a round.
        if (rows === 0 && !sends.some((due) => due.creditorId === run.creditorId)) await settleRun(ctx, run);
      },
    })),
    ...sends.map((due) => ({
      name: `send ${due.id}`,
      run: () => sendSubmission(ctxFor(due.creditorId), due.id),
      failed: () => inTransaction(any.db, (tx) => noteFault(tx, ctxFor(due.creditorId), due.id)),
    })),
  ];
  await runAll(jobs, stopping);
  return sends.length + issued;
}
