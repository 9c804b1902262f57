import { providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Day } from "@/lib/kernel/day";
import { type Agreement, agreementView } from "@/lib/mandates/agreement-view";
import { agreementsOf } from "@/lib/mandates/agreements-of";
import type { MandateRow } from "@/lib/mandates/columns";
import { plansFirstDebit } from "@/lib/mandates/first-debit";
import { silentBankDays } from "@/lib/mandates/silence";
import { usualAnswerMs } from "@/lib/mandates/usual-answer";
import { forecast } from "@/lib/payments/forecast";
import { openPayments } from "@/lib/payments/next-of";
import { ruleOf } from "@/lib/payments/schedule";
import { dueDay } from "@/lib/payments/sentence";
import { allDeadlineFacts, type FactsOf } from "@/lib/settings/deadlines";
import type { Answer } from "./answer";
import { connectionsOf, type KnownConnection } from "./connections-of";
import { type History, historyOf } from "./history-of";
import { type MandateFacts, whyMandate } from "./mandate";

interface Known {
  agreement: Agreement;
  connection: KnownConnection;
  history: History;
  deadlines: FactsOf;
}

/** Why each of these lets nothing be collected, in the order they came in. */
export async function mandateAnswers(ctx: Ctx, rows: readonly MandateRow[]): Promise<Answer[]> {
  requirePermission(ctx, "read");
  if (rows.length === 0) return [];
  const [history, connections, deadlines, under] = await Promise.all([
    historyOf(
      ctx,
      rows.map((row) => row.id),
    ),
    connectionsOf(
      ctx,
      rows.map((row) => row.connectionId),
    ),
    allDeadlineFacts(ctx.db.read, ctx.creditorId),
    agreementsOf(ctx, rows),
  ]);
  const facts = await Promise.all(
    rows.map((mandate) => {
      const connection = connections.get(mandate.connectionId);
      const agreement = under.get(mandate.agreementId);
      if (!connection || !agreement) return null;
      return factsOf(ctx, mandate, { agreement, connection, history: history(mandate.id), deadlines });
    }),
  );
  return facts.filter((one) => one !== null).map(whyMandate);
}

async function factsOf(ctx: Ctx, mandate: MandateRow, known: Known): Promise<MandateFacts> {
  const { agreement, connection, history, deadlines } = known;
  const now = ctx.clock.now();
  const provider = providerOf(ctx, mandate);
  const rule = ruleOf(provider, mandate.scheme);
  const view = agreementView(agreement);
  const debit = mandate.state === "pending" ? await debitOf(ctx, mandate) : null;
  const waits = mandate.state === "pending" && !history.open;
  const since = history.moves.find((move) => move.to === "pending")?.at ?? mandate.createdAt;
  return {
    mandate,
    provider,
    connection: connection.facts,
    rule,
    open: history.open,
    moves: history.moves,
    obstacle: provider.notChargeable(mandate, view),
    collects: connection.offers.createPayment,
    from: forecast(rule, now, undefined, deadlines(rule.id)).landing.due,
    silentBankDays: silentBankDays({ since, debit }, now, rule),
    plansFirstDebit: plansFirstDebit(provider.mandateForm(view)),
    debit,
    usualMs: waits ? await usualAnswerMs(ctx, mandate.connectionId) : null,
    now,
  };
}

/** The day of the earliest debit that is open, also when it is past: its collection is what the mandate waits for. */
async function debitOf(ctx: Ctx, mandate: MandateRow): Promise<Day | null> {
  const [first] = await openPayments(ctx, { mandateId: mandate.id });
  return first ? dueDay(first) : null;
}
