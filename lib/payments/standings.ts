import { and, eq, inArray, isNull } from "drizzle-orm";
import { submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { type DeadlineFacts, deadlineFacts } from "@/lib/settings/deadlines";
import type { Payment } from "./door";
import { ruleOf } from "./schedule";
import { plainStanding, type Standing, standingOf } from "./standing";

export interface PaymentRow {
  payment: Payment;
  standing: Standing;
}

/** A page of payments with what a reader sees beside each state; two questions to the database for all of them. */
export async function withStandings(ctx: Ctx, payments: readonly Payment[]): Promise<PaymentRow[]> {
  const held = await heldForPeople(
    ctx,
    payments.filter((payment) => payment.sending === "sending").map((payment) => payment.id),
  );
  const facts = new Map<string, DeadlineFacts>();
  const now = ctx.clock.now();
  const rows: PaymentRow[] = [];
  for (const payment of payments) {
    const provider = ctx.providers[payment.provider];
    if (!provider?.schemes.some((scheme) => scheme.code === payment.scheme)) {
      rows.push({ payment, standing: plainStanding(payment) });
      continue;
    }
    const rule = ruleOf(provider, payment.scheme);
    const known = facts.get(rule.id) ?? (await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id));
    facts.set(rule.id, known);
    const around = { rule, facts: known, provider, now, held: held.has(payment.id) };
    rows.push({ payment, standing: standingOf(payment, around) });
  }
  return rows;
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
