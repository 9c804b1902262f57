import { and, eq, inArray } from "drizzle-orm";
import { agreements } from "@/db/schema";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { agreementView } from "@/lib/mandates/agreement-view";
import { listMandates } from "@/lib/mandates/list";
import type { DebtorMandate } from "./standing";

/** The mandates of one debtor, newest first, each with what stands against charging it. */
export async function debtorMandates(ctx: Ctx, debtorId: string): Promise<DebtorMandate[]> {
  const { rows } = await listMandates(ctx, { debtorId }, { limit: 100 });
  if (rows.length === 0) return [];
  const under = await ctx.db.read
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.creditorId, ctx.creditorId),
        inArray(agreements.id, [...new Set(rows.map((row) => row.agreementId))]),
      ),
    );
  return rows.flatMap((mandate) => {
    const agreement = under.find((one) => one.id === mandate.agreementId);
    if (!agreement) return [];
    const obstacle = providerOf(ctx, mandate).notChargeable(mandate, agreementView(agreement));
    return [{ mandate, obstacle }];
  });
}
