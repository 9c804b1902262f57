import { AsyncLocalStorage } from "node:async_hooks";
import { getTableName, type Table } from "drizzle-orm";
import type { Database, Reader, Tx } from "@/db/client";
import { migrate } from "@/db/migrate";
import { connectPostgres } from "@/db/postgres-driver";
import * as schema from "@/db/schema";
import { openSqlite } from "@/db/sqlite-driver";
import { type PostgresServer, startPostgres } from "@/db/testing/postgres-server";
import type { Scheduler } from "./scheduler";

export type EngineName = "sqlite" | "postgres";

/** Shared by two connections of one process, and gone with them. One that reads while the other writes is refused. */
const IN_MEMORY = "file:/simulation?vfs=memdb";

/** A migrated database of its own, SQLite's in memory: power cuts are not simulated here. */
export async function openDatabase(engine: EngineName): Promise<{ db: Database; close(): Promise<void> }> {
  if (engine === "sqlite") {
    const db = openSqlite(IN_MEMORY);
    await migrate(db);
    return { db, close: db.close };
  }
  const server: PostgresServer = await startPostgres();
  const db = connectPostgres(server.url("postgres"), 4);
  await migrate(db);
  const close = async () => {
    await db.close();
    await server.stop();
  };
  return { db, close };
}

const { vaultKeys: _, engine: __, ...emptied } = schema;

const wiping = [
  "begin;",
  ...Object.values(emptied).map((table) => `delete from "${getTableName(table)}";`),
  "commit;",
].join("\n");

/** Forgets every schedule that was: its open rows would be due in the next. In one go, for there are many tables. */
export const wipe = (db: Database): Promise<void> => db.execute(wiping);

/** What goes wrong with one transaction. */
export type TransactionFate =
  | { kind: "fine" }
  /** It is committed, and the process stands still for a while before it goes on. */
  | { kind: "pauses"; ms: number }
  /** The statement of this number fails, or the process dies at it; all before it is undone. */
  | { kind: "fails" | "dies"; at: number }
  /** It is committed, and nobody is told: the connection broke at that very moment, or the process died. */
  | { kind: "commit_unheard" | "dies_committed" };

class BrokenDatabase extends Error {
  override name = "BrokenDatabase";
}

const brief = (patch: object): string =>
  Object.entries(patch)
    .filter(([name]) => ["id", "state", "to", "kind", "action", "sending", "effect", "detail"].includes(name))
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(" ");

type Statements = { count: number; said: string[]; tables: Set<string> };

/** A transaction that writes down what it does, and breaks at the statement that its fate names. */
function watched(tx: Tx, fate: TransactionFate, seen: Statements): Tx {
  const next = (text: string) => {
    seen.count += 1;
    seen.said.push(text);
    if ((fate.kind === "fails" || fate.kind === "dies") && seen.count >= fate.at)
      throw new BrokenDatabase(`the database went away at statement ${seen.count}`);
  };
  const noted = <T extends object>(builder: T, method: "set" | "values", verb: string): T =>
    new Proxy(builder, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        if (name !== method) return member.bind(target);
        return (patch: object) => {
          next(`${verb} ${brief(patch)}`);
          return Reflect.apply(member, target, [patch]);
        };
      },
    });
  const verbs: Readonly<Record<string, "set" | "values">> = { update: "set", insert: "values" };
  return new Proxy(tx, {
    get: (target, verb) => {
      const member: unknown = Reflect.get(target, verb, target);
      if (typeof member !== "function") return member;
      const method = typeof verb === "string" ? verbs[verb] : undefined;
      if (!method) return member.bind(target);
      return (table: Table) => {
        const name = getTableName(table);
        seen.tables.add(name);
        return noted(Reflect.apply(member, target, [table]), method, `${String(verb)} ${name}`);
      };
    },
  });
}

/** A read that is carried out when it is awaited, at a yield point of its own when it is `open`. */
function lateRead(builder: object, carryOut: (run: () => PromiseLike<unknown>) => Promise<unknown>): object {
  return new Proxy(builder, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name === "then")
        return (done: (value: unknown) => unknown, failed: (error: unknown) => unknown) =>
          carryOut(() => Promise.resolve(Reflect.apply(member, target, [(rows: unknown) => rows]))).then(
            done,
            failed,
          );
      return (...args: unknown[]) => {
        const made: unknown = Reflect.apply(member, target, args);
        return typeof made === "object" && made !== null ? lateRead(made, carryOut) : made;
      };
    },
  });
}

const inside = new AsyncLocalStorage<true>();

function readerOf(db: Database, carryOut: (run: () => PromiseLike<unknown>) => Promise<unknown>): Reader {
  // The proxy gives what the builder gives, only later.
  const select: Reader["select"] = (...args: unknown[]) =>
    lateRead(Reflect.apply(db.read.select, db.read, args), carryOut) as never;
  const selectDistinct: Reader["selectDistinct"] = (...args: unknown[]) =>
    lateRead(Reflect.apply(db.read.selectDistinct, db.read, args), carryOut) as never;
  return { select, selectDistinct, with: db.read.with.bind(db.read), $with: db.read.$with };
}

/** For looking from outside: no yield points, but time stands still until the answer is there. */
export const lookedAt = (db: Database, scheduler: Scheduler): Reader =>
  readerOf(db, (run) => scheduler.outside(run));

/** The same database for one schedule: every transaction is a yield point on either side, reads are when it is asked. */
export function interleaved(
  db: Database,
  scheduler: Scheduler,
  {
    fateOf,
    atReads,
    wrote,
  }: {
    fateOf(): TransactionFate;
    atReads(): boolean;
    /** Told which tables a commit has touched. */
    wrote(tables: ReadonlySet<string>): void;
  },
): Database {
  const carryOut = async (run: () => PromiseLike<unknown>) => {
    if (!inside.getStore() && !scheduler.calm && atReads()) await scheduler.yieldAt("reads");
    return scheduler.outside(run);
  };
  const dead = () => {
    scheduler.current().alive = false;
    scheduler.note("DIES");
    return new Promise<never>(() => {});
  };

  return {
    ...db,
    read: readerOf(db, carryOut),
    transaction: async (work) => {
      await scheduler.yieldAt("begins a transaction");
      const fate = scheduler.calm ? ({ kind: "fine" } as const) : fateOf();
      const seen: Statements = { count: 0, said: [], tables: new Set() };
      try {
        const result = await scheduler.outside(() =>
          db.transaction((tx) => {
            // Postgres may run it again from the start.
            seen.count = 0;
            seen.said.length = 0;
            seen.tables.clear();
            return inside.run(true, () => work(watched(tx, fate, seen)));
          }),
        );
        wrote(seen.tables);
        scheduler.note(`COMMIT ${seen.said.join("; ")}`);
        if (fate.kind === "dies_committed") return await dead();
        if (fate.kind === "commit_unheard") throw new BrokenDatabase("the connection broke at the commit");
        if (fate.kind === "pauses") await scheduler.sleep(fate.ms);
        else await scheduler.yieldAt("has committed");
        return result;
      } catch (error) {
        if (error instanceof BrokenDatabase && fate.kind === "dies") return await dead();
        if (!(error instanceof BrokenDatabase) || fate.kind !== "commit_unheard")
          scheduler.note(
            `ROLLBACK ${seen.said.join("; ")} (${error instanceof Error ? error.message : error})`,
          );
        await scheduler.yieldAt("was rolled back");
        throw error;
      }
    },
  };
}
