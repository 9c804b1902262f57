import { setTimeout as pause } from "node:timers/promises";
import { importOnce } from "@/lib/jobs/imports";
import { runtime, workerCtx } from "@/lib/runtime";

/** The part of the worker that imports, until it is killed. What it makes is not sent: no provider is measured here. */
const of = await runtime();
for (;;) {
  const rows = await importOnce((creditorId) => workerCtx(of, creditorId));
  await pause(rows > 0 ? 20 : 200);
}
