import { desc, inArray } from "drizzle-orm";
import { mandates } from "@/db/schema";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { agreementView } from "@/lib/mandates/agreement-view";
import { agreementsOf } from "@/lib/mandates/agreements-of";
import { type MandateRow, mandateColumns } from "@/lib/mandates/columns";
import type { DebtorMandate } from "./standing";

/** Far more than anybody has; a debtor beyond it is judged by the newest. */
const EACH = 20;

/** The mandates of several debtors in two questions, newest first, each with what stands against charging it. */
export async function mandatesOfDebtors(
  ctx: Ctx,
  debtorIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DebtorMandate[]>> {
  const found = new Map<string, DebtorMandate[]>();
  if (debtorIds.length === 0) return found;
  const rows = await ctx.db.read
    .select(mandateColumns)
    .from(mandates)
    .where(inArray(mandates.debtorId, [...debtorIds]))
    .orderBy(desc(mandates.createdAt), desc(mandates.id))
    .limit(debtorIds.length * EACH);
  for (const one of await withObstacles(
    ctx,
    rows.filter((row) => row.creditorId === ctx.creditorId),
  )) {
    const debtorId = one.mandate.debtorId ?? "";
    found.set(debtorId, [...(found.get(debtorId) ?? []), one]);
  }
  return found;
}

/** Each mandate with what stands against charging it. One whose agreement is gone is left out. */
export async function withObstacles(ctx: Ctx, rows: readonly MandateRow[]): Promise<DebtorMandate[]> {
  if (rows.length === 0) return [];
  const under = await agreementsOf(ctx, rows);
  return rows.flatMap((mandate) => {
    const agreement = under.get(mandate.agreementId);
    if (!agreement) return [];
    const obstacle = providerOf(ctx, mandate).notChargeable(mandate, agreementView(agreement));
    return [{ mandate, obstacle }];
  });
}
