import type { CrashPoint } from "@/lib/crash-point";
import type { Random } from "./random";

export type Program = "worker" | "app";

/** One way in which a program ends before its time. */
export type Blow =
  | { kind: "point"; program: Program; point: CrashPoint; nth: number }
  | { kind: "statement"; program: Program; nth: number }
  | { kind: "moment"; program: Program; afterMs: number }
  /** Frozen at a point until its lease has long passed and another has done the work; then it wakes. */
  | { kind: "freeze"; program: "worker"; point: CrashPoint }
  /** Asked to stop, as by a deployment. */
  | { kind: "stop"; program: "worker"; afterMs: number };

/** What happens in one round: what the provider does wrong, and who dies when, one after the other. */
export interface Plan {
  fault: "none" | "cut-before" | "cut-after" | "hang-up";
  blows: Blow[];
}

export const nameOf = (blow: Blow): string => {
  switch (blow.kind) {
    case "point":
      return `${blow.program} ${blow.point}`;
    case "freeze":
      return `freeze ${blow.point}`;
    default:
      return `${blow.program} ${blow.kind}`;
  }
};

/** The points that each program comes by. */
export const pointsOf = {
  worker: [
    "send.recording",
    "send.recorded",
    "send.permitting",
    "send.permitted",
    "send.answered",
    "send.settling",
    "send.settled",
    "look-up.taken",
    "look-up.answered",
    "look-up.settling",
    "message.leased",
    "reading.admitting",
    "message.admitted",
    "poll.leased",
    "poll.read",
  ],
  app: [
    "send.recording",
    "send.recorded",
    "send.permitting",
    "send.permitted",
    "send.answered",
    "send.settling",
    "send.settled",
    "message.storing",
    "message.stored",
    "message.leased",
    "reading.admitting",
    "message.admitted",
  ],
} as const satisfies Record<Program, readonly CrashPoint[]>;

/** Where nothing is held open in the database: a program that is frozen inside a transaction is another story. */
export const freezable = [
  "send.recorded",
  "send.permitted",
  "send.answered",
  "look-up.taken",
  "look-up.answered",
  "poll.leased",
] as const satisfies readonly CrashPoint[];

/** Before a look-up can be interrupted something must be unknown, and before a worker takes a message the app must not. */
function leadingTo(blow: Blow): Blow[] {
  if (!("point" in blow) || blow.program === "app") return [blow];
  if (blow.point.startsWith("look-up"))
    return [{ kind: "point", program: "worker", point: "send.answered", nth: 1 }, blow];
  if (blow.point.startsWith("message"))
    return [{ kind: "point", program: "app", point: "message.stored", nth: 1 }, blow];
  return [blow];
}

const at = (program: Program, point: CrashPoint): Blow => ({ kind: "point", program, point, nth: 1 });

/** Each point of each program once, and a worker that sleeps and one that is asked to stop, in few rounds. */
export function everyPoint(): Plan[] {
  const led = (point: CrashPoint) => point.startsWith("look-up") || point.startsWith("message");
  const ledTo = (noun: string) => pointsOf.worker.filter((point) => point.startsWith(noun));
  const others: Blow[] = [
    ...pointsOf.worker.filter((point) => !led(point)).map((point) => at("worker", point)),
    { kind: "freeze", program: "worker", point: "send.permitted" },
    { kind: "freeze", program: "worker", point: "send.answered" },
    { kind: "stop", program: "worker", afterMs: 40 },
  ];
  return pointsOf.app.map((point): Plan => {
    // What is unknown, or stored and not applied, after the app has died there is what these deaths need.
    const after = point === "send.answered" ? "look-up" : point === "message.stored" ? "message" : undefined;
    const next = after ? ledTo(after).map((one) => at("worker", one)) : others.splice(0, 2);
    return { fault: "none", blows: [at("app", point), ...next] };
  });
}

function randomBlow(random: Random): Blow[] {
  const program = random.chance(0.7) ? "worker" : "app";
  const kind = random.next();
  if (kind < 0.45) {
    const point = random.pick(pointsOf[program]);
    // An event comes once a round.
    const nth = point.startsWith("message") ? 1 : random.between(1, 3);
    return leadingTo({ kind: "point", program, point, nth });
  }
  if (kind < 0.65) return [{ kind: "statement", program, nth: random.between(1, 60) }];
  if (kind < 0.9) return [{ kind: "moment", program, afterMs: random.between(0, 250) }];
  if (kind < 0.95) return leadingTo({ kind: "freeze", program: "worker", point: random.pick(freezable) });
  return [{ kind: "stop", program: "worker", afterMs: random.between(0, 250) }];
}

/** Some deaths on top of each other, sometimes with a provider that misbehaves as well. */
export function randomPlan(random: Random): Plan {
  const faults = ["none", "none", "none", "cut-before", "cut-after", "hang-up"] as const;
  const blows = Array.from({ length: random.between(1, 5) }, () => randomBlow(random)).flat();
  return { fault: random.pick(faults), blows };
}
