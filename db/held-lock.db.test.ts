import { eq } from "drizzle-orm";
import { expect, inject, it } from "vitest";
import type { Database } from "./client";
import { connectPostgres } from "./postgres-driver";
import { creditors } from "./schema";
import { connectSqlite } from "./sqlite-driver";
import { testDatabase } from "./testing/database";
import { inTransaction } from "./transaction";

const creditor = { id: "cre_1", name: "first", createdAt: new Date("2026-11-20T12:00:00Z") };
const LIMIT_MS = 200;

const rename = (db: Database, name: string, then: () => Promise<unknown> = async () => undefined) =>
  inTransaction(db, async (tx) => {
    await tx.update(creditors).set({ name }).where(eq(creditors.id, creditor.id));
    await then();
    await tx
      .update(creditors)
      .set({ name: `${name} again` })
      .where(eq(creditors.id, creditor.id));
  });

async function prepared(): Promise<Database> {
  const db = await testDatabase();
  await inTransaction(db, async (tx) => {
    await tx.insert(creditors).values(creditor);
  });
  return db;
}

const nameIn = async (db: Database) => (await db.read.select().from(creditors))[0]?.name;

/** Another process's connection to the same database. */
async function another(db: Database): Promise<Database> {
  if (db.engine === "postgres") {
    const [row] = await db.query("select current_database() as name");
    return connectPostgres(`${inject("postgresUrl")}${row?.name}`, 2, { idleInTransactionMs: LIMIT_MS });
  }
  const [row] = await db.query("pragma database_list");
  return connectSqlite(String(row?.file), LIMIT_MS);
}

it("P7: one frozen in mid-transaction does not hold others up for ever", async () => {
  const db = await prepared();
  const other = await another(db);
  if (db.engine === "postgres") {
    // The server gives up on the one that sleeps; what it writes when it wakes is refused as a whole.
    const late = rename(other, "frozen", () => rename(db, "awake"));
    await expect(late).rejects.toThrow();
    expect(await nameIn(db)).toBe("awake again");
  } else {
    // The file has one lock, and only its holder can let go of it: others fail in time, and say why.
    await rename(db, "frozen", async () => {
      await expect(rename(other, "awake")).rejects.toThrow(/locked/);
    });
    expect(await nameIn(db)).toBe("frozen again");
  }
  await other.close();
});
