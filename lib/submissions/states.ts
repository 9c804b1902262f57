import type { SubmissionState } from "@/db/tables/journeys";

/** A submission is open while its effect at the provider is wanted and not proven. */
export const openStates = ["intended", "in_flight", "unknown"] as const satisfies SubmissionState[];

/** How long a sender keeps its lease, in real milliseconds; well over the longest call. */
export const LEASE_MS = 45_000;

/** Longer than any call takes; a sender with less than this left of its lease must not begin one. */
export const LONGEST_CALL_MS = 20_000;

/** How long a request may still be alive on its way after its call began; an assumption about every network. */
export const REQUEST_LIFE_MS = 15_000;

/** So many faults of ours in a row, and a person has to look before it is tried again. */
export const FAULTS_BEFORE_PARKING = 5;

/** Whether a submission stands still after faults of ours, until a person lets it be tried again. */
export const isParked = (
  one: { faults: number; nextAt: Date | null; closedAt: Date | null } | null,
): boolean =>
  one !== null && one.faults >= FAULTS_BEFORE_PARKING && one.nextAt === null && one.closedAt === null;

const lookUpSteps = [1_000, 3_000, 10_000, 30_000, 60_000, 180_000, 300_000];

/** How long to wait before asking about an unknown outcome again. */
export const lookUpDelayMs = (asked: number): number =>
  lookUpSteps[Math.min(asked, lookUpSteps.length - 1)] ?? 300_000;

/** Back-off before the same bytes go again after a proven "nothing happened", with jitter in [0, 1). */
export const resendDelayMs = (tries: number, jitter: number): number =>
  Math.round(Math.min(1_000 * 2 ** Math.min(tries, 8), 120_000) * (0.75 + jitter / 2));
