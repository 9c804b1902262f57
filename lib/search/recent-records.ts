import { and, inArray } from "drizzle-orm";
import { debtors, mandates, payments } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { debtorColumns } from "@/lib/debtors/columns";
import { debtorStanding } from "@/lib/debtors/standing";
import { mandatesOfDebtors } from "@/lib/debtors/standings";
import { unindexed } from "@/lib/lists/keyset";
import { mandateColumns } from "@/lib/mandates/columns";
import { withStandings } from "@/lib/payments/standings";
import type { SearchResult } from "./search-everything";

const MOST = 8;

/**
 * Records by their ids, in the order asked for: what a person had open before. The browser keeps ids and nothing else,
 * so that what they are called comes from here each time, and only to those who may read it.
 */
export async function recentRecords(ctx: Ctx, ids: readonly string[]): Promise<SearchResult> {
  requirePermission(ctx, "read");
  const wanted = [...new Set(ids)].slice(0, MOST);
  const { read } = ctx.db;
  const of = (prefix: string) => wanted.filter((id) => id.startsWith(prefix));
  const [people, ofMandates, ofPayments] = await Promise.all([
    of("deb_").length === 0
      ? []
      : read
          .select(debtorColumns)
          .from(debtors)
          .where(and(unindexed(debtors.creditorId, ctx.creditorId), inArray(debtors.id, of("deb_")))),
    of("man_").length === 0
      ? []
      : read
          .select(mandateColumns)
          .from(mandates)
          .where(and(unindexed(mandates.creditorId, ctx.creditorId), inArray(mandates.id, of("man_")))),
    of("pay_").length === 0
      ? []
      : read
          .select()
          .from(payments)
          .where(and(unindexed(payments.creditorId, ctx.creditorId), inArray(payments.id, of("pay_")))),
  ]);
  const theirs = await mandatesOfDebtors(
    ctx,
    people.map((one) => one.id),
  );
  const rank = (id: string) => -wanted.indexOf(id);
  const why = { by: "recent" } as const;
  return {
    debtors: people.map((debtor) => ({
      debtor,
      why,
      rank: rank(debtor.id),
      standing: debtorStanding(theirs.get(debtor.id) ?? []),
    })),
    mandates: ofMandates.map((mandate) => ({ mandate, why, rank: rank(mandate.id) })),
    payments: (await withStandings(ctx, ofPayments)).map((row) => ({
      ...row,
      why,
      rank: rank(row.payment.id),
    })),
    secretsLeftOut: false,
  };
}
