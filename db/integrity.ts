import type { Database } from "./client";

/**
 * Throws when the structure of an SQLite file is broken: what is written to it then may be lost or land elsewhere. It
 * reads every page; a byte changed inside a text is not seen by it. Postgres checks its pages itself as it reads them.
 */
export async function refuseDamage(db: Pick<Database, "engine" | "query">): Promise<void> {
  if (db.engine !== "sqlite") return;
  const said = await quickCheck(db);
  if (said !== "ok")
    throw new Error(`The database file is damaged: ${said}. Restore a backup; see docs/operating.md.`);
}

async function quickCheck(db: Pick<Database, "query">): Promise<string> {
  try {
    const found = await db.query("pragma quick_check(3)");
    return found.map((row) => String(Object.values(row)[0])).join("; ");
  } catch (error) {
    // So broken that it cannot even be asked.
    return error instanceof Error ? error.message : String(error);
  }
}
