import { backUpPostgres } from "@/db/backup/postgres";
import { backUpSqlite } from "@/db/backup/sqlite";
import { engineOf } from "@/db/engine";

/** Writes a whole copy of the database to a new file, while the desk goes on; says how much it is. */
export async function backUp(url: string, to: string): Promise<string> {
  if (engineOf(url) === "postgres") return `${(await backUpPostgres(url, to)).rows} rows`;
  return `${backUpSqlite(url.replace(/^file:/, ""), to).bytes} bytes`;
}
