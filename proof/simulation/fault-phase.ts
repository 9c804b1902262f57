import { isNotNull, min } from "drizzle-orm";
import { payments } from "@/db/schema";
import { pollOnce, workOnce } from "@/lib/jobs/worker";
import { failedBy } from "./failures";
import { nextDue } from "./next-due";
import { drawAct, startApprover } from "./people";
import type { Actor } from "./scheduler";
import type { World } from "./world";

const MOST_STEPS = 1_000;
const DAY_MS = 86_400_000;

/**
 * Rounds of work, but for those that would only read again what the last one has read: it found nothing, nothing was
 * ordered since, and nothing has come due. Where reads are yield points each one counts, and none is left out.
 */
function roundsOf(world: World): typeof workOnce {
  const { scheduler, plan } = world;
  let idle: { orders: number; until: number } | null = null;
  return async (ctxFor) => {
    const now = scheduler.now + plan.skewMs;
    if (idle && idle.orders === world.orders && now < idle.until) {
      // A round draws an id for itself: a seed must go on meaning what it meant.
      ctxFor("");
      return 0;
    }
    const done = await workOnce(ctxFor);
    idle = null;
    if (done === 0 && !plan.reads)
      idle = { orders: world.orders, until: (await nextDue(world)) ?? Number.POSITIVE_INFINITY };
    return done;
  };
}

/** A worker of the house: rounds of work until it dies. */
function startWorker(world: World, name: string, round: typeof workOnce): Actor {
  const { scheduler, plan, dice } = world;
  const rounds = async () => {
    for (;;) {
      let done = 0;
      try {
        done = await round((creditorId) => world.worker(creditorId));
      } catch (error) {
        failedBy(world, name)(error);
      }
      const idle = dice.chance(0.3)
        ? dice.spread(500, 10_000)
        : dice.spread(plan.spanMs / 50, plan.spanMs / 5);
      await scheduler.sleep(done > 0 ? 20 : idle);
    }
  };
  return scheduler.begin(name, rounds, failedBy(world, name));
}

interface Staff {
  workOnce: typeof workOnce;
  actors: Actor[];
  hired: number;
}

/** Puts a new one in the place of each worker that died. */
function hire(world: World, staff: Staff): void {
  staff.actors = staff.actors.filter((one) => one.alive);
  while (staff.actors.length < world.plan.workers + 1) {
    staff.hired += 1;
    const poller = !staff.actors.some((one) => one.name.startsWith("poller"));
    const name = `${poller ? "poller" : "worker"}-${staff.hired}`;
    staff.actors.push(startWorker(world, name, poller ? pollOnce : staff.workOnce));
  }
}

/** Somebody dies, or stands still past every lease; most tellingly right after something was committed. */
function strike(world: World): void {
  const { scheduler, dice, faults } = world;
  const committed = scheduler.waiting("has committed");
  const able = committed.length > 0 && dice.chance(0.7) ? committed : scheduler.waiting();
  if (able.length === 0) return;
  const one = dice.pick(able);
  const kind = dice.chance(0.5) ? "dies" : "freezes";
  faults[`process ${kind}`] = (faults[`process ${kind}`] ?? 0) + 1;
  scheduler.note(kind.toUpperCase(), one.name);
  if (kind === "dies") one.alive = false;
  else
    one.frozenUntil = scheduler.now + (dice.chance(0.5) ? dice.spread(1_000, 300_000) : dice.below(25_000));
}

/** Time leaps to just before or just after the moment at which a payment's deadline passes. */
async function leap(world: World): Promise<void> {
  const { scheduler, dice } = world;
  const [row] = await world.read
    .select({ at: min(payments.cutoffAt) })
    .from(payments)
    .where(isNotNull(payments.cutoffAt));
  const cutoff = row?.at ? new Date(row.at).getTime() : 0;
  const to = cutoff + dice.pick([-50, -1, 1, 60_000]);
  if (to > scheduler.now && to < scheduler.now + 40 * DAY_MS) {
    scheduler.note(`TIME LEAPS to ${new Date(to).toISOString()}`, "-");
    world.faults["time leap"] = (world.faults["time leap"] ?? 0) + 1;
    await scheduler.advanceTo(to);
  }
}

/** The time in which things go wrong. */
export async function faultPhase(world: World): Promise<void> {
  const { scheduler, plan, dice } = world;
  const began = scheduler.now;
  const until = began + plan.spanMs;
  world.weather.troubles = plan.troubles.map(({ kind, fromMs, untilMs }) => ({
    kind,
    from: began + fromMs,
    until: began + untilMs,
  }));
  scheduler.calm = false;
  let at = began;
  for (let n = 0; n < plan.acts; n += 1) {
    scheduler.at(at, () => {
      const act = drawAct(world, n === 0);
      scheduler.begin(`${act.name} #${n}`, act.run, failedBy(world, act.name));
    });
    // People come in throngs: what meets is what hurts.
    at = dice.chance(0.6) ? at + dice.spread(1, 60_000) : began + dice.below(plan.spanMs);
  }
  const leaps = Array.from(
    { length: dice.chance(0.15) ? 1 + dice.below(2) : 0 },
    () => began + dice.below(plan.spanMs),
  );
  const staff: Staff = { workOnce: roundsOf(world), actors: [], hired: 0 };
  hire(world, staff);
  if (plan.releases && dice.chance(0.4)) startApprover(world);
  let settled = scheduler.now;
  for (let n = 0; n < MOST_STEPS && scheduler.now < until; n += 1) {
    if (dice.chance(plan.crashes)) strike(world);
    if ((leaps[0] ?? until) < scheduler.now) {
      leaps.shift();
      await leap(world);
    }
    // Deploys and supervisors take their time.
    if (dice.chance(0.05)) hire(world, staff);
    if (scheduler.now - settled > plan.spanMs / 20) {
      settled = scheduler.now;
      await world.simulator.settle();
    }
    if (dice.chance(0.05)) await scheduler.advanceTo(scheduler.now + dice.spread(1, 5_000));
    else await scheduler.advanceTo(scheduler.now + 1 + dice.below(5));
    if (await scheduler.step()) continue;
    const next = scheduler.next();
    if (next === null) break;
    await scheduler.advanceTo(Math.min(next, until));
  }
  for (const one of staff.actors) one.alive = false;
}
