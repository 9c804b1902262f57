import { setTimeout as pause } from "node:timers/promises";
import type { Runtime } from "@/lib/context";
import { bulkOnce } from "@/lib/jobs/bulk";
import { importOnce } from "@/lib/jobs/imports";
import { remindOnce } from "@/lib/jobs/remind";
import { watchOnce } from "@/lib/jobs/watch";
import { applyOnce, lookUpOnce, pollOnce, sendOnce } from "@/lib/jobs/worker";
import { faultLine, log } from "@/lib/log";
import { runtime, workerCtx } from "@/lib/runtime";
import { indexOnce } from "@/lib/search/index-rest";
import { prepareDatabase } from "@/lib/start";

/** Between two rounds when nothing was due, and when something was. */
const IDLE_MS = 500;
const BUSY_MS = 20;
/** What is under way may end; what has not by then is found again by its row. */
const DRAIN_MS = 19_000;

const stop = new AbortController();

function drain(): void {
  if (stop.signal.aborted) return;
  stop.abort();
  const overdue = () => {
    log("warn", "worker stopped before all was done");
    process.exit(0);
  };
  setTimeout(overdue, DRAIN_MS).unref();
}

function fail(error: unknown): void {
  log("error", "worker failed", { fault: faultLine(error) });
  process.exit(1);
}

/** Rounds of one kind of work until it is time to stop. Each kind has a loop of its own: some are slow. */
async function rounds(of: Runtime, round: typeof sendOnce): Promise<void> {
  while (!stop.signal.aborted) {
    let done = 0;
    try {
      done = await round(
        (creditorId) => workerCtx(of, creditorId),
        () => stop.signal.aborted,
      );
    } catch (error) {
      // The database may be away for a moment.
      log("error", "round failed", { fault: faultLine(error) });
    }
    await pause(done > 0 ? BUSY_MS : IDLE_MS, undefined, { signal: stop.signal }).catch(() => undefined);
  }
}

async function work(): Promise<void> {
  await prepareDatabase();
  const of = await runtime();
  console.log("The worker is at work.");
  const kinds = [
    sendOnce,
    applyOnce,
    lookUpOnce,
    pollOnce,
    watchOnce,
    importOnce,
    bulkOnce,
    remindOnce,
    indexOnce,
  ];
  await Promise.all(kinds.map((round) => rounds(of, round)));
  await of.db.close();
  log("info", "worker stopped");
}

process.on("unhandledRejection", fail);
process.on("uncaughtException", fail);
// Whoever started us may die without a signal for us; then the channel to it closes.
for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(signal, drain);

try {
  await work();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  fail(error);
}
