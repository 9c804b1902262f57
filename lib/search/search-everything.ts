import { eq } from "drizzle-orm";
import { connections } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { type DebtorStanding, debtorStanding } from "@/lib/debtors/standing";
import { mandatesOfDebtors } from "@/lib/debtors/standings";
import { type PaymentRow, withStandings } from "@/lib/payments/standings";
import { findDebtors, mayLookUpSecrets } from "./find-debtors";
import { findRecords, latestPayments } from "./find-records";
import { best, type FoundDebtor, type FoundMandate, type FoundPayment, ranks } from "./found";
import { isSecret, readQuery } from "./read-query";

export type DebtorHit = FoundDebtor & { standing: DebtorStanding };
export type PaymentHit = FoundPayment & PaymentRow;

/** What a search found, each part with the best first. */
export interface SearchResult {
  debtors: DebtorHit[];
  mandates: FoundMandate[];
  payments: PaymentHit[];
  /** What was typed may be a CPR or an account, and this person may not look for one. */
  secretsLeftOut: boolean;
}

const MOST = { debtors: 6, mandates: 5, payments: 5 } as const;
/** Of so few debtors the latest payments are shown with them. */
const FEW = 2;

/**
 * Everything of the creditor that a text could mean: each reading is a small look into an index of its own, and what
 * they find is put in order here. Nothing of the text is kept anywhere.
 */
export async function searchEverything(ctx: Ctx, { query }: { query: string }): Promise<SearchResult> {
  requirePermission(ctx, "read");
  const readings = readQuery(query);
  const secretsLeftOut = isSecret(readings) && !mayLookUpSecrets(ctx);
  if (readings.length === 0) return { debtors: [], mandates: [], payments: [], secretsLeftOut };
  const [people, records] = await Promise.all([
    findDebtors(ctx, readings, MOST.debtors),
    connectionIdsOf(ctx, readings).then((ids) => findRecords(ctx, readings, ids, MOST.payments)),
  ]);
  const debtors = best(people.found, (one) => one.debtor.id, MOST.debtors);
  const ids = debtors.map((one) => one.debtor.id);
  const [theirs, latest] = await Promise.all([
    mandatesOfDebtors(ctx, ids),
    debtors.length <= FEW ? latestPayments(ctx, ids, 3) : [],
  ]);
  const ofDebtors = debtors.length > FEW ? [] : ids.flatMap((id) => theirs.get(id) ?? []);
  const mandates = best(
    [
      ...records.mandates,
      ...ofDebtors.map(
        ({ mandate }): FoundMandate => ({ mandate, why: { by: "debtor" }, rank: ranks.debtor }),
      ),
    ],
    (one) => one.mandate.id,
    MOST.mandates,
  );
  const payments = best([...records.payments, ...latest], (one) => one.payment.id, MOST.payments);
  const standings = await withStandings(
    ctx,
    payments.map((one) => one.payment),
  );
  return {
    debtors: debtors.map((one) => ({ ...one, standing: debtorStanding(theirs.get(one.debtor.id) ?? []) })),
    mandates,
    payments: payments.flatMap((one, at) => {
      const row = standings[at];
      return row ? [{ ...one, ...row }] : [];
    }),
    secretsLeftOut,
  };
}

/** A provider's ids and our keys are kept by connection, of which a creditor has a handful. */
async function connectionIdsOf(ctx: Ctx, readings: ReturnType<typeof readQuery>): Promise<string[]> {
  if (!readings.some((one) => one.kind === "providerId" || one.kind === "key")) return [];
  const rows = await ctx.db.read
    .select({ id: connections.id })
    .from(connections)
    .where(eq(connections.creditorId, ctx.creditorId));
  return rows.map((row) => row.id);
}
