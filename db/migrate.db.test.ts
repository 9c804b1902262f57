import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Database } from "./client";
import { migrate } from "./migrate";
import { emptyDatabaseUrl, openTestDatabase } from "./testing/database";

const CREATED = Date.parse("2026-11-10T09:00:00Z");
const CUTOFF = Date.parse("2026-11-22T22:59:59.999Z");

/** A value as it stands in a statement of this database. */
const text = (value: string) => `'${value}'`;
const instant = (db: Database, ms: number) =>
  db.engine === "sqlite" ? String(ms) : text(new Date(ms).toISOString());

/** Something that a column takes which nothing here is about. */
function filler(db: Database, type: string): string {
  if (/timestamp/.test(type)) return instant(db, CREATED);
  if (type === "date") return text("2026-12-01");
  if (/bool/.test(type)) return "false";
  if (/int|numeric/.test(type)) return "0";
  return /json/.test(type) ? "'{}'" : "'x'";
}

/** Writes a row by the table as it is at this point of its history, not by the one that today's code knows. */
async function insert(db: Database, table: string, values: Record<string, string>): Promise<void> {
  const columns = await db.query(
    db.engine === "sqlite"
      ? `select name, lower(type) as type, "notnull" = 1 as needed from pragma_table_info('${table}')`
      : `select column_name as name, data_type as type, is_nullable = 'NO' as needed
           from information_schema.columns where table_schema = current_schema() and table_name = '${table}'`,
  );
  const needed = columns
    .filter((one) => one.needed)
    .map((one) => [String(one.name), filler(db, String(one.type))]);
  const row = { ...Object.fromEntries(needed), ...values };
  const names = Object.keys(row).map((name) => `"${name}"`);
  await db.execute(`insert into "${table}" (${names.join(", ")}) values (${Object.values(row).join(", ")})`);
}

/** A database of the day before a migration, and what brings it up to date. */
async function dayBefore(name: string) {
  const db = openTestDatabase(await emptyDatabaseUrl());
  const all = readdirSync(join(import.meta.dirname, "migrations", db.engine)).sort();
  const from = all.findIndex((one) => one.endsWith(`_${name}`));
  expect(from).toBeGreaterThan(0);
  await migrate(db, undefined, all.slice(0, from));
  return { db, goOn: async () => expect(await migrate(db)).toEqual(all.slice(from)) };
}

const msOf = (value: unknown): number => (value instanceof Date ? value.getTime() : Number(value));

describe("a database with rows in it", () => {
  it("gets runs: what waits to be sent has its deadline and its rank, and nothing is lost", async () => {
    const { db, goOn } = await dayBefore("runs");
    await insert(db, "payments", {
      ...{ id: text("pay_1"), amount_minor: "123675", state: text("ready") },
      ...{ created_at: instant(db, CREATED), cutoff_at: instant(db, CUTOFF) },
    });
    await insert(db, "payments", { id: text("pay_2"), amount_minor: "500", reference: text("two") });
    const submission = (id: string, operation: string, subject: string) =>
      insert(db, "submissions", {
        ...{ id: text(id), operation: text(operation), subject_id: text(subject), state: text("intended") },
        ...{ created_at: instant(db, CREATED), next_at: instant(db, CREATED) },
      });
    await submission("sub_1", "payment.create", "pay_1");
    await submission("sub_2", "payment.create", "pay_2");
    await submission("sub_3", "payment.cancel", "pay_1");
    await submission("sub_4", "mandate.create", "man_1");
    await goOn();
    const rows = await db.query("select id, state, deadline_at, value_rank from submissions order by id");
    expect(rows.map((row) => [row.id, row.state, msOf(row.deadline_at), Number(row.value_rank)])).toEqual([
      ["sub_1", "intended", CUTOFF, -123_675],
      ["sub_2", "intended", CREATED, -500],
      ["sub_3", "intended", CREATED, 0],
      ["sub_4", "intended", CREATED, 0],
    ]);
    expect(await db.query("select id, run_id from payments order by id")).toMatchObject([
      { id: "pay_1", run_id: null },
      { id: "pay_2", run_id: null },
    ]);
  });

  it("gets the makers of its API keys from the audit, and leaves those that it does not know", async () => {
    const { db, goOn } = await dayBefore("key_maker");
    for (const key of ["key_1", "key_2", "key_3"])
      await insert(db, "api_keys", { id: text(key), hash: text(key), creditor_id: text("cre_1") });
    const entry = (id: string, seq: number, key: string, kind: string, creditor = "cre_1") =>
      insert(db, "audit_log", {
        ...{ id: text(id), seq: String(seq), creditor_id: text(creditor), subject_id: text(key) },
        ...{ action: text("api_key.created"), actor_kind: text(kind), actor_id: text(`by_${id}`) },
      });
    await entry("aud_1", 1, "key_1", "person");
    await entry("aud_2", 2, "key_2", "api");
    await entry("aud_3", 1, "key_3", "person", "cre_2");
    await goOn();
    expect(await db.query("select id, created_by_id from api_keys order by id")).toEqual([
      { id: "key_1", created_by_id: "by_aud_1" },
      { id: "key_2", created_by_id: null },
      { id: "key_3", created_by_id: null },
    ]);
  });
});

it("O5: a database that knows a migration which this build does not have is refused, and nothing is written", async () => {
  const db = openTestDatabase(await emptyDatabaseUrl());
  await migrate(db);
  await db.execute("insert into debitdesk_migrations (name, applied_at) values ('20990101_later', 'then')");
  await expect(migrate(db)).rejects.toThrow("newer than this build: it has 20990101_later");
});
