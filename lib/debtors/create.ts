import type { Tx } from "@/db/client";
import { isUniqueViolation } from "@/db/errors";
import { debtors } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError } from "@/lib/kernel/errors";
import { fold } from "@/lib/kernel/fold";
import { newId } from "@/lib/kernel/ids";
import { indexDebtors, SEARCH_VERSION } from "@/lib/search/index-debtor";
import { debtorForm } from "./form";
import { sealedIdentity } from "./identity";

export type Debtor = typeof debtors.$inferSelect;

/** Adds a person or company. Refuses a customer number that is taken, at its field. Answers the debtor's id. */
export async function createDebtor(
  ctx: Ctx,
  given: Record<string, string>,
  request?: RequestKey,
): Promise<string> {
  requirePermission(ctx, "debtors.write");
  const { values, problems } = checkFields(debtorForm, given, "production");
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  try {
    return await inTransaction(ctx.db, (tx) => once(tx, ctx, request, () => writeDebtor(tx, ctx, values)));
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("invalid", { fields: { customer_number: "customer_number_taken" } });
    throw error;
  }
}

/** Writes checked values, for createDebtor and for whoever makes many in one transaction. Answers the debtor's id. */
export async function writeDebtor(tx: Tx, ctx: Ctx, values: Record<string, string>): Promise<string> {
  const now = ctx.clock.now();
  const id = newId("deb", now);
  const identity = values.identity;
  const name = values.name ?? "";
  const customerNumber = values.customer_number ?? "";
  const findable = {
    id,
    creditorId: ctx.creditorId,
    name,
    email: values.email ?? null,
    phone: values.phone ?? null,
  };
  await tx.insert(debtors).values({
    ...findable,
    customerNumber,
    kind: values.kind === "company" ? "company" : "person",
    language: values.language ?? null,
    ...(identity ? sealedIdentity(ctx, id, identity) : {}),
    search: fold(`${name} ${customerNumber}`),
    searchVersion: SEARCH_VERSION,
    createdAt: now,
    version: 0,
  });
  await indexDebtors(tx, [findable]);
  audit(tx, ctx, {
    action: "debtor.created",
    noun: "debtor",
    subjectId: id,
    after: { customerNumber, kind: values.kind ?? "person" },
  });
  return id;
}
