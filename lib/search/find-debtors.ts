import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { debtorAccounts, debtors, debtorTerms } from "@/db/schema";
import type { TermKind } from "@/db/tables/search";
import type { Ctx } from "@/lib/context";
import { type DebtorRow, debtorColumns } from "@/lib/debtors/columns";
import { unindexed } from "@/lib/lists/keyset";
import { findNames, type NameHit } from "./find-names";
import { type FoundDebtor, ranks, type Why } from "./found";
import { beginsWith } from "./prefix";
import type { Reading } from "./read-query";

/** Who was found. `cut`: there may be more of them than were looked at. */
export interface FoundDebtors {
  found: FoundDebtor[];
  cut: boolean;
}

/** Debtors by every reading that debtors have something of. */
export async function findDebtors(
  ctx: Ctx,
  readings: readonly Reading[],
  most: number,
): Promise<FoundDebtors> {
  let cut = false;
  const found = await Promise.all(
    readings.map(async (reading) => {
      if (reading.kind !== "name") return byReading(ctx, reading, most);
      const names = await findNames(ctx, reading.words, most);
      cut ||= names.cut;
      return names.hits.map(asFound);
    }),
  );
  return { found: found.flat(), cut };
}

async function byReading(ctx: Ctx, reading: Reading, most: number): Promise<FoundDebtor[]> {
  switch (reading.kind) {
    case "customerNumber":
      return byCustomerNumber(ctx, reading.begins, most);
    case "email":
      return byTerm(ctx, "email", [reading.begins], most);
    case "phone":
      return byTerm(ctx, "phone", reading.begins, most);
    case "lastFour":
      return byAccount(ctx, eq(debtorAccounts.lastFour, reading.digits), "lastFour", most);
    case "account":
      return mayLookUpSecrets(ctx)
        ? byAccount(
            ctx,
            inArray(debtorAccounts.blindIndex, accountIndexes(ctx, reading.values)),
            "account",
            most,
          )
        : [];
    case "identity":
      return reading.secret && !mayLookUpSecrets(ctx) ? [] : byIdentity(ctx, reading.value);
    case "id":
      return wrap(await withIds(ctx, [{ id: reading.value }]), "id", ranks.id);
    default:
      return [];
  }
}

/**
 * Whether a CPR or an account may be looked for. The mask leaves so much that whoever could try the rest would have
 * seen it: looking for one is for those who may see one.
 */
export const mayLookUpSecrets = (ctx: Pick<Ctx, "permissions">): boolean =>
  ctx.permissions.has("identity.reveal");

function asFound({ debtor, slips, whole, more }: NameHit): FoundDebtor {
  if (slips > 0) return { debtor, why: { by: "spelling" }, rank: ranks.spelling - slips };
  if (!whole) return { debtor, why: { by: "name" }, rank: ranks.beginsName };
  return { debtor, why: { by: "name" }, rank: more === 0 ? ranks.fullName : ranks.name };
}

async function byCustomerNumber(ctx: Ctx, begins: string, most: number): Promise<FoundDebtor[]> {
  const rows = await ctx.db.read
    .select(debtorColumns)
    .from(debtors)
    .where(and(eq(debtors.creditorId, ctx.creditorId), beginsWith(debtors.customerNumber, begins)))
    .orderBy(asc(debtors.customerNumber))
    .limit(most);
  return rows.map((debtor) => ({
    debtor,
    why: { by: "customerNumber" },
    rank: debtor.customerNumber === begins ? ranks.whole : ranks.begun,
  }));
}

async function byTerm(
  ctx: Ctx,
  kind: Exclude<TermKind, "name">,
  begins: readonly string[],
  most: number,
): Promise<FoundDebtor[]> {
  const parts = await Promise.all(
    begins.map((text) =>
      ctx.db.read
        .select({ id: debtorTerms.debtorId })
        .from(debtorTerms)
        .where(
          and(
            eq(debtorTerms.creditorId, ctx.creditorId),
            eq(debtorTerms.kind, kind),
            beginsWith(debtorTerms.term, text),
          ),
        )
        .orderBy(asc(debtorTerms.term), asc(debtorTerms.debtorId))
        .limit(most),
    ),
  );
  const rows = await withIds(ctx, parts.flat());
  return rows.map((debtor) => ({
    debtor,
    why: { by: kind, shown: debtor[kind] ?? undefined },
    rank: ranks[kind],
  }));
}

/** Newest accounts are not more likely than others: they come in the order of their debtors. */
async function byAccount(
  ctx: Ctx,
  which: SQL | undefined,
  by: "lastFour" | "account",
  most: number,
): Promise<FoundDebtor[]> {
  const accounts = await ctx.db.read
    .select({ id: debtorAccounts.debtorId, masked: debtorAccounts.masked })
    .from(debtorAccounts)
    .where(and(eq(debtorAccounts.creditorId, ctx.creditorId), which))
    .orderBy(asc(debtorAccounts.debtorId))
    .limit(most);
  const masks = new Map(accounts.map((one) => [one.id, one.masked]));
  const rows = await withIds(ctx, accounts);
  return rows.map((debtor) => ({ debtor, why: { by, shown: masks.get(debtor.id) }, rank: ranks[by] }));
}

const accountIndexes = (ctx: Ctx, values: readonly string[]): string[] =>
  values.map((value) => ctx.vault.blindIndex(ctx.creditorId, "account", value));

async function byIdentity(ctx: Ctx, value: string): Promise<FoundDebtor[]> {
  const index = ctx.vault.blindIndex(ctx.creditorId, "identity", value);
  const rows = await ctx.db.read
    .select(debtorColumns)
    .from(debtors)
    .where(and(eq(debtors.creditorId, ctx.creditorId), eq(debtors.identityIndex, index)))
    .limit(5);
  return rows.map((debtor) => ({
    debtor,
    why: { by: "identity", shown: debtor.identityMasked ?? undefined },
    rank: ranks.identity,
  }));
}

/** By their ids alone; whose they are is only looked at, or SQLite would read everything of the creditor. */
async function withIds(ctx: Ctx, found: readonly { id: string }[]): Promise<DebtorRow[]> {
  const ids = [...new Set(found.map((one) => one.id))];
  if (ids.length === 0) return [];
  return ctx.db.read
    .select(debtorColumns)
    .from(debtors)
    .where(and(inArray(debtors.id, ids), unindexed(debtors.creditorId, ctx.creditorId)));
}

const wrap = (rows: readonly DebtorRow[], by: Why["by"], rank: number): FoundDebtor[] =>
  rows.map((debtor) => ({ debtor, why: { by }, rank }));
