import { and, asc, eq } from "drizzle-orm";
import { debtorAccounts, debtors } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";
import { type DebtorRow, debtorColumns } from "./columns";

/** A bank account as it may be shown. */
export interface AccountRow {
  id: string;
  kind: "danish" | "iban";
  masked: string;
  bank: string | null;
  createdAt: Date;
}

/** One debtor of the creditor with the accounts we know, masked; `not_found` for another creditor's. */
export async function getDebtor(ctx: Ctx, id: string): Promise<DebtorRow & { accounts: AccountRow[] }> {
  requirePermission(ctx, "read");
  const [debtor] = await ctx.db.read
    .select(debtorColumns)
    .from(debtors)
    .where(and(same(debtors.id, id), eq(debtors.creditorId, ctx.creditorId)));
  if (!debtor) throw notFound();
  const accounts = await ctx.db.read
    .select({
      id: debtorAccounts.id,
      kind: debtorAccounts.kind,
      masked: debtorAccounts.masked,
      bank: debtorAccounts.bank,
      createdAt: debtorAccounts.createdAt,
    })
    .from(debtorAccounts)
    .where(and(eq(debtorAccounts.debtorId, id), eq(debtorAccounts.creditorId, ctx.creditorId)))
    .orderBy(asc(debtorAccounts.createdAt), asc(debtorAccounts.id))
    .limit(100);
  return { ...debtor, accounts };
}
