/** What is left until a moment, as a clock shows it. */
export interface Remaining {
  passed: boolean;
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
  /** Under four hours every second counts, and is shown. */
  fine: boolean;
  /** Until the figures change; null once it has passed. */
  changesInMs: number | null;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FINE = 4 * HOUR;

/** Rounded down: a clock that says one minute left has at least that. Days are 24 hours long here. */
export function remaining(deadlineMs: number, nowMs: number): Remaining {
  const left = Math.max(0, deadlineMs - nowMs);
  const fine = left < FINE;
  return {
    passed: left === 0,
    days: Math.floor(left / DAY),
    hours: Math.floor((left % DAY) / HOUR),
    minutes: Math.floor((left % HOUR) / MINUTE),
    seconds: Math.floor((left % MINUTE) / SECOND),
    fine,
    // The figures stay until one more millisecond than the rest has gone.
    changesInMs: left === 0 ? null : Math.min((left % (fine ? SECOND : MINUTE)) + 1, left),
  };
}
