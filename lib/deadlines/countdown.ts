export type Countdown = { days: number; hours: number; minutes: number; seconds: number; over: boolean };

const MS = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1_000 } as const;

/**
 * Real elapsed time left, rounded down to the second; a day is 24 hours even when the clocks change in between.
 * All zero and `over` once the cut-off has passed.
 */
export function countdown(cutoffAt: Date, now: Date): Countdown {
  const left = cutoffAt.getTime() - now.getTime();
  const ms = Math.max(0, left);
  return {
    days: Math.floor(ms / MS.day),
    hours: Math.floor((ms % MS.day) / MS.hour),
    minutes: Math.floor((ms % MS.hour) / MS.minute),
    seconds: Math.floor((ms % MS.minute) / MS.second),
    over: left < 0,
  };
}
