import type { Dice } from "./dice";
import type { Fates, Trouble } from "./network";

export const providerNames = ["debitdirect", "paynl", "mastercard-bs"] as const;
export type ProviderName = (typeof providerNames)[number];

/** Everything about a schedule that is decided before it begins. */
export interface Plan {
  provider: ProviderName;
  start: Date;
  /** How long, in virtual time, things go wrong. */
  spanMs: number;
  /** Share of requests, of transactions and of steps to which something happens. */
  network: number;
  database: number;
  crashes: number;
  /** Share of commits after which a process is slow to go on. */
  pauses: number;
  pauseMs: [least: number, most: number];
  /** Weights of what happens to a request, in place of the ordinary ones. */
  fates: Partial<Fates>;
  /** Yield points at reads too. */
  reads: boolean;
  workers: number;
  acts: number;
  debtors: number;
  troubles: { kind: Trouble["kind"]; fromMs: number; untilMs: number }[];
  /** How far our clock is off from the provider's. */
  skewMs: number;
  visibilitySeconds: number;
  lagSeconds: number;
  /** What follows proven absence where the connection lets one choose; null is the provider's own default. */
  afterAbsence: "resend" | "person" | null;
  pageSize: number;
  pollSeconds: number;
  /** An approver lets go again what is proven absent. */
  releases: boolean;
  /** Afterwards everything is well again and must come to an end; otherwise it is judged where it stands. */
  liveness: boolean;
}

/** Ordinary days, nights in which the clocks change, deadlines, the end of the year and the leap day. */
const starts = [
  "2026-11-10T09:00:00Z",
  "2026-10-24T23:30:00Z",
  "2027-03-28T00:30:00Z",
  "2026-11-22T22:40:00Z",
  "2026-12-31T22:30:00Z",
  "2028-02-28T22:30:00Z",
  "2026-12-16T14:00:00Z",
  "2027-05-12T06:00:00Z",
] as const;

const HOUR_MS = 3_600_000;

/** How long new things are missing from the provider's look-ups, in seconds; now and then longer than we reckon with. */
function lagOf(dice: Dice, visibilitySeconds: number): number {
  if (dice.chance(0.6)) return 0;
  return dice.chance(0.7) ? dice.below(visibilitySeconds + 1) : dice.spread(60, 24 * 3_600);
}

function afterAbsenceOf(dice: Dice, provider: ProviderName): Plan["afterAbsence"] {
  if (!dice.chance(0.5)) return null;
  return provider === "paynl" ? "resend" : "person";
}

function troublesOf(dice: Dice, spanMs: number): Plan["troubles"] {
  if (!dice.chance(0.4)) return [];
  const kinds = ["refuses", "silent", "unavailable", "credential"] as const;
  return Array.from({ length: 1 + dice.below(2) }, () => {
    const fromMs = dice.below(spanMs);
    return { kind: dice.pick(kinds), fromMs, untilMs: fromMs + dice.spread(30_000, 6 * HOUR_MS) };
  });
}

export function planFor(dice: Dice): Plan {
  const provider = dice.weighted({ debitdirect: 4, paynl: 4, "mastercard-bs": 2 });
  const spanMs = dice.spread(60_000, 48 * HOUR_MS);
  const visibilitySeconds = dice.pick([1, 2, 5, 30, 60, 120, 600]);
  const lagSeconds = lagOf(dice, visibilitySeconds);
  // What is promised then: the same key may go again, whatever else waits. A send that is a new one at the provider
  // (PAY. has no key, and a spent key is replaced by another) relies on the visibility setting of the connection.
  const beyond = lagSeconds > visibilitySeconds;
  const start = new Date(Date.parse(dice.pick(starts)) + dice.below(HOUR_MS));
  return {
    provider,
    start,
    spanMs,
    network: dice.pick([0, 0.05, 0.15, 0.3, 0.5, 0.8]),
    database: dice.pick([0, 0, 0, 0.02, 0.1]),
    crashes: dice.pick([0, 0, 0.005, 0.02, 0.06]),
    pauses: dice.pick([0, 0, 0.03, 0.15]),
    pauseMs: [1_000, 60_000],
    fates: {},
    reads: dice.chance(0.3),
    workers: 2 + dice.below(3),
    acts: 2 + dice.below(7),
    debtors: 1 + dice.below(2),
    troubles: troublesOf(dice, spanMs),
    skewMs: dice.chance(0.15) ? (dice.below(1201) - 600) * 1_000 : 0,
    visibilitySeconds,
    lagSeconds,
    afterAbsence: beyond ? null : afterAbsenceOf(dice, provider),
    releases: !beyond,
    pageSize: dice.pick([2, 3, 50]),
    pollSeconds: Math.max(5, Math.min(3_600, Math.round(spanMs / 1_000 / (4 + dice.below(20))))),
    liveness: dice.chance(0.5),
  };
}
