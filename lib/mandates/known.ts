import { and, desc, eq, inArray, or } from "drizzle-orm";
import { debtorAccounts, debtors, mandates } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { readDanishAccount } from "@/lib/identifiers/danish-account";
import type { Field } from "@/lib/providers/contract";
import { type MandateRow, mandateColumns } from "./columns";

/** A mandate that stands or stood for the same debtor, the same person, or the same account, at any provider. */
export interface KnownMandate {
  mandate: MandateRow;
  by: "debtor" | "identity" | "account";
}

const MOST = 30;

/** An account in each form in which a provider may have taken it: a Danish one is an IBAN, too. */
function formsOf(field: Field, value: string): string[] {
  const danish = readDanishAccount(value);
  if (!danish.ok) return field.kind === "iban" ? [value] : [];
  return [`${danish.registration} ${danish.account}`, danish.iban];
}

/**
 * What is known of who is being signed up, found by blind index: nothing is decrypted. `values` are checked ones of the
 * provider's form.
 */
export async function knownMandates(
  ctx: Ctx,
  who: { debtorId: string | null; form: readonly Field[]; values: Readonly<Record<string, string>> },
): Promise<KnownMandate[]> {
  requirePermission(ctx, "read");
  const filled = who.form.flatMap((field) => {
    const value = who.values[field.name];
    return value ? [{ field, value }] : [];
  });
  const identities = filled.filter((one) => one.field.kind === "identity").map((one) => one.value);
  const accounts = filled.filter((one) => ["iban", "danish_account"].includes(one.field.kind));
  const byIdentity = await withIdentity(ctx, identities);
  const byAccount = await withAccount(
    ctx,
    accounts.flatMap((one) => formsOf(one.field, one.value)),
  );
  const all = [...new Set([...(who.debtorId ? [who.debtorId] : []), ...byIdentity, ...byAccount])];
  if (all.length === 0) return [];
  const rows = await ctx.db.read
    .select(mandateColumns)
    .from(mandates)
    .where(and(eq(mandates.creditorId, ctx.creditorId), inArray(mandates.debtorId, all.slice(0, MOST))))
    .orderBy(desc(mandates.createdAt), desc(mandates.id))
    .limit(MOST);
  return rows.map((mandate) => ({
    mandate,
    by:
      mandate.debtorId === who.debtorId
        ? "debtor"
        : byAccount.includes(mandate.debtorId ?? "")
          ? "account"
          : "identity",
  }));
}

async function withIdentity(ctx: Ctx, identities: readonly string[]): Promise<string[]> {
  if (identities.length === 0) return [];
  const indexes = identities.map((one) => ctx.vault.blindIndex(ctx.creditorId, "identity", one));
  const rows = await ctx.db.read
    .select({ id: debtors.id })
    .from(debtors)
    .where(and(eq(debtors.creditorId, ctx.creditorId), inArray(debtors.identityIndex, indexes)))
    .limit(MOST);
  return rows.map((one) => one.id);
}

async function withAccount(ctx: Ctx, accounts: readonly string[]): Promise<string[]> {
  if (accounts.length === 0) return [];
  const indexes = accounts.map((one) => ctx.vault.blindIndex(ctx.creditorId, "account", one));
  const rows = await ctx.db.read
    .selectDistinct({ id: debtorAccounts.debtorId })
    .from(debtorAccounts)
    .where(
      and(
        eq(debtorAccounts.creditorId, ctx.creditorId),
        or(...indexes.map((one) => eq(debtorAccounts.blindIndex, one))),
      ),
    )
    .limit(MOST);
  return rows.map((one) => one.id);
}
