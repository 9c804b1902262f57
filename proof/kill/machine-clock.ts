import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type SimClock, writeOffset } from "@/simulators/kit/clock";

/**
 * The time of one desk and of the machine it runs on. `pass` moves the desk's own clock, which desk and simulators
 * share. `machinePass` lets the machine's clock go on as well, by which leases run: only while nobody is in the middle of
 * something, for no call really takes a minute.
 */
export interface MachineClock extends SimClock {
  /** Where programs find the machine's clock, and the desk's. */
  env: { MACHINE_CLOCK: string; CLOCK_FILE: string };
  /** The machine's clock, in milliseconds. */
  machineNow(): number;
  pass(ms: number): void;
  machinePass(ms: number): void;
  close(): void;
}

export function machineClock(folder: string, start: Date): MachineClock {
  const env = { MACHINE_CLOCK: join(folder, "machine"), CLOCK_FILE: join(folder, "clock.json") };
  const file = openSync(env.MACHINE_CLOCK, "w+");
  const bytes = Buffer.alloc(8);
  let ahead = 0;
  let offset = 0;
  const writeAhead = () => {
    bytes.writeDoubleLE(ahead, 0);
    writeSync(file, bytes, 0, 8, 0);
  };
  const machineNow = () => Date.now() + ahead;
  const now = () => new Date(machineNow() + offset);
  const set = (instant: Date) => {
    offset = instant.getTime() - machineNow();
    writeOffset(env.CLOCK_FILE, offset);
  };
  writeAhead();
  set(start);
  return {
    env,
    now,
    set,
    machineNow,
    pass: (ms) => set(new Date(now().getTime() + ms)),
    machinePass: (ms) => {
      ahead += ms;
      writeAhead();
    },
    close: () => closeSync(file),
  };
}
