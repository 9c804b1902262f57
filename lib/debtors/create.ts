import type { Tx } from "@/db/client";
import { isUniqueViolation } from "@/db/errors";
import { debtors } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { maskCpr } from "@/lib/identifiers/mask";
import { AppError } from "@/lib/kernel/errors";
import { fold } from "@/lib/kernel/fold";
import { newId } from "@/lib/kernel/ids";
import { debtorForm } from "./form";

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
    return await inTransaction(ctx.db, (tx) => once(tx, ctx, request, () => insertDebtor(tx, ctx, values)));
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError("invalid", { fields: { customer_number: "customer_number_taken" } });
    throw error;
  }
}

/** Writes checked values; also for the verbs that make a debtor on their way. */
export async function insertDebtor(tx: Tx, ctx: Ctx, values: Record<string, string>): Promise<string> {
  const now = ctx.clock.now();
  const id = newId("deb", now);
  const identity = values.identity;
  const name = values.name ?? "";
  const customerNumber = values.customer_number ?? "";
  await tx.insert(debtors).values({
    id,
    creditorId: ctx.creditorId,
    customerNumber,
    name,
    kind: values.kind === "company" ? "company" : "person",
    email: values.email ?? null,
    phone: values.phone ?? null,
    language: values.language ?? null,
    ...(identity ? sealedIdentity(ctx, id, identity) : {}),
    search: fold(`${name} ${customerNumber}`),
    createdAt: now,
    version: 0,
  });
  audit(tx, ctx, {
    action: "debtor.created",
    noun: "debtor",
    subjectId: id,
    after: { customerNumber, kind: values.kind ?? "person" },
  });
  return id;
}

/** A CPR or CVR number as it is kept: sealed, findable exactly, and masked for the screen. */
export function sealedIdentity(ctx: Ctx, debtorId: string, identity: string) {
  const place = { creditorId: ctx.creditorId, table: "debtors", rowId: debtorId, field: "identity" };
  return {
    identitySealed: ctx.vault.seal(place, identity),
    identityIndex: ctx.vault.blindIndex(ctx.creditorId, "identity", identity),
    identityMasked: identity.length === 10 ? maskCpr(identity) : identity,
  };
}
