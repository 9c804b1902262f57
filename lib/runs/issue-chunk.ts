import { and, asc, desc, eq, isNull, lte, or } from "drizzle-orm";
import { isUniqueViolation } from "@/db/errors";
import { runItems, runs } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import type { Actor, Ctx } from "@/lib/context";
import { type Landing, landing } from "@/lib/deadlines/landing";
import { breathe } from "@/lib/kernel/breathe";
import { day } from "@/lib/kernel/day";
import { AppError, type ErrorCode } from "@/lib/kernel/errors";
import { randomShare } from "@/lib/kernel/random";
import { faultLine, log } from "@/lib/log";
import { issuePayment, type Ready } from "@/lib/payments/issue";
import { chargeable } from "@/lib/payments/preview";
import { releaseReplanned } from "@/lib/payments/replan";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { heldRun } from "@/lib/submissions/preflight";
import { openTask, type TaskNote } from "@/lib/tasks/tasks";
import type { Run } from "./door";
import type { RunItem } from "./replan";
import type { ItemReason } from "./states";

const CHUNK = 50;

/** Runs that are being sent, of every creditor. */
export async function sendingRuns(ctx: Ctx): Promise<Run[]> {
  return ctx.db.read.select().from(runs).where(eq(runs.state, "sending")).orderBy(asc(runs.id)).limit(100);
}

const hasTurn = (ctx: Ctx) => or(isNull(runItems.nextAt), lte(runItems.nextAt, ctx.clock.now()));

/**
 * Issues the next rows of a run, the most urgent and the largest first. Each row is a transaction of its own in which
 * the row is taken by a unique write: however many work on one run and wherever one dies, a row has one payment. Answers
 * how many rows there were.
 */
export async function issueChunk(ctx: Ctx, run: Run, stopping: () => boolean): Promise<number> {
  const items = await ctx.db.read
    .select()
    .from(runItems)
    .where(and(eq(runItems.runId, run.id), eq(runItems.state, "planned"), hasTurn(ctx)))
    .orderBy(asc(runItems.cutoffAt), desc(runItems.amountMinor), asc(runItems.id))
    .limit(CHUNK);
  // Several workers begin at different places of the chunk, so that they seldom meet at a row.
  const from = Math.floor(randomShare() * items.length);
  for (const item of [...items.slice(from), ...items.slice(0, from)]) {
    if (stopping()) break;
    try {
      await issueItem(ctx, run, item);
    } catch (error) {
      log("error", "a row could not be issued", { row: item.id, fault: faultLine(error) });
      await noteFault(ctx, item);
    }
    await breathe();
  }
  return items.length;
}

async function issueItem(ctx: Ctx, run: Run, item: RunItem): Promise<void> {
  const ready = await readyOf(ctx, item);
  if (typeof ready === "string") {
    await setAside(ctx, item, ready);
    return;
  }
  try {
    await inTransaction(ctx.db, async (tx) => {
      const [now] = await tx.select({ state: runs.state }).from(runs).where(eq(runs.id, run.id));
      if (now?.state !== "sending") return;
      const mine = and(eq(runItems.id, item.id), eq(runItems.state, "planned"));
      const [taken] = await tx.update(runItems).set({ state: "issued" }).where(mine).returning();
      if (!taken) return;
      if (item.paymentId) {
        await releaseReplanned(tx, ctx, item.paymentId, ready.landing);
        return;
      }
      const wantedBy: Actor = { kind: run.preparedKind, id: run.preparedById, name: run.preparedByName };
      const { paymentId } = await issuePayment(tx, ctx, ready, {
        despiteDuplicate: item.choice === "in",
        duplicateReason: `${run.name}, ${item.n}`,
        run: { id: run.id, origin: run.origin, wantedBy },
      });
      await tx.update(runItems).set({ paymentId }).where(eq(runItems.id, item.id));
    });
  } catch (error) {
    const reason = refusalOf(error);
    if (reason) await setAside(ctx, item, reason);
    // Somebody holds its payment for a moment: nobody's fault.
    else if (error instanceof AppError && error.code === "changed_meanwhile")
      await pause(ctx, item, MEANWHILE_MS, item.faults);
    else throw error;
  }
}

