import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mandates, payments } from "@/db/schema";
import type { SubjectNoun } from "@/db/tables/journeys";
import type { Sending } from "@/db/tables/nouns";

/** Writes beside a record what its open submission says, so that lists can filter on it. */
export async function markSubject(
  tx: Tx,
  noun: SubjectNoun,
  subjectId: string,
  sending: Sending,
): Promise<void> {
  if (noun === "mandate") await tx.update(mandates).set({ sending }).where(eq(mandates.id, subjectId));
  if (noun === "payment") await tx.update(payments).set({ sending }).where(eq(payments.id, subjectId));
}
