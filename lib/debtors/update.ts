import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { debtors, mandates, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError, notFound } from "@/lib/kernel/errors";
import { fold } from "@/lib/kernel/fold";
import { indexDebtors } from "@/lib/search/index-debtor";
import { contactForm } from "./contact-form";

export interface UpdateDebtor {
  debtorId: string;
  /** The version that the person saw: what somebody else changed since is not overwritten. */
  version: number;
  values: Record<string, string>;
}

/** Changes a debtor's name and how to reach them. The customer number stays: mandates are matched by it. */
export async function updateDebtor(ctx: Ctx, input: UpdateDebtor): Promise<void> {
  requirePermission(ctx, "debtors.write");
  const { values, problems } = checkFields(contactForm, input.values, "production");
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  await inTransaction(ctx.db, async (tx) => {
    const own = and(eq(debtors.id, input.debtorId), eq(debtors.creditorId, ctx.creditorId));
    const [before] = await tx.select().from(debtors).where(own);
    if (!before) throw notFound();
    const after = {
      name: values.name ?? "",
      email: values.email ?? null,
      phone: values.phone ?? null,
      language: values.language ?? null,
    };
    const changed = (["name", "email", "phone", "language"] as const).filter(
      (field) => before[field] !== after[field],
    );
    const [written] = await tx
      .update(debtors)
      .set({
        ...after,
        search: fold(`${after.name} ${before.customerNumber}`),
        version: input.version + 1,
      })
      .where(and(own, eq(debtors.version, input.version)))
      .returning();
    if (!written) throw new AppError("changed_meanwhile");
    await indexDebtors(tx, [written], [before]);
    if (changed.includes("name")) await rename(tx, ctx, input.debtorId, after.name);
    // Which fields, and not what stood in them: the audit is kept when the debtor has been erased.
    audit(tx, ctx, {
      action: "debtor.updated",
      noun: "debtor",
      subjectId: input.debtorId,
      after: { changed },
    });
  });
}

/** The name that lists show beside mandates and payments is the debtor's. */
async function rename(tx: Tx, ctx: Ctx, debtorId: string, debtorName: string): Promise<void> {
  for (const table of [mandates, payments])
    await tx
      .update(table)
      .set({ debtorName })
      .where(and(eq(table.debtorId, debtorId), eq(table.creditorId, ctx.creditorId)));
}
