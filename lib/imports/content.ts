import { createHash } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { importRows } from "@/db/schema";
import { breathe } from "@/lib/kernel/breathe";
import type { Import } from "./door";

const CHUNK = 2_000;

/**
 * SHA-256 over exactly what an import would make, in order: under which agreement, which rows, with which values. An
 * approval is for this and nothing else. Null when nothing would be made.
 */
export async function contentHash(
  db: Pick<Reader, "select">,
  of: Pick<Import, "id" | "pass" | "agreementId">,
): Promise<string | null> {
  const hash = createHash("sha256").update(JSON.stringify([of.id, of.agreementId]));
  let last = 0;
  for (let count = 0; ; ) {
    const rows = await db
      .select({ n: importRows.n, content: importRows.content })
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, of.id),
          eq(importRows.pass, of.pass),
          eq(importRows.state, "ready"),
          gt(importRows.n, last),
        ),
      )
      .orderBy(asc(importRows.n))
      .limit(CHUNK);
    for (const { n, content } of rows) hash.update(JSON.stringify([n, content]));
    count += rows.length;
    last = rows.at(-1)?.n ?? last;
    if (rows.length < CHUNK) return count === 0 ? null : hash.digest("hex");
    await breathe();
  }
}
