import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Engine } from "./engine";

/** Reads outside a transaction. Writing is possible only through `inTransaction`. */
export type Reader = Pick<NodePgDatabase, "select" | "selectDistinct" | "with" | "$with">;

/** An open transaction. */
export type Tx = Pick<
  NodePgDatabase,
  "select" | "selectDistinct" | "with" | "$with" | "insert" | "update" | "delete"
>;

/** A connected database. `transaction` is for db/transaction.ts only. */
export interface Connected {
  readonly engine: Engine;
  readonly read: Reader;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Statements of migrations and of preparation; never with values in them. */
  execute(statement: string): Promise<void>;
  query(statement: string): Promise<Record<string, unknown>[]>;
  /** Tells this database from a copy of it: a copy lies in another file, or in another server or database. */
  place(): Promise<string>;
  /**
   * Work of which only one process at a time may be inside, and after which others find this one in the database.
   * `company`: somebody who came in before is connected now; nobody is connected to a copy.
   */
  enter<T>(work: (company: boolean) => Promise<T>): Promise<T>;
  /** Whether others still find this process in the database; not after its server was away. */
  inside(): boolean;
  close(): Promise<void>;
}

export type Database = Connected;
