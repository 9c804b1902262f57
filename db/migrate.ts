import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Database } from "./client";

export const JOURNAL = "debitdesk_migrations";
const LOCK = 7_220_115;

/**
 * Brings the schema up to date; each migration is one transaction and is noted in the same one. A database that
 * knows migrations which this build does not have is refused: an older build must not write to a newer schema.
 */
export async function migrate(
  db: Database,
  folder = join(/* turbopackIgnore: true */ process.cwd(), "db", "migrations"),
  /** Only these: the rows of a backup are for the schema of its day. */
  only?: readonly string[],
): Promise<string[]> {
  const wanted = readMigrationFiles({
    migrationsFolder: join(/* turbopackIgnore: true */ folder, db.engine),
  });
  await db.execute(`create table if not exists ${JOURNAL} (name text primary key, applied_at text not null)`);
  const noted = new Set((await db.query(`select name from ${JOURNAL}`)).map((row) => String(row.name)));
  const known = new Set(wanted.map((one) => one.name));
  const strange = [...noted, ...(only ?? [])].filter((name) => !known.has(name));
  if (strange.length > 0)
    throw new Error(
      `the database is newer than this build: it has ${strange.join(", ")}. Start a newer build.`,
    );

  const applied: string[] = [];
  for (const migration of wanted) {
    if (noted.has(migration.name) || (only && !only.includes(migration.name))) continue;
    if (await apply(db, migration.name, migration.sql)) applied.push(migration.name);
  }
  return applied;
}

async function apply(db: Database, name: string, statements: string[]): Promise<boolean> {
  const sqlite = db.engine === "sqlite";
  // Rebuilding a SQLite table drops the old one, which would take rows that refer to it along.
  if (sqlite) await db.execute("pragma foreign_keys=off");
  const note = `insert into ${JOURNAL} (name, applied_at) values ('${name}', '${new Date().toISOString()}')`;
  const begin = sqlite ? "begin immediate" : `begin; select pg_advisory_xact_lock(${LOCK})`;
  const guard = sqlite ? "" : `set local lock_timeout = '2s';`;
  try {
    await db.execute([begin, guard, ...statements, note, "commit"].filter(Boolean).join(";\n"));
    return true;
  } catch (error) {
    if (sqlite) await db.execute("rollback").catch(() => undefined);
    // Another process may have applied it while we waited for the lock: its note is then there.
    const done = await db.query(`select name from ${JOURNAL} where name = '${name}'`);
    if (done.length > 0) return false;
    throw error;
  } finally {
    if (sqlite) await db.execute("pragma foreign_keys=on");
  }
}
