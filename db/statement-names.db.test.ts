import { eq, inArray } from "drizzle-orm";
import { expect, inject, it } from "vitest";
import type { Database } from "./client";
import { connectPostgres } from "./postgres-driver";
import { creditors } from "./schema";
import { connectSqlite } from "./sqlite-driver";
import { testDatabase } from "./testing/database";

/** A second desk on the same database, of one connection. */
async function another(db: Database) {
  if (db.engine === "sqlite") {
    const [row] = await db.query("pragma database_list");
    return connectSqlite(String(row?.file), 200);
  }
  const [row] = await db.query("select current_database() as name");
  return connectPostgres(`${inject("postgresUrl")}${row?.name}`, 1);
}

const kept = async (db: Pick<Database, "query">) =>
  Number((await db.query("select count(*) as n from pg_prepared_statements"))[0]?.n);

it("a statement that is asked again is parsed once, and what is kept of them is bounded", async () => {
  const db = await testDatabase();
  const one = await another(db);
  const ask = (text: string) => one.read.select().from(creditors).where(eq(creditors.name, text));
  for (const name of ["first", "second", "third"]) await ask(name);
  if (db.engine === "postgres") {
    expect(await kept(one)).toBe(1);
    // Every length of such a list is another statement.
    for (let n = 1; n <= 600; n += 1)
      await one.read
        .select()
        .from(creditors)
        .where(inArray(creditors.id, Array(n).fill("nobody")));
    expect(await kept(one)).toBeGreaterThan(400);
    expect(await kept(one)).toBeLessThanOrEqual(500);
  }
  expect(await ask("nobody")).toEqual([]);
  await one.close();
});
