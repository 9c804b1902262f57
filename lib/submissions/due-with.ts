import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, type submissions } from "@/db/schema";
import type { TaskNote } from "@/lib/tasks/tasks";

/** By when somebody must know: the payment's cut-off. After it, a payment that is not there has missed its window. */
export async function dueWith(
  tx: Tx,
  { noun, subjectId }: Pick<typeof submissions.$inferSelect, "noun" | "subjectId">,
): Promise<Pick<TaskNote, "dueAt" | "amountMinor" | "currency">> {
  if (noun !== "payment") return {};
  const [payment] = await tx
    .select({ dueAt: payments.cutoffAt, amountMinor: payments.amountMinor, currency: payments.currency })
    .from(payments)
    .where(eq(payments.id, subjectId));
  return payment ?? {};
}
