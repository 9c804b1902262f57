import { and, asc, count, eq, inArray, lte, min, ne, or, type SQL } from "drizzle-orm";
import { mandates, moves, payments } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Rule } from "@/lib/deadlines/rules";
import { addDays, addMonths, type Day, day, type Month, monthOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { answerExpectedBy, silentBankDays } from "@/lib/mandates/silence";
import type { Connection } from "@/lib/messages/store-exchange";
import { ruleOf } from "@/lib/payments/schedule";
import { newsExpectedBy } from "@/lib/payments/stale";
import { type DeadlineFacts, deadlineFacts } from "@/lib/settings/deadlines";

export interface Overdue {
  noun: "mandate" | "payment";
  id: string;
  debtorName: string;
  /** When there should have been news. */
  since: Date;
  amountMinor?: number;
  currency?: string;
}

/** Bank holidays never close more days than this in a row with the days that news may take. */
const LOOKED_BACK_DAYS = 21;

/**
 * The latest planned day, and the latest window, of which the calendar says that there should be news by now: asked of
 * the very function that the screens ask, so that both always agree.
 */
function edges(
  rule: Rule,
  now: Date,
  { overrides, settings }: DeadlineFacts,
): { day: Day; window: Month | null } {
  const expected = (state: "pending" | "scheduled", planned: Day | null, window: string) =>
    newsExpectedBy({ state, planned, window, settledOn: null }, rule, overrides, settings);
  const today = dayIn(now, rule.zone);
  let latest = today;
  for (let back = 0; back < LOOKED_BACK_DAYS; back += 1) {
    const by = expected("scheduled", latest, "");
    if (by && now > by) break;
    latest = addDays(latest, -1);
  }
  if (rule.kind !== "monthly") return { day: latest, window: null };
  let window = monthOf(today);
  for (let back = 0; back < 3; back += 1) {
    const by = expected("pending", null, window);
    if (by && now > by) return { day: latest, window };
    window = addMonths(window, -1);
  }
  return { day: latest, window: null };
}

interface Silence {
  rule: Rule;
  facts: DeadlineFacts;
  where: SQL | undefined;
}

async function silences(ctx: Ctx, connection: Connection): Promise<Silence[]> {
  const module = ctx.providers[connection.provider];
  const found: Silence[] = [];
  for (const scheme of module?.schemes ?? []) {
    const rule = ruleOf(module, scheme.code);
    const facts = await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id);
    const { day, window } = edges(rule, ctx.clock.now(), facts);
    const pending = window
      ? and(eq(payments.state, "pending"), ne(payments.window, ""), lte(payments.window, window))
      : rule.kind === "monthly"
        ? undefined
        : and(eq(payments.state, "pending"), lte(payments.planned, day));
    const where = and(
      eq(payments.connectionId, connection.id),
      eq(payments.scheme, scheme.code),
      or(and(eq(payments.state, "scheduled"), lte(payments.planned, day)), pending),
    );
    found.push({ rule, facts, where });
  }
  return found;
}

/** Payments of which there should be news and is none, those asked about longest ago first. */
export async function overduePayments(ctx: Ctx, connection: Connection, most: number): Promise<Overdue[]> {
  const rows: Overdue[] = [];
  for (const { rule, facts, where } of await silences(ctx, connection)) {
    const found = await ctx.db.read
      .select()
      .from(payments)
      .where(where)
      .orderBy(asc(payments.askedAt))
      .limit(most);
    for (const row of found) {
      const since = newsExpectedBy(row, rule, facts.overrides, facts.settings);
      if (since && ctx.clock.now() > since)
        rows.push({
          noun: "payment",
          id: row.id,
          debtorName: row.debtorName,
          since,
          amountMinor: row.amountMinor,
          currency: row.currency,
        });
    }
  }
  return rows.slice(0, most);
}

export async function countOverduePayments(ctx: Ctx, connection: Connection): Promise<number> {
  let sum = 0;
  for (const { where } of await silences(ctx, connection)) {
    const [row] = await ctx.db.read.select({ count: count() }).from(payments).where(where);
    sum += row?.count ?? 0;
  }
  return sum;
}

/** Pending mandates without an answer for too many bank days. */
export async function overdueMandates(ctx: Ctx, connection: Connection, most: number): Promise<Overdue[]> {
  const now = ctx.clock.now();
  const module = ctx.providers[connection.provider];
  const found = await ctx.db.read
    .select({ mandate: mandates, since: moves.at })
    .from(mandates)
    .innerJoin(moves, and(eq(moves.subjectId, mandates.id), eq(moves.version, mandates.version)))
    .where(and(eq(mandates.connectionId, connection.id), inArray(mandates.state, ["pending"])))
    .orderBy(asc(mandates.askedAt))
    .limit(500);
  const debits = await firstDebits(
    ctx,
    found.map(({ mandate }) => mandate.id),
  );
  return found
    .map(({ mandate, since }) => ({
      mandate,
      rule: ruleOf(module, mandate.scheme),
      waiting: { since, debit: debits.get(mandate.id) ?? null },
    }))
    .filter(({ waiting, rule }) => silentBankDays(waiting, now, rule) !== null)
    .slice(0, most)
    .map(({ mandate, waiting, rule }) => ({
      noun: "mandate",
      id: mandate.id,
      debtorName: mandate.debtorName,
      since: answerExpectedBy(waiting, rule),
    }));
}

/** The day of the first debit that is still to come of each mandate that has one. */
async function firstDebits(ctx: Ctx, mandateIds: string[]): Promise<ReadonlyMap<string, Day>> {
  if (mandateIds.length === 0) return new Map();
  const rows = await ctx.db.read
    .select({ mandateId: payments.mandateId, planned: min(payments.planned) })
    .from(payments)
    .where(
      and(
        inArray(payments.mandateId, mandateIds),
        inArray(payments.state, ["ready", "pending", "scheduled"]),
      ),
    )
    .groupBy(payments.mandateId);
  return new Map(rows.flatMap((row) => (row.planned ? [[row.mandateId, day(row.planned)] as const] : [])));
}

/** Whether there should still be news of this one record. */
export async function isOverdue(
  ctx: Ctx,
  connection: Connection,
  { noun, id }: Pick<Overdue, "noun" | "id">,
): Promise<boolean> {
  const now = ctx.clock.now();
  const module = ctx.providers[connection.provider];
  if (noun === "payment") {
    const [row] = await ctx.db.read.select().from(payments).where(eq(payments.id, id));
    if (!row) return false;
    const rule = ruleOf(module, row.scheme);
    const { overrides, settings } = await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id);
    const by = newsExpectedBy(row, rule, overrides, settings);
    return by !== null && now > by;
  }
  const [row] = await ctx.db.read
    .select({ mandate: mandates, since: moves.at })
    .from(mandates)
    .innerJoin(moves, and(eq(moves.subjectId, mandates.id), eq(moves.version, mandates.version)))
    .where(eq(mandates.id, id));
  if (row?.mandate.state !== "pending") return false;
  const debit = (await firstDebits(ctx, [id])).get(id) ?? null;
  return silentBankDays({ since: row.since, debit }, now, ruleOf(module, row.mandate.scheme)) !== null;
}
