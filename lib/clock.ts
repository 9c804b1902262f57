import { readFileSync, statSync } from "node:fs";

export interface Clock {
  now(): Date;
  /** Can be moved by a person: then no real provider may be reached. */
  readonly movable: boolean;
}

export const systemClock: Clock = { now: () => new Date(), movable: false };

/**
 * A clock that a file can move (`{ "offset_ms": number }`), so that a demonstration can cross a deadline while the
 * desk, its worker and the simulators keep one time. A missing file means no offset.
 */
export function fileClock(path: string): Clock {
  let offset = 0;
  let seen = -1;
  return {
    movable: true,
    now: () => {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat && stat.mtimeMs !== seen) {
        const content: { offset_ms: number } = JSON.parse(readFileSync(path, "utf8"));
        offset = content.offset_ms;
        seen = stat.mtimeMs;
      }
      return new Date(Date.now() + offset);
    },
  };
}
