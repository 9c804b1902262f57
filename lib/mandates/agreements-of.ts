import { and, eq, inArray } from "drizzle-orm";
import { agreements } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Agreement } from "./agreement-view";

/** The agreements of these mandates, by their ids. */
export async function agreementsOf(
  { db, creditorId }: Ctx,
  rows: readonly { agreementId: string }[],
): Promise<ReadonlyMap<string, Agreement>> {
  const ids = [...new Set(rows.map((row) => row.agreementId))];
  const found = await db.read
    .select()
    .from(agreements)
    .where(and(eq(agreements.creditorId, creditorId), inArray(agreements.id, ids)));
  return new Map(found.map((agreement) => [agreement.id, agreement]));
}
