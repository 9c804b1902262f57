import { createHash } from "node:crypto";
import { eq, getTableName } from "drizzle-orm";
import type { Database, Reader } from "@/db/client";
import { attempts, creditors, messages, runs, submissions } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import { permissionsOf } from "@/lib/access/permissions";
import type { Ctx, Runtime } from "@/lib/context";
import type { WireRequest } from "@/lib/providers/contract";
import { providers } from "@/lib/providers/registry";
import { workerCtx } from "@/lib/runtime";
import type { Vault } from "@/lib/vault/vault";
import { openDebitDirect } from "@/simulators/debitdirect/start";
import type { SimClock } from "@/simulators/kit/clock";
import type { Carry, Outgoing, Simulator } from "@/simulators/kit/simulator";
import { openMastercardBs } from "@/simulators/mastercard-bs/start";
import { openPaynl } from "@/simulators/paynl/start";
import { interleaved, lookedAt, type TransactionFate } from "./database";
import { type Dice, diceFor } from "./dice";
import { fates, Network, type Weather } from "./network";
import { type Plan, type ProviderName, planFor } from "./plan";
import { Scheduler } from "./scheduler";

/** What the tests of one process share: the database and the vault over it. */
export interface Ground {
  db: Database;
  vault: Vault;
}

/** Known to simulator and desk alike; it opens nothing anywhere else. */
export const API_KEY = "sk_testonlytestonlytestonly0001";
export const CREDITOR = "cre_simulated";

/** Where a worker's round looks for what is due. */
const workersRead = [submissions, messages, runs].map(getTableName);

/** One schedule: a desk with a creditor, a provider, a network and the time they live in. */
export interface World {
  seed: number;
  plan: Plan;
  dice: Dice;
  scheduler: Scheduler;
  simulator: Simulator;
  weather: Weather;
  runtime: Runtime;
  /** Without yield points: for the arrangement and for judging. */
  read: Reader;
  connectionId: string;
  agreementId: string;
  debtorIds: string[];
  /** How often each kind of fault struck. */
  faults: Record<string, number>;
  /** The last message of the provider's own, and how many came in. */
  heard: Outgoing | null;
  arrivals: number;
  /** How often each write has left. */
  called: Map<string, number>;
  /** How often something was committed that a worker may have to do. */
  orders: number;
  /** What must not happen and showed itself while it ran. */
  odd: string[];
  as(role: Role, options?: { approver?: boolean; name?: string }): Ctx;
  worker(creditorId?: string): Ctx;
  /** Uses the provider's control surface. */
  control(route: string, input?: object): Promise<unknown>;
  inspect(route: string): Promise<unknown>;
}

function openProvider(name: ProviderName, clock: SimClock, carry: Carry): Simulator {
  switch (name) {
    case "debitdirect":
      return openDebitDirect({ clock, carry, apiKey: API_KEY });
    case "paynl":
      return openPaynl({ clock, carry });
    case "mastercard-bs":
      return openMastercardBs({ clock });
  }
}

/** What happens to one transaction, by the plan's share of trouble. */
function transactionFate(plan: Plan, dice: Dice, strike: (kind: string) => void): TransactionFate {
  if (dice.chance(plan.pauses)) {
    strike("database pauses");
    return { kind: "pauses", ms: dice.spread(...plan.pauseMs) };
  }
  if (!dice.chance(plan.database)) return { kind: "fine" };
  const kind = dice.weighted({ fails: 3, dies: 3, commit_unheard: 2, dies_committed: 2 });
  strike(`database ${kind}`);
  if (kind === "fails" || kind === "dies") return { kind, at: 1 + dice.below(6) };
  return { kind };
}

