import { and, eq, inArray, isNull } from "drizzle-orm";
import { submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { dayIn } from "@/lib/kernel/instant";
import { allDeadlineFacts, type FactsOf } from "@/lib/settings/deadlines";
import type { Payment } from "./door";
import { newsFinder } from "./news-finder";
import { ruleOf } from "./schedule";
import { plainStanding, type Standing, type Surroundings, standingOf } from "./standing";

export interface PaymentRow {
  payment: Payment;
  standing: Standing;
}

/**
 * A page of payments with what a reader sees beside each state. `given`: by facts already read; else two questions to
 * the database for all of them.
 */
export async function withStandings(
  ctx: Ctx,
  payments: readonly Payment[],
  given?: FactsOf,
): Promise<PaymentRow[]> {
  if (payments.length === 0) return [];
  const factsOf = given ?? (await allDeadlineFacts(ctx.db.read, ctx.creditorId));
  const held = await heldForPeople(
    ctx,
    payments.filter((payment) => payment.sending === "sending").map((payment) => payment.id),
  );
  const schemes = new Map<string, Omit<Surroundings, "held"> | null>();
  const rows: PaymentRow[] = [];
  for (const payment of payments) {
    const name = `${payment.provider} ${payment.scheme}`;
    const known = schemes.get(name);
    const around = known === undefined ? aroundScheme(ctx, payment, factsOf) : known;
    schemes.set(name, around);
    const standing = around
      ? standingOf(payment, { ...around, held: held.has(payment.id) })
      : plainStanding(payment);
    rows.push({ payment, standing });
  }
  return rows;
}

/** What decides the standing of every payment of one scheme; null when its provider has that scheme no more. */
function aroundScheme(ctx: Ctx, payment: Payment, factsOf: FactsOf): Omit<Surroundings, "held"> | null {
  const provider = ctx.providers[payment.provider];
  if (!provider?.schemes.some((scheme) => scheme.code === payment.scheme)) return null;
  const rule = ruleOf(provider, payment.scheme);
  const now = ctx.clock.now();
  return { rule, newsBy: newsFinder(rule, factsOf(rule.id)), provider, now, today: dayIn(now, rule.zone) };
}

/** Of these records, those whose intent waits for a person: it has no time at which a worker would take it. */
async function heldForPeople(ctx: Ctx, subjectIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (subjectIds.length === 0) return new Set();
  const rows = await ctx.db.read
    .select({ subjectId: submissions.subjectId })
    .from(submissions)
    .where(
      and(
        inArray(submissions.subjectId, [...subjectIds]),
        eq(submissions.creditorId, ctx.creditorId),
        eq(submissions.state, "intended"),
        isNull(submissions.nextAt),
      ),
    );
  return new Set(rows.map((row) => row.subjectId));
}
