import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { debtorAccounts, debtors } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError, notFound } from "@/lib/kernel/errors";
import { accountPlace } from "./account-place";
import { identityPlace } from "./identity";

export interface Reveal {
  debtorId: string;
  /** One of the debtor's accounts; without one it is the CPR number. */
  accountId?: string | undefined;
  /** Why it must be seen: a person's words, kept in the audit. */
  reason: string;
}

const words = { en: "", da: "", nl: "" };
const asked = [{ name: "reason", kind: "text", label: words, required: true, maxLength: 300 }] as const;

/**
 * Shows a CPR or an account in full to somebody who says why. The entry that they looked is in the transaction that
 * opens it: there is no looking that is not written down. What was seen is in the answer and nowhere else.
 */
export async function revealSecret(ctx: Ctx, input: Reveal): Promise<string> {
  requirePermission(ctx, "identity.reveal");
  const { values, problems } = checkFields(asked, { reason: input.reason }, "production");
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  return inTransaction(ctx.db, async (tx) => {
    const { accountId } = input;
    const text = accountId
      ? await accountOf(tx, ctx, { debtorId: input.debtorId, accountId })
      : await identityOf(tx, ctx, input.debtorId);
    audit(tx, ctx, {
      action: accountId ? "debtor.account_revealed" : "debtor.identity_revealed",
      noun: "debtor",
      subjectId: input.debtorId,
      ...(accountId ? { after: { account: accountId } } : {}),
      reason: values.reason ?? "",
    });
    return text;
  });
}

async function identityOf(tx: Tx, ctx: Ctx, id: string): Promise<string> {
  const [row] = await tx
    .select({ sealed: debtors.identitySealed })
    .from(debtors)
    .where(and(eq(debtors.id, id), eq(debtors.creditorId, ctx.creditorId)));
  if (!row?.sealed) throw notFound();
  return ctx.vault.open(identityPlace(ctx, id), row.sealed).replace(/^(\d{6})(\d{4})$/, "$1-$2");
}

async function accountOf(
  tx: Tx,
  ctx: Ctx,
  { debtorId, accountId }: { debtorId: string; accountId: string },
): Promise<string> {
  const [row] = await tx
    .select({ sealed: debtorAccounts.sealed, kind: debtorAccounts.kind })
    .from(debtorAccounts)
    .where(
      and(
        eq(debtorAccounts.id, accountId),
        eq(debtorAccounts.debtorId, debtorId),
        eq(debtorAccounts.creditorId, ctx.creditorId),
      ),
    );
  if (!row) throw notFound();
  const text = ctx.vault.open(accountPlace(ctx, accountId), row.sealed);
  return row.kind === "iban" ? text.replace(/(.{4})(?=.)/g, "$1 ") : text;
}