/** I5: a write leaves only on a permit that is committed, and each permit lets one call go. */
async function mustBePermitted(world: World, request: WireRequest): Promise<void> {
  const body = createHash("sha256")
    .update(request.body ?? "")
    .digest("hex");
  const rows = await world.read
    .select({ state: attempts.state, path: attempts.path, permittedAt: attempts.permittedAt })
    .from(attempts)
    .where(eq(attempts.bodySha256, body));
  const own = rows.filter((one) => request.url.endsWith(one.path) && one.permittedAt !== null);
  const name = `${request.method} ${request.url} ${body.slice(0, 8)}`;
  const called = (world.called.get(name) ?? 0) + 1;
  world.called.set(name, called);
  if (own.length < called || !own.some((one) => one.state === "permitted"))
    world.odd.push(`I5 ${name}: call ${called} on ${own.length} permits`);
}

export function openWorld(
  seed: number,
  changes: Partial<Plan>,
  ground: Ground,
  carry: (world: () => World) => Carry,
): World {
  const dice = diceFor(seed);
  const plan = { ...planFor(dice), ...changes };
  const scheduler = new Scheduler(plan.start, dice);
  const faults: Record<string, number> = {};
  const strike = (kind: string) => {
    faults[kind] = (faults[kind] ?? 0) + 1;
  };
  const clock: SimClock = { now: () => new Date(scheduler.now), set: () => undefined };
  const simulator = openProvider(
    plan.provider,
    clock,
    carry(() => world),
  );
  const weather: Weather = {
    harshness: plan.network,
    fates: { ...fates, ...plan.fates },
    troubles: [],
    mayArriveTwice: plan.provider !== "paynl",
    noted: (fate) => strike(`network ${fate}`),
    leaves: (request) => mustBePermitted(world, request),
  };
  const network = new Network(scheduler, dice, simulator, weather);
  // Desk and leases are off by the same: it is one machine's clock.
  const ours = () => new Date(scheduler.now + (scheduler.calm ? 0 : plan.skewMs));
  const runtime: Runtime = {
    db: interleaved(ground.db, scheduler, {
      fateOf: () => transactionFate(plan, dice, strike),
      atReads: () => plan.reads,
      wrote: (tables) => {
        if (workersRead.some((name) => tables.has(name))) world.orders += 1;
      },
    }),
    vault: ground.vault,
    clock: { now: ours, movable: true },
    leases: { now: ours, movable: false },
    call: network.call,
    // Copies and restored backups have a proof of their own.
    instance: { confirm: async () => undefined, noteLeft: async () => undefined },
    publicUrl: "http://127.0.0.1:9",
  };
  const ask = async (method: string, route: string, input?: object) => {
    const url = new URL(route, "http://127.0.0.1");
    const raw = Buffer.from(input === undefined ? "" : JSON.stringify(input), "utf8");
    const served = await simulator.respond({ method, path: url.pathname, url, headers: {}, raw });
    if (served.kind !== "whole" || served.answer.status >= 300)
      throw new Error(`${route}: ${served.kind === "whole" ? served.answer.body.toString() : served.kind}`);
    return JSON.parse(served.answer.body.toString("utf8"));
  };
  const world: World = {
    seed,
    plan,
    dice,
    scheduler,
    simulator,
    weather,
    runtime,
    read: lookedAt(ground.db, scheduler),
    connectionId: "",
    agreementId: "",
    debtorIds: [],
    faults,
    heard: null,
    arrivals: 0,
    called: new Map(),
    orders: 0,
    odd: [],
    as: (role, options = {}) => ({
      actor: { kind: "person", id: `usr_${role}_${options.name ?? ""}`, name: options.name ?? role },
      creditorId: CREDITOR,
      permissions: permissionsOf(role, options.approver ?? false),
      requestId: "",
      ...runtime,
      providers,
    }),
    worker: (creditorId = CREDITOR) => workerCtx(runtime, creditorId),
    control: (route, input = {}) => ask("POST", route, input),
    inspect: (route) => ask("GET", route),
  };
  return world;
}

export async function writeCreditor(db: Database, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.insert(creditors).values({ id: CREDITOR, name: "Halmstrup Fjernvarme", createdAt: at });
  });
}
