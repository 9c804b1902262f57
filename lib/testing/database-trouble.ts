import { fork } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import type { Database } from "@/db/client";
import { urlOf } from "@/db/testing/database";

const HOLDER = `
  const { DatabaseSync } = require("@photostructure/sqlite");
  const db = new DatabaseSync(process.argv[1]);
  db.exec("begin immediate");
  process.send("held");
  process.on("message", () => { db.exec("rollback"); process.exit(0); });
`;

/** Another process takes the database's lock and keeps it until the answer is called. */
export async function lockedBySomebody(db: Database): Promise<() => Promise<void>> {
  const url = urlOf(db);
  if (db.engine === "sqlite") {
    const holder = fork("-e", [HOLDER, url.replace(/^file:/, "")], { execArgv: [] });
    await once(holder, "message");
    return async () => {
      const gone = once(holder, "exit");
      holder.send("enough");
      await gone;
    };
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("begin; lock table payments, mandates, submissions, attempts in exclusive mode");
  return () => client.end();
}

/** The disk has no room for another page until the answer is called. */
export async function fullDisk(db: Database): Promise<() => Promise<void>> {
  if (db.engine === "sqlite") {
    const [row] = await db.query("pragma page_count");
    await db.execute(`pragma max_page_count=${Number(row?.page_count)}`);
    return () => db.execute("pragma max_page_count=1073741823");
  }
  // What a server says whose disk is full, at the first new row of money's way out.
  await db.execute(`
    create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception using errcode = '53100', message = 'could not extend file'; end $$;
    create trigger full_disk before insert on payments for each row execute function full_disk();
    create trigger full_disk before insert on attempts for each row execute function full_disk();
    create trigger full_disk before insert on messages for each row execute function full_disk()`);
  return () => db.execute("drop function full_disk cascade");
}
