import { DatabaseSync } from "@photostructure/sqlite";
import pg from "pg";

/** The statements that went to SQLite while `work` ran, taken at the driver. */
export async function sqliteStatements(work: () => Promise<unknown>): Promise<string[]> {
  const seen = new Set<string>();
  const { prepare } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function (this: InstanceType<typeof DatabaseSync>, sql: string) {
    seen.add(sql);
    return prepare.call(this, sql);
  };
  try {
    await work();
  } finally {
    DatabaseSync.prototype.prepare = prepare;
  }
  return [...seen];
}

/** Steps of SQLite's plans that read or sort a whole table. */
export function sqliteScans(path: string, statements: string[]): string[] {
  const db = new DatabaseSync(path, { readOnly: true });
  const bad: string[] = [];
  for (const sql of statements.filter((one) => one.startsWith("select"))) {
    const count = (sql.match(/\?/g) ?? []).length;
    const steps = db.prepare(`explain query plan ${sql}`).all(...Array.from({ length: count }, () => "x"));
    for (const step of steps) {
      const detail = String((step as Record<string, unknown>).detail);
      if (/^SCAN (payments|mandates|debtors|moves|messages)\b/.test(detail))
        bad.push(`${detail}: ${sql.slice(0, 160)}`);
    }
  }
  db.close();
  return bad;
}

/** How often Postgres has read a large table from end to end. */
export async function postgresScans(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_stat_force_next_flush()");
  const { rows } = await client.query<{ scans: string }>(
    "select coalesce(sum(seq_scan), 0) as scans from pg_stat_user_tables where relname in ('payments', 'mandates', 'debtors', 'moves', 'messages')",
  );
  await client.end();
  return Number(rows[0]?.scans ?? 0);
}
