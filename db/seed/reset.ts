import type { Database } from "@/db/client";

/** `foreign` has tables of something else; `real` has a connection that is not to a simulator. */
export type Found = "empty" | "demo" | "real" | "foreign";

async function tablesOf(db: Database): Promise<string[]> {
  const rows = await db.query(
    db.engine === "sqlite"
      ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
      : "select tablename as name from pg_tables where schemaname = current_schema()",
  );
  return rows.map((row) => String(row.name));
}

/** What lies in a database that a demo is about to use. */
export async function lookInto(db: Database): Promise<Found> {
  const tables = await tablesOf(db);
  if (tables.length === 0) return "empty";
  if (!tables.includes("debitdesk_migrations")) return "foreign";
  if (!tables.includes("connections")) return "empty";
  const real = await db.query("select id from connections where environment <> 'simulator' limit 1");
  if (real.length > 0) return "real";
  const creditors = await db.query("select id from creditors limit 1");
  const keys = await db.query("select id from vault_keys limit 1");
  return creditors.length + keys.length > 0 ? "demo" : "empty";
}

/** Takes every table away. Refuses what is not a demo's. */
export async function emptyDatabase(db: Database): Promise<void> {
  const found = await lookInto(db);
  if (found !== "demo" && found !== "empty") throw new Error(`the database is ${found} and is not emptied`);
  const tables = (await tablesOf(db)).map((name) => `"${name.replaceAll('"', '""')}"`);
  if (db.engine === "sqlite") await db.execute("pragma foreign_keys=off");
  for (const table of tables)
    await db.execute(`drop table ${table}${db.engine === "postgres" ? " cascade" : ""}`);
  if (db.engine === "sqlite") await db.execute("pragma foreign_keys=on");
}
