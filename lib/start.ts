import { database } from "@/db/connect";
import { refuseUnsafeDurability } from "@/db/durability";
import { refuseDamage } from "@/db/integrity";
import { migrate } from "@/db/migrate";
import { log } from "@/lib/log";
import { runtime } from "@/lib/runtime";

/**
 * What must be right before anything is read or written: commits last, the file is whole, the schema is this build's.
 * Answers how many migrations were applied.
 */
export async function prepareDatabase(): Promise<number> {
  await refuseUnsafeDurability(database());
  await refuseDamage(database());
  return (await migrate(database())).length;
}

/**
 * Before the first answer the database must be right, the environment complete, and the master key must open the
 * vault. Otherwise the process says why and ends; a server that stays up and answers 500 helps nobody.
 */
export async function start(): Promise<void> {
  // Started by another program, such as the demo: it may die without a signal for us, and then the channel closes.
  process.once("disconnect", () => process.exit(0));
  try {
    const migrations = await prepareDatabase();
    const { db } = await runtime();
    log("info", "desk started", { database: db.engine, migrations });
  } catch (error) {
    process.stderr.write(
      `The desk cannot start. ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exit(1);
  }
}