const refusals: Partial<Record<ErrorCode, ItemReason>> = {
  duplicate: "duplicate_paid",
  not_offered: "not_offered",
  // Its payment was cancelled, or settled otherwise, since the plan was made.
  move_not_allowed: "plan_differs",
};

/** Why a row cannot be issued any more; null for a fault of ours, after which it is tried again. */
function refusalOf(error: unknown): ItemReason | null {
  if (isUniqueViolation(error)) return "reference_paid";
  if (!(error instanceof AppError)) return null;
  return error.fields.reference === "reference_taken" ? "reference_paid" : (refusals[error.code] ?? null);
}

const MEANWHILE_MS = 5_000;
/** After each fault of ours: what is wrong for a moment, or for minutes, must not cost a row its turn. */
const FAULT_PAUSES_MS = [5_000, 30_000, 120_000, 600_000];

/** A fault of ours: later again, and after five the row is given up and shown, so that the others come to their end. */
async function noteFault(ctx: Ctx, item: RunItem): Promise<void> {
  const ms = FAULT_PAUSES_MS[item.faults];
  if (ms === undefined) await setAside(ctx, item, "fault");
  else await pause(ctx, item, ms, item.faults + 1);
}

/** The others go on meanwhile. Two workers that met the same fault count it once. */
async function pause(ctx: Ctx, item: RunItem, ms: number, faults: number): Promise<void> {
  const now = ctx.clock.now().getTime();
  // Never past its cut-off: of what is left of the time, a quarter at most.
  const left = Math.max(item.cutoffAt.getTime() - now, 0);
  const nextAt = new Date(now + Math.min(ms, left / 4));
  const asSeen = and(
    eq(runItems.id, item.id),
    eq(runItems.state, "planned"),
    eq(runItems.faults, item.faults),
  );
  await inTransaction(ctx.db, async (tx) => {
    await tx.update(runItems).set({ nextAt, faults }).where(asSeen);
  });
}

/** Everything is looked at once more; a row that would go another way than was approved does not go. */
async function readyOf(ctx: Ctx, item: RunItem): Promise<Ready | ItemReason> {
  if (item.mandateId === null || item.planned === null) return "mandate_not_active";
  const found = await chargeable(ctx, item.mandateId);
  if (found.mandate.state !== "active") return "mandate_not_active";
  if (found.obstacle) return "mandate_unusable";
  if (found.agreement.state !== "active") return "agreement_not_active";
  const facts = await deadlineFacts(ctx.db.read, ctx.creditorId, found.rule.id);
  const planned = day(item.planned);
  const lands = landing(found.rule, ctx.clock.now(), planned, facts.overrides, facts.settings);
  if (!lands.onTime) return "cutoff_passed";
  if (differs(item, lands)) return "plan_differs";
  const values = { text: item.text, reference: item.reference };
  const wanted = item.wanted === null ? undefined : day(item.wanted);
  return { ...found, values, amountMinor: item.amountMinor, wanted, landing: lands };
}

const differs = (item: RunItem, lands: Landing): boolean =>
  lands.due !== item.planned || (lands.window ?? "") !== item.window;

/** `held` waits for a person and may go in the next window; `refused` is over. */
async function setAside(ctx: Ctx, item: RunItem, reason: ItemReason): Promise<void> {
  const waits = reason === "cutoff_passed" || reason === "plan_differs";
  await inTransaction(ctx.db, async (tx) => {
    const [set] = await tx
      .update(runItems)
      // A payment that exists stays what it is; only its row stops waiting to be let go.
      .set(item.paymentId ? { state: "issued" } : { state: waits ? "held" : "refused", reason })
      .where(and(eq(runItems.state, "planned"), eq(runItems.id, item.id)))
      .returning();
    if (!set) return;
    // A payment that waits for its row's word now waits for a person's.
    if (waits || item.paymentId) await openTask(tx, ctx, heldRun(item.runId));
    else if (set.state === "refused") await openTask(tx, ctx, rowsRefused(item.runId));
    audit(tx, ctx, {
      action: waits ? "run.row_held" : "run.row_refused",
      noun: "run",
      subjectId: item.runId,
      after: { row: item.n, reference: item.reference, reason },
    });
  });
}

/** However many there are: they are counted when it is shown. */
const rowsRefused = (runId: string): TaskNote => ({
  kind: "run_rows_refused",
  noun: "run",
  subjectId: runId,
  role: "finance",
});
