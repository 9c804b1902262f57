import { createHash } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { runItems } from "@/db/schema";
import { breathe } from "@/lib/kernel/breathe";

const CHUNK = 1_000;

/**
 * SHA-256 over exactly what a run will send, in order: whom it charges, how much, with which words, for which day and
 * window. An approval is for this and nothing else. Null when nothing would be sent.
 */
export async function contentHash(db: Pick<Reader, "select">, runId: string): Promise<string | null> {
  const hash = createHash("sha256").update(runId);
  let last = 0;
  for (let count = 0; ; ) {
    const rows = await db
      .select({
        n: runItems.n,
        mandateId: runItems.mandateId,
        amountMinor: runItems.amountMinor,
        currency: runItems.currency,
        text: runItems.text,
        reference: runItems.reference,
        planned: runItems.planned,
        window: runItems.window,
        choice: runItems.choice,
        paymentId: runItems.paymentId,
      })
      .from(runItems)
      .where(and(eq(runItems.runId, runId), eq(runItems.state, "planned"), gt(runItems.n, last)))
      .orderBy(asc(runItems.n))
      .limit(CHUNK);
    for (const row of rows)
      hash.update(
        JSON.stringify([
          row.n,
          row.mandateId,
          row.amountMinor,
          row.currency,
          row.text,
          row.reference,
          row.planned,
          row.window,
          row.choice,
          row.paymentId,
        ]),
      );
    count += rows.length;
    last = rows.at(-1)?.n ?? last;
    if (rows.length < CHUNK) return count === 0 ? null : hash.digest("hex");
    await breathe();
  }
}
