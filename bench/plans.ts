import pg from "pg";

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
