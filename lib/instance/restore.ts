import { fillPostgres, migrationsOf, refuseFull } from "@/db/backup/postgres";
import { dropStaged, stageSqlite, swapIn } from "@/db/backup/sqlite";
import type { Database } from "@/db/client";
import { connect } from "@/db/connect";
import { engineOf } from "@/db/engine";
import { migrate } from "@/db/migrate";
import type { Clock } from "@/lib/clock";
import { fenceAll } from "./raise-fence";

/**
 * Makes a backup the database again, and fences it: what was sent after the backup was taken is not in it. A backup of
 * a newer schema, a damaged or a cut one is refused before anything is touched.
 */
export async function restore(from: string, url: string, clock: Clock): Promise<{ kept: string | null }> {
  if (engineOf(url) === "postgres") {
    await refuseFull(url);
    const migrations = await migrationsOf(from);
    await working(url, async (db) => {
      await migrate(db, undefined, migrations);
      await fillPostgres(url, from);
      await finish(db, clock);
    });
    return { kept: null };
  }
  const path = url.replace(/^file:/, "");
  const staged = stageSqlite(from, path);
  try {
    await working(`file:${staged}`, (db) => finish(db, clock));
    return { kept: swapIn(staged, path) };
  } catch (error) {
    dropStaged(staged);
    throw error;
  }
}

async function finish(db: Database, clock: Clock): Promise<void> {
  await migrate(db);
  await fenceAll({ db, clock }, "restored");
  // Everything is in the one file then: it is the file that is put in place.
  if (db.engine === "sqlite") await db.execute("pragma wal_checkpoint(truncate)");
}

async function working(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = connect(url);
  try {
    await work(db);
  } finally {
    await db.close();
  }
}
