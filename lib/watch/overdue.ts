import { and, asc, count, eq, inArray, lte, ne, or, type SQL } from "drizzle-orm";
import { mandates, moves, payments } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Rule } from "@/lib/deadlines/rules";
import { addDays, addMonths, type Day, type Month, monthOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { silentBankDays } from "@/lib/mandates/silence";
import type { Connection } from "@/lib/messages/store-exchange";
import { ruleOf } from "@/lib/payments/schedule";
import { newsExpectedBy } from "@/lib/payments/stale";
import { type DeadlineFacts, deadlineFacts } from "@/lib/settings/deadlines";

export interface Overdue {
  noun: "mandate" | "payment";
  id: string;
  debtorName: string;
  /** When there should have been news; of a mandate, since when there was none. */
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
  let day = today;
  for (let back = 0; back < LOOKED_BACK_DAYS; back += 1) {
    const by = expected("scheduled", day, "");
    if (by && now > by) break;
    day = addDays(day, -1);
  }
  if (rule.kind !== "monthly") return { day, window: null };
  let window = monthOf(today);
  for (let back = 0; back < 3; back += 1) {
    const by = expected("pending", null, window);
    if (by && now > by) return { day, window };
    window = addMonths(window, -1);
  }
  return { day, window: null };
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
  return found
    .filter(({ mandate, since }) => silentBankDays(since, now, ruleOf(module, mandate.scheme)) !== null)
    .slice(0, most)
    .map(({ mandate, since }) => ({
      noun: "mandate",
      id: mandate.id,
      debtorName: mandate.debtorName,
      since,
    }));
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
  return silentBankDays(row.since, now, ruleOf(module, row.mandate.scheme)) !== null;
}
