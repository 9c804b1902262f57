import type { Database } from "./client";

/** With these off a commit is only in memory when it returns, and a power cut would let a payment be sent again. */
const needed = ["fsync", "synchronous_commit"] as const;

/**
 * Throws when the Postgres server may forget what it has committed. SQLite is opened with `synchronous=FULL` and has
 * nothing to be asked.
 */
export async function refuseUnsafeDurability(db: Pick<Database, "engine" | "query">): Promise<void> {
  if (db.engine !== "postgres") return;
  for (const setting of needed) {
    const [row] = await db.query(`show ${setting}`);
    const value = String(row?.[setting]);
    if (value === "off")
      throw new Error(`Postgres runs with ${setting}=off: what is committed must be on disk. Switch it on.`);
  }
}
