import { openSync, readSync } from "node:fs";
import pg from "pg";
import { passed } from "./statements";

/**
 * What the proof does to the machine under a program, before the program begins: its clock can be moved, as when hours
 * go by, and it can die at any statement of a transaction. The program itself knows nothing of either.
 */
const { MACHINE_CLOCK } = process.env;

/** Eight bytes of a file: by how many milliseconds the machine's clock is ahead of the real one. */
function moveClock(path: string): void {
  const file = openSync(path, "r");
  const ahead = Buffer.alloc(8);
  const real = Date.now;
  Date.now = () => {
    readSync(file, ahead, 0, 8, 0);
    return real() + ahead.readDoubleLE(0);
  };
  // `new Date()` asks the machine by itself, past `Date.now`.
  globalThis.Date = new Proxy(Date, {
    construct: (date, given: unknown[], as) =>
      Reflect.construct(date, given.length === 0 ? [Date.now()] : given, as),
  });
}

/** Postgres: counted when it has been handed to the server, which may then finish it alone. */
function countOnPostgres(): void {
  const query = pg.Client.prototype.query;
  const within = new WeakSet<pg.Client>();
  const counted = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text =
      typeof first === "string"
        ? first
        : first && typeof first === "object" && "text" in first
          ? String(first.text)
          : "";
    if (/^begin/i.test(text)) within.add(this);
    const counts = within.has(this);
    if (/^(commit|rollback)/i.test(text)) within.delete(this);
    const result: unknown = Reflect.apply(query, this, args);
    if (counts) passed();
    return result;
  };
  Object.defineProperty(pg.Client.prototype, "query", { value: counted });
}

if (MACHINE_CLOCK) moveClock(MACHINE_CLOCK);
countOnPostgres();
