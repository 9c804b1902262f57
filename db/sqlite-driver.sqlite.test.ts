import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { connectSqlite } from "./sqlite-driver";
import { emptyDatabaseUrl } from "./testing/database";

it("P5: a commit is on the disk before it returns", async () => {
  const db = connectSqlite((await emptyDatabaseUrl()).replace(/^file:/, ""));
  const settings = await db.transaction((tx) =>
    tx
      .select({ synchronous: sql<number>`synchronous`, journal: sql<string>`journal_mode` })
      .from(sql`pragma_synchronous, pragma_journal_mode`),
  );
  await db.close();
  // 2 is "full": with a write-ahead log anything less may lose the last commits with the power.
  expect(settings).toEqual([{ synchronous: 2, journal: "wal" }]);
});
