import { and, eq, inArray, ne } from "drizzle-orm";
import { agreements, connections, counters } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import {
  type CutoffState,
  type NextCutoff,
  nextCutoff,
  stateOfCutoff,
  warningFrom,
} from "@/lib/deadlines/cutoff";
import type { Rule } from "@/lib/deadlines/rules";
import type { LocalText } from "@/lib/kernel/locale";
import { ruleOf } from "@/lib/payments/schedule";
import { allDeadlineFacts, type DeadlineFacts, type FactsOf } from "@/lib/settings/deadlines";
import { type Waiting, waitingFor } from "./waiting";

export interface Figure {
  state: string;
  currency: string;
  test: boolean;
  count: number;
  amountMinor: number;
}

export interface SchemeCutoff extends NextCutoff {
  rule: Rule;
  label: LocalText;
  state: CutoffState;
  /** From here on it is somebody's turn. */
  warnFrom: Date;
  /** The cut-off before this one, for how much of the time is gone. */
  previousCutoffAt: Date;
  /** Payments of this window by state and currency; real and test payments apart. */
  figures: Figure[];
  /** Without windows: payments that have not left, and that miss this cut-off if they do not. */
  waiting: Waiting[];
}

/**
 * The cut-off to lead with: the soonest on which something hangs. A month always does; a day's cut-off only while a
 * payment waits for it, or it would stand before the month's every day. Where nothing hangs on any, the soonest.
 */
export function leadingOf(cutoffs: readonly SchemeCutoff[]): SchemeCutoff | null {
  const counts = ({ rule, waiting }: SchemeCutoff) => rule.kind === "monthly" || waiting.length > 0;
  return cutoffs.find(counts) ?? cutoffs[0] ?? null;
}

/** The next cut-off of every scheme that this creditor collects by, soonest first. `given`: by facts already read. */
export async function nextCutoffs(ctx: Ctx, given?: FactsOf): Promise<SchemeCutoff[]> {
  requirePermission(ctx, "read");
  const [used, factsOf] = await Promise.all([
    schemesInUse(ctx),
    given ?? allDeadlineFacts(ctx.db.read, ctx.creditorId),
  ]);
  const now = ctx.clock.now();
  const ahead = rulesOf(ctx, used).map(({ rule, ...named }) => ({
    ...named,
    ...aheadOf(rule, now, factsOf(rule.id)),
  }));
  // One question for all of them: this is asked on every page.
  const counted = await countersOf(ctx, [
    WITHOUT_WINDOW,
    ...ahead.flatMap(({ window }) => window?.month ?? []),
  ]);
  const anyReady = counted.some((row) => row.bucket === WITHOUT_WINDOW && row.state === "ready");
  const found = await Promise.all(
    ahead.map(async ({ uses, ...cutoff }) => {
      const month = cutoff.window?.month;
      return {
        ...cutoff,
        figures: month ? sumsOf(counted.filter((row) => row.bucket === month)) : [],
        waiting: !month && anyReady ? await waitingFor(ctx, uses, cutoff.cutoffAt) : [],
      };
    }),
  );
  return found.sort((a, b) => a.cutoffAt.getTime() - b.cutoffAt.getTime());
}

const schemesInUse = (ctx: Ctx) =>
  ctx.db.read
    .selectDistinct({ scheme: agreements.scheme, provider: connections.provider })
    .from(agreements)
    .innerJoin(connections, eq(connections.id, agreements.connectionId))
    .where(and(eq(agreements.creditorId, ctx.creditorId), inArray(agreements.state, ["active", "pending"])));

/** The next cut-off of a rule and the one before it. */
function aheadOf(rule: Rule, now: Date, { overrides, settings }: DeadlineFacts) {
  const next = nextCutoff(rule, now, overrides, settings);
  const earlier = new Date(now.getTime() - previousMs(rule));
  const previous = nextCutoff(rule, earlier, overrides, settings);
  return {
    ...next,
    rule,
    state: stateOfCutoff(rule, next.cutoffAt, now, settings),
    warnFrom: warningFrom(rule, next.cutoffAt, settings),
    previousCutoffAt: previous.cutoffAt < next.cutoffAt ? previous.cutoffAt : earlier,
  };
}

interface Use {
  provider: string;
  scheme: string;
}

/** Each rule once, under its first scheme's name, with everything that goes by it. */
function rulesOf(ctx: Ctx, uses: readonly Use[]): { rule: Rule; label: LocalText; uses: Use[] }[] {
  const found = new Map<string, { rule: Rule; label: LocalText; uses: Use[] }>();
  for (const use of uses) {
    const module = ctx.providers[use.provider];
    const named = module?.schemes.find((one) => one.code === use.scheme);
    if (!named) continue;
    const known = found.get(named.deadlineRule);
    if (known) known.uses.push(use);
    else
      found.set(named.deadlineRule, {
        rule: ruleOf(module, use.scheme),
        label: named.label,
        uses: [use],
      });
  }
  return [...found.values()];
}

const previousMs = (rule: Rule): number => (rule.kind === "monthly" ? 31 : 3) * 24 * 3_600_000;

/** Real payments; only where there are none, test payments, and then that must be said. Never both in one sum. */
export function realOrTest<One extends { test: boolean }>(
  figures: readonly One[],
): { test: boolean; figures: readonly One[] } {
  const real = figures.filter((one) => !one.test);
  const test = real.length === 0 && figures.length > 0;
  return { test, figures: test ? figures : real };
}

/** The counters of one window; real and test payments apart. */
export const figuresOf = async (ctx: Ctx, window: string): Promise<Figure[]> =>
  sumsOf(await countersOf(ctx, [window]));

type Counter = typeof counters.$inferSelect;

/** The bucket of payments that no month collects. */
const WITHOUT_WINDOW = "";

const countersOf = (ctx: Ctx, buckets: string[]): Promise<Counter[]> =>
  ctx.db.read
    .select()
    .from(counters)
    .where(
      and(
        eq(counters.creditorId, ctx.creditorId),
        eq(counters.noun, "payments"),
        inArray(counters.bucket, buckets),
        ne(counters.count, 0),
      ),
    );

function sumsOf(rows: readonly Counter[]): Figure[] {
  const sums = new Map<string, Figure>();
  for (const row of rows) {
    const name = `${row.state} ${row.currency} ${row.test}`;
    const { state, currency, test } = row;
    const sum = sums.get(name) ?? { state, currency, test, count: 0, amountMinor: 0 };
    sum.count += row.count;
    sum.amountMinor += row.amountMinor;
    sums.set(name, sum);
  }
  return [...sums.values()];
}
