import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { runItems, runs } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { getDebtor } from "@/lib/debtors/get";
import type { Zone } from "@/lib/kernel/instant";
import type { MandateRow } from "@/lib/mandates/columns";
import { getMandate } from "@/lib/mandates/get";
import { listMandates } from "@/lib/mandates/list";
import type { Payment } from "@/lib/payments/door";
import { listPayments } from "@/lib/payments/list";
import type { Answer } from "./answer";
import { mostUseful, type RunRow } from "./debtor";
import { mandateAnswers } from "./of-mandates";
import { paymentAnswers } from "./of-payments";

/** Where no mandate says in whose time days are written. */
const ZONE: Zone = "Europe/Copenhagen";

const NEWEST = 10;
const OPEN_LOOKED_AT = 50;
const open = ["draft", "ready", "pending", "scheduled"] as const;

/** Why nothing, or not the last thing, has been collected of a debtor. */
export async function debtorAnswer(ctx: Ctx, id: string): Promise<Answer> {
  const debtor = await getDebtor(ctx, id);
  const { rows } = await listMandates(ctx, { debtorId: debtor.id }, { limit: 100 });
  return answerOver(ctx, debtor, rows, { debtorId: debtor.id });
}

/** Why nothing, or not the last thing, has been collected on a mandate. */
export async function mandateAnswer(ctx: Ctx, id: string): Promise<Answer> {
  const mandate = await getMandate(ctx, id);
  const { debtorId, debtorName: name, customerNumber } = mandate;
  return answerOver(ctx, { id: debtorId, name, customerNumber }, [mandate], { mandateId: mandate.id });
}

async function answerOver(
  ctx: Ctx,
  debtor: { id: string | null; name: string; customerNumber: string },
  mandates: readonly MandateRow[],
  whose: { debtorId: string } | { mandateId: string },
): Promise<Answer> {
  requirePermission(ctx, "read");
  const [payments, rows, ofMandates] = await Promise.all([
    lookedAt(ctx, whose),
    runRows(
      ctx,
      mandates.map((one) => one.id),
    ),
    mandateAnswers(ctx, mandates),
  ]);
  return mostUseful({
    debtor,
    mandates: ofMandates,
    payments: await paymentAnswers(ctx, payments),
    rows,
    zone: ofMandates[0]?.zone ?? ZONE,
  });
}

/** The newest, and what is still open however old, newest first. */
async function lookedAt(ctx: Ctx, whose: { debtorId: string } | { mandateId: string }): Promise<Payment[]> {
  const [newest, coming] = await Promise.all([
    listPayments(ctx, whose, { limit: NEWEST }),
    listPayments(ctx, { ...whose, state: open }, { limit: OPEN_LOOKED_AT }),
  ]);
  const known = new Set(newest.rows.map((row) => row.id));
  return [...newest.rows, ...coming.rows.filter((row) => !known.has(row.id))];
}

/** Their rows of runs that are no payment, the newest first; of runs that nobody put away. */
async function runRows(ctx: Ctx, mandateIds: readonly string[]): Promise<RunRow[]> {
  if (mandateIds.length === 0) return [];
  return ctx.db.read
    .select({
      runId: runs.id,
      run: runs.name,
      runState: runs.state,
      n: runItems.n,
      state: runItems.state,
      reason: runItems.reason,
      createdAt: runs.createdAt,
    })
    .from(runItems)
    .innerJoin(runs, eq(runs.id, runItems.runId))
    .where(
      and(
        inArray(runItems.mandateId, [...mandateIds]),
        eq(runs.creditorId, ctx.creditorId),
        ne(runs.state, "discarded"),
        ne(runItems.state, "issued"),
      ),
    )
    .orderBy(desc(runs.createdAt), desc(runs.id), desc(runItems.n))
    .limit(5);
}
