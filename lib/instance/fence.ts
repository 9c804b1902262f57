import { eq, isNotNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { creditors } from "@/db/schema";
import type { FenceReason } from "@/db/tables/connections";

/** Since when nothing is sent, and why. */
export interface Fence {
  since: Date;
  why: FenceReason;
}

type Row = Pick<typeof creditors.$inferSelect, "fencedAt" | "fenceReason">;

/** A creditor's row as its fence. */
export const asFence = (row: Row | undefined): Fence | null =>
  row?.fencedAt ? { since: row.fencedAt, why: row.fenceReason ?? "no_record" } : null;

/** The creditor's fence; null while sending is on. */
export async function fenceOf(db: Pick<Reader, "select">, creditorId: string): Promise<Fence | null> {
  const [row] = await db.select().from(creditors).where(eq(creditors.id, creditorId));
  return asFence(row);
}

/** Any creditor's fence, for whoever watches over the process. */
export async function anyFence(db: Pick<Reader, "select">): Promise<Fence | null> {
  const [row] = await db.select().from(creditors).where(isNotNull(creditors.fencedAt)).limit(1);
  return asFence(row);
}
