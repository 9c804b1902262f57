import { connect } from "@/db/connect";
import { migrate } from "@/db/migrate";

/** Brings the database of DATABASE_URL up to date and says what was applied. */
const db = connect();
try {
  const applied = await migrate(db);
  console.log(applied.length > 0 ? `applied ${applied.join(", ")}` : "nothing to apply");
} catch (error) {
  console.error(`The database cannot be migrated: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await db.close();
}
