import { connections } from "@/db/schema";
import { pollOnce, workOnce } from "@/lib/jobs/worker";
import { alone } from "./alone";
import { nextDue } from "./next-due";
import type { World } from "./world";

const DAY_MS = 86_400_000;

async function work(world: World): Promise<void> {
  await alone(world, "worker", () => workOnce((creditorId) => world.worker(creditorId)));
}

async function pollNow(world: World): Promise<void> {
  const [row] = await world.read.select().from(connections);
  const due = Math.max(row?.nextPollAt?.getTime() ?? 0, (row?.pollLeaseUntil?.getTime() ?? 0) + 1);
  await world.scheduler.advanceTo(due);
  await alone(world, "poller", () => pollOnce((creditorId) => world.worker(creditorId)));
}

/** Everything is well from here on, and everything must come to an end. */
export async function livenessPhase(world: World): Promise<void> {
  const { scheduler, plan } = world;
  scheduler.calm = true;
  world.weather.troubles = [];
  scheduler.note("ALL IS WELL AGAIN", "-");
  for (let round = 0; round < 120; round += 1) {
    await world.simulator.settle();
    const due = await nextDue(world);
    if (due === null) break;
    await scheduler.advanceTo(Math.max(due, scheduler.now + 1));
    await work(world);
  }
  if (plan.lagSeconds > 0) await scheduler.advanceTo(scheduler.now + plan.lagSeconds * 1_000);
  // What was accepted is carried out by the schemes, and may be given back.
  for (let week = 0; week < 10; week += 1) {
    await scheduler.advanceTo(scheduler.now + 7 * DAY_MS);
    await world.simulator.settle();
    await pollNow(world);
    await work(world);
  }
  await pollNow(world);
}
