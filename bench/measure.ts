/** The middle and the end of many times of one thing, in milliseconds. */
export interface Figures {
  p50: number;
  p95: number;
}

/** Milliseconds of every run: by the clock, and of the server's work where the system tells it. */
export interface Times {
  clock: number[];
  work: number[];
}

/** Runs that do not count: statements are prepared, code is compiled. */
const WARM_UP = 3;

/**
 * Times several things in turns: one of each, over and over. Whatever else the machine does then falls on all of them
 * alike, and what one costs in terms of another does not depend on the hour.
 */
export async function inTurns<Name extends string>(
  runs: number,
  things: Readonly<Record<Name, () => Promise<unknown>>>,
  worked: () => number | null,
): Promise<Record<Name, Times>> {
  const named = Object.entries(things) as [Name, () => Promise<unknown>][];
  const times = Object.fromEntries(named.map(([name]): [string, Times] => [name, { clock: [], work: [] }]));
  for (let run = -WARM_UP; run < runs; run += 1)
    for (const [name, once] of named) {
      const before = worked();
      const started = performance.now();
      await once();
      const took = performance.now() - started;
      const after = worked();
      if (run < 0) continue;
      times[name]?.clock.push(took);
      if (before !== null && after !== null) times[name]?.work.push(after - before);
    }
  return times as Record<Name, Times>;
}

export function figures(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
