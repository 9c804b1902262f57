import { and, asc, eq, inArray } from "drizzle-orm";
import { agreements, auditLog, payments } from "@/db/schema";
import { historyOf } from "@/lib/answers/history-of";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { getDebtor } from "@/lib/debtors/get";
import { getMandate } from "@/lib/mandates/get";
import { toldEndOf } from "@/lib/mandates/told-end-of";
import { ruleOf } from "@/lib/payments/schedule";

/** More than any one mandate has; what is beyond is said in the manifest. */
export const PAYMENTS_PACKED = 2_000;

/** Everything of a mandate that a claim may turn on, but for the raw messages; nothing of it is opened. */
export async function packFacts(ctx: Ctx, mandateId: string) {
  const mandate = await getMandate(ctx, mandateId);
  const provider = providerOf(ctx, mandate);
  const issued = await ctx.db.read
    .select()
    .from(payments)
    .where(and(eq(payments.mandateId, mandate.id), eq(payments.creditorId, ctx.creditorId)))
    .orderBy(asc(payments.createdAt), asc(payments.id))
    .limit(PAYMENTS_PACKED);
  const ids = [mandate.id, ...issued.map((one) => one.id)];
  const [debtor, toldEnd, history, [agreement], entries] = await Promise.all([
    mandate.debtorId ? getDebtor(ctx, mandate.debtorId) : null,
    toldEndOf(ctx, mandate.id),
    historyOf(ctx, ids),
    ctx.db.read
      .select({
        id: agreements.id,
        name: agreements.name,
        scheme: agreements.scheme,
        values: agreements.values,
      })
      .from(agreements)
      .where(and(eq(agreements.id, mandate.agreementId), eq(agreements.creditorId, ctx.creditorId))),
    ctx.db.read
      .select()
      .from(auditLog)
      .where(and(inArray(auditLog.subjectId, ids), eq(auditLog.creditorId, ctx.creditorId)))
      .orderBy(asc(auditLog.seq)),
  ]);
  const rule = ruleOf(provider, mandate.scheme);
  return { mandate, provider, rule, payments: issued, ids, debtor, toldEnd, history, agreement, entries };
}

export type PackFacts = Awaited<ReturnType<typeof packFacts>>;
