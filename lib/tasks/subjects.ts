import { and, count, eq, inArray } from "drizzle-orm";
import { agreements, connections, mandates, payments, runItems, runs } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Currency } from "@/lib/kernel/money";
import type { Task } from "./list";

/** What a work list shows of a task's record. */
export interface TaskSubject {
  /** The debtor's name, a connection's or an agreement's; empty when nobody has one yet. */
  name: string;
  /** The customer number of mandates and payments. */
  number: string;
  /** Provider module and stored reason, for the words of a refusal. */
  provider: string;
  reasonCode: string | null;
  /** The provider's own words. */
  reasonText: string | null;
  test: boolean;
  /** Of a payment, for a task that does not say how much itself. */
  money: { amountMinor: number; currency: Currency } | null;
  /** Of a payment. */
  cutoffAt: Date | null;
  /** Of a run: how many rows could not be issued any more when their turn came. */
  rowsRefused?: number;
}

/** A connection's task may be about one thing of it: `con_…/their-id`. */
export const connectionOf = (task: Pick<Task, "subjectId">): string => task.subjectId.split("/")[0] ?? "";

/** What names a record: a task, a submission, a line of a list. */
type About = Pick<Task, "noun" | "subjectId">;

/** The records of a page of tasks by their ids; one question per kind of record. */
export async function taskSubjects(
  ctx: Ctx,
  of: readonly About[],
): Promise<ReadonlyMap<string, TaskSubject>> {
  const ids = (noun: Task["noun"]) => of.filter((task) => task.noun === noun).map((task) => task.subjectId);
  const parts = await Promise.all([
    ofPayments(ctx, ids("payment")),
    ofMandates(ctx, ids("mandate")),
    ofConnections(ctx, of.filter((task) => task.noun === "connection").map(connectionOf)),
    ofAgreements(ctx, ids("agreement")),
    ofRuns(ctx, ids("run")),
  ]);
  return new Map(parts.flat());
}

type Entry = [string, TaskSubject];

async function ofPayments(ctx: Ctx, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.read
    .select({
      ...shown(payments),
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      cutoffAt: payments.cutoffAt,
    })
    .from(payments)
    .where(and(inArray(payments.id, [...ids]), eq(payments.creditorId, ctx.creditorId)));
  return rows.map(
    ({ id, amountMinor, currency, ...row }): Entry => [id, { ...row, money: { amountMinor, currency } }],
  );
}

async function ofMandates(ctx: Ctx, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.read
    .select(shown(mandates))
    .from(mandates)
    .where(and(inArray(mandates.id, [...ids]), eq(mandates.creditorId, ctx.creditorId)));
  return rows.map(({ id, ...row }): Entry => [id, { ...row, money: null, cutoffAt: null }]);
}

/** What mandates and payments have in common. */
const shown = <Table extends typeof payments | typeof mandates>(table: Table) => ({
  id: table.id,
  name: table.debtorName,
  number: table.customerNumber,
  provider: table.provider,
  reasonCode: table.reasonCode,
  reasonText: table.reasonText,
  test: table.test,
});

async function ofConnections(ctx: Ctx, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.read
    .select({ id: connections.id, name: connections.name, provider: connections.provider })
    .from(connections)
    .where(and(inArray(connections.id, [...ids]), eq(connections.creditorId, ctx.creditorId)));
  return rows.map(({ id, ...row }): Entry => [id, { ...row, ...plain }]);
}

async function ofAgreements(ctx: Ctx, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.read
    .select({ id: agreements.id, name: agreements.name, provider: connections.provider })
    .from(agreements)
    .innerJoin(connections, eq(connections.id, agreements.connectionId))
    .where(and(inArray(agreements.id, [...ids]), eq(agreements.creditorId, ctx.creditorId)));
  return rows.map(({ id, ...row }): Entry => [id, { ...row, ...plain }]);
}

async function ofRuns(ctx: Ctx, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.read
    .select({ id: runs.id, name: runs.name, test: runs.test, rowsRefused: count(runItems.id) })
    .from(runs)
    .leftJoin(runItems, and(eq(runItems.runId, runs.id), eq(runItems.state, "refused")))
    .where(and(inArray(runs.id, [...ids]), eq(runs.creditorId, ctx.creditorId)))
    .groupBy(runs.id, runs.name, runs.test);
  return rows.map(({ id, ...row }): Entry => [id, { ...plain, ...row, provider: "" }]);
}

const plain = { number: "", reasonCode: null, reasonText: null, test: false, money: null, cutoffAt: null };
