import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { settings } from "@/db/schema";
import { MAX_AMOUNT_MINOR } from "@/lib/kernel/money";

/** What one person may do alone: the number that the desk comes with, and the most that can be set. */
export const limits = {
  /** Mandates of one import that an agent makes; above it somebody else approves. As many rows as a workbook has. */
  "imports.commit_limit": { counts: "mandates", ours: 1_000, most: 1_048_576 },
  /** Of one payment that an agent issues, in minor units of its own currency; above it finance issues it. */
  "payments.agent_limit": { counts: "amountMinor", ours: 500_000, most: MAX_AMOUNT_MINOR },
} as const;
export type LimitName = keyof typeof limits;
export const limitNames = Object.keys(limits) as LimitName[];

export const ofLimit = (creditorId: string, name: LimitName) =>
  and(eq(settings.creditorId, creditorId), eq(settings.name, name));

/** A creditor's own number, or ours. */
export async function limitOf(
  db: Pick<Reader, "select">,
  creditorId: string,
  name: LimitName,
): Promise<number> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(ofLimit(creditorId, name));
  return typeof row?.value === "number" ? row.value : limits[name].ours;
}
