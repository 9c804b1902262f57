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
import { allDeadlineFacts, type FactsOf } from "@/lib/settings/deadlines";

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
}

/** The next cut-off of every scheme that this creditor collects by, soonest first. `given`: by facts already read. */
export async function nextCutoffs(ctx: Ctx, given?: FactsOf): Promise<SchemeCutoff[]> {
  requirePermission(ctx, "read");
  const { read } = ctx.db;
  const rows = await read
    .selectDistinct({ scheme: agreements.scheme, provider: connections.provider })
    .from(agreements)
    .innerJoin(connections, eq(connections.id, agreements.connectionId))
    .where(and(eq(agreements.creditorId, ctx.creditorId), inArray(agreements.state, ["active", "pending"])));
  const factsOf = given ?? (await allDeadlineFacts(read, ctx.creditorId));
  const now = ctx.clock.now();
  const found = new Map<string, SchemeCutoff>();
  for (const { scheme, provider } of rows) {
    const module = ctx.providers[provider];
    const named = module?.schemes.find((one) => one.code === scheme);
    if (!named || found.has(named.deadlineRule)) continue;
    const rule = ruleOf(module, scheme);
    const facts = factsOf(rule.id);
    const next = nextCutoff(rule, now, facts.overrides, facts.settings);
    const month = next.window?.month;
    const previous = nextCutoff(
      rule,
      new Date(now.getTime() - previousMs(rule)),
      facts.overrides,
      facts.settings,
    );
    found.set(named.deadlineRule, {
      ...next,
      rule,
      label: named.label,
      state: stateOfCutoff(rule, next.cutoffAt, now, facts.settings),
      warnFrom: warningFrom(rule, next.cutoffAt, facts.settings),
      previousCutoffAt:
        previous.cutoffAt < next.cutoffAt ? previous.cutoffAt : new Date(now.getTime() - previousMs(rule)),
      figures: month ? await figuresOf(ctx, month) : [],
    });
  }
  return [...found.values()].sort((a, b) => a.cutoffAt.getTime() - b.cutoffAt.getTime());
}

const previousMs = (rule: Rule): number => (rule.kind === "monthly" ? 31 : 3) * 24 * 3_600_000;

/** Real payments; only where there are none, test payments, and then that must be said. Never both in one sum. */
export function realOrTest(figures: readonly Figure[]): { test: boolean; figures: readonly Figure[] } {
  const real = figures.filter((one) => !one.test);
  const test = real.length === 0 && figures.length > 0;
  return { test, figures: test ? figures : real };
}

/** The counters of one window; real and test payments apart. */
export async function figuresOf(ctx: Ctx, window: string): Promise<Figure[]> {
  const rows = await ctx.db.read
    .select()
    .from(counters)
    .where(
      and(
        eq(counters.creditorId, ctx.creditorId),
        eq(counters.noun, "payments"),
        eq(counters.bucket, window),
        ne(counters.count, 0),
      ),
    );
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
