import { connect } from "@/db/connect";
import { emptyDatabase, lookInto } from "@/db/seed/reset";

/** `look` says what lies in the database of DATABASE_URL: empty, demo, real or foreign. `empty` empties a demo's. */
const db = connect();
try {
  if (process.argv[2] === "empty") await emptyDatabase(db);
  else console.log(await lookInto(db));
} catch (error) {
  console.error(`The database cannot be used: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await db.close();
}
