import { describe, expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { testDatabase } from "@/db/testing/database";
import { emptyDatabase, lookInto } from "./reset";

const creditor = "insert into creditors (id, name, created_at) values ('cre_1', 'One',";
const connection = (environment: string, time: string) =>
  `insert into connections (id, creditor_id, provider, name, environment, base_url, settings, events_secret_sealed,
   events_secret_hash, created_at, version) values ('con_1', 'cre_1', 'any', 'Any', '${environment}', 'http://127.0.0.1', '{}',
   's', 'h', ${time}, 0)`;

async function filled(environment: string) {
  const db = await testDatabase();
  const time = db.engine === "sqlite" ? "0" : "now()";
  await db.execute(`${creditor} ${time})`);
  await db.execute(connection(environment, time));
  return db;
}

describe("the database that a demo is given", () => {
  it("is empty when it is only migrated, and a demo's when its connections lead to simulators", async () => {
    expect(await lookInto(await testDatabase())).toBe("empty");
    expect(await lookInto(await filled("simulator"))).toBe("demo");
  });

  it("is never emptied when a connection leads to a real provider", async () => {
    const db = await filled("production");
    expect(await lookInto(db)).toBe("real");
    await expect(emptyDatabase(db)).rejects.toThrow("real");
    expect(await db.query("select id from creditors")).toEqual([{ id: "cre_1" }]);
  });

  it("is never emptied when its tables are of something else", async () => {
    const db = await filled("simulator");
    await db.execute("drop table debitdesk_migrations");
    await expect(emptyDatabase(db)).rejects.toThrow("foreign");
  });

  it("can be used anew after it was emptied", async () => {
    const db = await filled("simulator");
    await emptyDatabase(db);
    expect(await lookInto(db)).toBe("empty");
    expect(await migrate(db)).not.toEqual([]);
    expect(await db.query("select id from creditors")).toEqual([]);
  });
});
