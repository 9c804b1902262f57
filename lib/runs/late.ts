import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { mandates, payments, runItems, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Rule } from "@/lib/deadlines/rules";
import { ruleOf } from "@/lib/payments/schedule";
import { mayHaveLeftOfRun } from "@/lib/submissions/may-have-left";
import { parked } from "@/lib/submissions/parked";
import type { RunItem } from "./replan";

export interface Late {
  item: RunItem;
  rule: Rule;
}

/** What of a run missed its cut-off: rows without a payment, and payments that wait and of which no byte has left. */
export async function lateOf(db: Pick<Reader, "select">, ctx: Ctx, runId: string): Promise<Late[]> {
  const rows = await db
    .select({
      item: runItems,
      paymentCutoff: payments.cutoffAt,
      provider: mandates.provider,
      scheme: mandates.scheme,
    })
    .from(runItems)
    .innerJoin(mandates, eq(mandates.id, runItems.mandateId))
    .leftJoin(payments, eq(payments.id, runItems.paymentId))
    .leftJoin(
      submissions,
      and(eq(submissions.subjectId, payments.id), eq(submissions.operation, "payment.create")),
    )
    .where(
      and(
        eq(runItems.runId, runId),
        or(
          inArray(runItems.state, ["held", "planned"]),
          and(
            eq(runItems.state, "issued"),
            eq(payments.state, "ready"),
            eq(submissions.state, "intended"),
            isNull(submissions.nextAt),
            or(inArray(submissions.detail, ["cutoff_passed", "run_stopped"]), parked),
          ),
        ),
      ),
    );
  const now = ctx.clock.now();
  const left = await mayHaveLeftOfRun(db, runId);
  return rows
    .filter(({ item }) => item.paymentId === null || !left.has(item.paymentId))
    .filter(({ item, paymentCutoff }) => item.state === "held" || cutoffOf(item, paymentCutoff) < now)
    .map(({ item, provider, scheme }) => ({ item, rule: ruleOf(ctx.providers[provider], scheme) }));
}

/** A payment's row may have been planned for a later window that the payment was not let go for. */
const cutoffOf = (item: RunItem, ofPayment: Date | null): Date =>
  item.state === "planned" ? item.cutoffAt : (ofPayment ?? item.cutoffAt);
