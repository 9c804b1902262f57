import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { engineOf } from "./engine";

/** What a witness remembers of one instance. */
export interface Seen {
  generation: number;
  token: string;
  /** Where its database was, and the machine that spoke to it. */
  place: string;
  machine: string;
  /** The last attempts that left from here; a database without them is older than it was. */
  left: string[];
}

/** Kept outside the database: what has happened, as far as this machine saw it. */
export interface Witness {
  seen(instance: string): Seen | null;
  /** From now on this is what the database must be. What left under an earlier generation is forgotten. */
  bind(instance: string, now: Omit<Seen, "left">): void;
  /** On disk when it is done. */
  note(instance: string, attemptId: string): Promise<void>;
  /** One piece of work at a time on this machine; no note is taken meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** More than are ever on their way at once from one machine. */
const REMEMBERED = 50;

const schema = `
  create table if not exists seen (
    instance text primary key, generation integer not null, token text not null,
    place text not null, machine text not null
  );
  create table if not exists departed (n integer primary key, instance text not null, attempt text not null);
`;

/** Beside the file of an SQLite database; for a server in the data folder. */
export function witnessPath(url: string, given: string | undefined): string {
  if (given) return given;
  return engineOf(url) === "sqlite" ? `${url.replace(/^file:/, "")}.witness` : "data/debitdesk.witness";
}

/** The operating system's own name for this machine, where it has one. */
export function thisMachine(): string {
  try {
    const id = readFileSync("/etc/machine-id", "utf8").trim();
    return id ? createHash("sha256").update(id).digest("hex").slice(0, 16) : "";
  } catch {
    return "";
  }
}

/** A small SQLite file: several processes write it, and every note is on disk before a request leaves. */
export function openWitness(path: string): Witness {
  mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path, { timeout: 10_000 });
  db.exec(`pragma journal_mode=wal; pragma synchronous=full; ${schema}`);
  let turn: Promise<unknown> = Promise.resolve();
  /** A note inside somebody's open transaction would not be on disk yet. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    seen: (instance) => read(db, instance),
    bind: (instance, { generation, token, place, machine }) => {
      db.prepare("insert or replace into seen values (?, ?, ?, ?, ?)").run(
        instance,
        generation,
        token,
        place,
        machine,
      );
      db.prepare("delete from departed where instance = ?").run(instance);
    },
    note: (instance, attemptId) => inTurn(async () => write(db, instance, attemptId)),
    alone: (work) => inTurn(() => transaction(db, work)),
  };
}

function write(db: DatabaseSyncInstance, instance: string, attemptId: string): void {
  const { lastInsertRowid } = db
    .prepare("insert into departed (instance, attempt) values (?, ?)")
    .run(instance, attemptId);
  // Tidied now and then: every deletion is a second write to disk.
  if (Number(lastInsertRowid) % REMEMBERED === 0)
    db.prepare("delete from departed where n <= ?").run(Number(lastInsertRowid) - REMEMBERED * 4);
}

function read(db: DatabaseSyncInstance, instance: string): Seen | null {
  const row = db.prepare("select * from seen where instance = ?").get(instance);
  if (!row || typeof row !== "object") return null;
  const fields: Record<string, unknown> = { ...row };
  const left = db
    .prepare("select attempt from departed where instance = ? order by n desc limit ?")
    .all(instance, REMEMBERED);
  return {
    generation: Number(fields.generation),
    token: String(fields.token),
    place: String(fields.place),
    machine: String(fields.machine),
    left: left.map((one) => String(Object.values(one ?? {})[0])),
  };
}

async function transaction<T>(db: DatabaseSyncInstance, work: () => Promise<T>): Promise<T> {
  db.exec("begin immediate");
  try {
    return await work();
  } finally {
    // What was noted stays noted, whatever became of the rest.
    db.exec("commit");
  }
}
