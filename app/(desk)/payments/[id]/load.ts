import { and, eq } from "drizzle-orm";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { agreements } from "@/db/schema";
import { paymentAnswers } from "@/lib/answers/of-payments";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { windowOf } from "@/lib/deadlines/windows";
import { isMonth } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { getMandate } from "@/lib/mandates/get";
import { notesOn } from "@/lib/notes/list";
import { getPayment } from "@/lib/payments/get";
import { newsFinder } from "@/lib/payments/news-finder";
import { despiteOf } from "@/lib/payments/obligation";
import { ruleOf } from "@/lib/payments/schedule";
import { standingOf } from "@/lib/payments/standing";
import { recordStory } from "@/lib/records/story";
import { recordVersion } from "@/lib/records/version";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { listTasks } from "@/lib/tasks/list";

/** Everything the record of a payment is drawn from. An id that is none of this creditor's is not found. */
export async function loadPayment(ctx: Ctx, id: string) {
  // Before the rest: a change in between is then fetched again, never missed.
  const version = await orNotFound(recordVersion(ctx, { noun: "payment", id }));
  const payment = await orNotFound(getPayment(ctx, id));
  const provider = providerOf(ctx, payment);
  const rule = ruleOf(provider, payment.scheme);
  const [story, mandate, connection, facts, tasks, [agreement], despite, [answer], notes] = await Promise.all(
    [
      recordStory(ctx, { noun: "payment", id }),
      getMandate(ctx, payment.mandateId),
      findConnection(ctx.db.read, ctx.creditorId, payment.connectionId),
      deadlineFacts(ctx.db.read, ctx.creditorId, rule.id),
      listTasks(ctx, { subjectId: id }, { limit: 10 }),
      ctx.db.read
        .select({ name: agreements.name })
        .from(agreements)
        .where(and(eq(agreements.id, payment.agreementId), eq(agreements.creditorId, ctx.creditorId))),
      despiteOf(ctx.db.read, payment),
      paymentAnswers(ctx, [payment]),
      notesOn(ctx, [payment.id]),
    ],
  );
  if (!answer) throw new Error("a payment has no answer");
  const now = ctx.clock.now();
  const held = story.open?.state === "intended" && story.open.nextAt === null;
  const month = payment.window;
  return {
    version,
    payment,
    provider,
    rule,
    story,
    tasks: tasks.rows,
    mandate,
    facts,
    now,
    held,
    /** Why it has not been collected. */
    answer,
    notes,
    /** Why it is collected besides another one. */
    despite,
    agreement: agreement?.name ?? "",
    offers: provider.capabilities(connection.environment, connection.settings),
    standing: standingOf(payment, {
      newsBy: newsFinder(rule, facts),
      rule,
      provider,
      now,
      today: dayIn(now, rule.zone),
      held,
    }),
    /** When the scheme takes its window up; null where there are no windows. */
    processing:
      rule.kind === "monthly" && isMonth(month)
        ? windowOf(rule, month, facts.overrides, facts.settings).processing
        : null,
  };
}

export type PaymentPage = Awaited<ReturnType<typeof loadPayment>>;
