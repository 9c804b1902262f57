import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { debtors, mandates, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { followDebt, freed } from "@/lib/payments/obligation";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { patchMandate } from "./door";

/** Their debts were the mandate's own and are the debtor's now: one that they are charged for already is shown. */
async function claimAnew(tx: Tx, ctx: Ctx, payment: typeof payments.$inferSelect): Promise<void> {
  const another = await followDebt(tx, payment);
  if (!another || freed.includes(payment.state)) return;
  await openTask(tx, ctx, {
    kind: "double_collection",
    noun: "payment",
    subjectId: payment.id,
    role: "finance",
    params: { debtor: payment.debtorName },
    amountMinor: payment.amountMinor,
    currency: payment.currency,
  });
}

/** Ties a mandate that a provider reported to its debtor, by a person's choice; only while it has none. */
export async function linkMandate(ctx: Ctx, input: { mandateId: string; debtorId: string }): Promise<void> {
  requirePermission(ctx, "mandates.write");
  await inTransaction(ctx.db, async (tx) => {
    const own = eq(mandates.creditorId, ctx.creditorId);
    const [mandate] = await tx
      .select()
      .from(mandates)
      .where(and(eq(mandates.id, input.mandateId), own));
    const [debtor] = await tx
      .select()
      .from(debtors)
      .where(and(eq(debtors.id, input.debtorId), eq(debtors.creditorId, ctx.creditorId)));
    if (!mandate || !debtor) throw notFound();
    if (mandate.debtorId) throw new AppError("changed_meanwhile");
    await patchMandate(tx, ctx, mandate, { debtorId: debtor.id, debtorName: debtor.name });
    const charged = await tx
      .update(payments)
      .set({ debtorId: debtor.id, debtorName: debtor.name })
      .where(and(eq(payments.mandateId, mandate.id), isNull(payments.debtorId)))
      .returning();
    for (const payment of charged) await claimAnew(tx, ctx, payment);
    await closeTask(tx, ctx, "mandate_without_debtor", mandate.id);
    audit(tx, ctx, {
      action: "mandate.linked",
      noun: "mandate",
      subjectId: mandate.id,
      after: { debtor: debtor.id, customerNumber: mandate.customerNumber },
    });
  });
}
