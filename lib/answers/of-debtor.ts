import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { payments, runItems, runs, tasks } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { getDebtor } from "@/lib/debtors/get";
import type { Zone } from "@/lib/kernel/instant";
import type { MandateRow } from "@/lib/mandates/columns";
import { getMandate } from "@/lib/mandates/get";
import { listMandates } from "@/lib/mandates/list";
import type { Payment } from "@/lib/payments/door";
import { listPayments } from "@/lib/payments/list";
import { dueDay } from "@/lib/payments/sentence";
import type { Answer } from "./answer";
import { mostUseful, type RunRow } from "./debtor";
import { mandateAnswers } from "./of-mandates";
import { paymentAnswers } from "./of-payments";

/** Where no mandate says in whose time days are written. */
const ZONE: Zone = "Europe/Copenhagen";

const NEWEST = 10;
const OPEN_LOOKED_AT = 50;
const soonest = { key: "requested", direction: "up" } as const;
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
  whose: Whose,
): Promise<Answer> {
  requirePermission(ctx, "read");
  const [looked, rows, ofMandates] = await Promise.all([
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
    payments: await paymentAnswers(ctx, looked.payments),
    dues: new Map(looked.payments.map((one) => [one.id, dueDay(one)])),
    waiting: looked.waiting,
    rows,
    zone: ofMandates[0]?.zone ?? ZONE,
  });
}

type Whose = { debtorId: string } | { mandateId: string };

/** The newest, what is still open, soonest first, and what came back and waits for somebody, however old; newest first. */
async function lookedAt(ctx: Ctx, whose: Whose): Promise<{ payments: Payment[]; waiting: Set<string> }> {
  const [newest, coming, back] = await Promise.all([
    listPayments(ctx, whose, { limit: NEWEST }),
    listPayments(ctx, { ...whose, state: open }, { sort: soonest, limit: OPEN_LOOKED_AT }),
    cameBack(ctx, whose),
  ]);
  const all = new Map([...newest.rows, ...coming.rows, ...back].map((row) => [row.id, row]));
  return { payments: [...all.values()], waiting: new Set(back.map((row) => row.id)) };
}

/** Payments that were refused, rejected or given back, with a task that nobody has seen to yet. */
async function cameBack(ctx: Ctx, whose: Whose): Promise<Payment[]> {
  const own =
    "debtorId" in whose ? eq(payments.debtorId, whose.debtorId) : eq(payments.mandateId, whose.mandateId);
  const rows = await ctx.db.read
    .select({ payment: payments })
    .from(payments)
    .innerJoin(tasks, eq(tasks.subjectId, payments.id))
    .where(
      and(
        own,
        eq(payments.creditorId, ctx.creditorId),
        eq(tasks.state, "open"),
        inArray(tasks.kind, ["payment_rejected", "chargeback", "refused"]),
      ),
    )
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .limit(NEWEST);
  return rows.map((row) => row.payment);
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
