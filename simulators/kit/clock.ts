import { readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";

/** A clock that can be moved. Durations between two reads still pass in real time. */
export interface SimClock {
  now(): Date;
  /** Moves the clock to this instant; it goes on running from there. */
  set(instant: Date): void;
}

export function memoryClock(start: Date = new Date()): SimClock {
  let offset = start.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + offset),
    set: (instant) => {
      offset = instant.getTime() - Date.now();
    },
  };
}

/**
 * A clock kept in a small file, `{ "offset_ms": number }`, so that several processes (the simulators, the app,
 * the worker) see one time. A missing file means no offset.
 */
export function fileClock(path: string): SimClock {
  let offset = 0;
  let seen = -1;
  const read = () => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat || stat.mtimeMs === seen) return;
    const content: { offset_ms: number } = JSON.parse(readFileSync(path, "utf8"));
    offset = content.offset_ms;
    seen = stat.mtimeMs;
  };
  return {
    now: () => {
      read();
      return new Date(Date.now() + offset);
    },
    set: (instant) => writeOffset(path, instant.getTime() - Date.now()),
  };
}

/** Moves the clock of a file, for whoever reads it. */
export function writeOffset(path: string, offsetMs: number): void {
  const before = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // Written beside and renamed, so that no reader ever sees half a file.
  writeFileSync(`${path}.new`, JSON.stringify({ offset_ms: offsetMs }));
  // A file system dates two writes within a few milliseconds alike; a reader would take the second for the first.
  const at = Math.max(Date.now(), Math.floor(before) + 2) / 1_000;
  utimesSync(`${path}.new`, at, at);
  renameSync(`${path}.new`, path);
}
