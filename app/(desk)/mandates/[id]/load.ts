import { getLocale } from "next-intl/server";
import { openChangeOf } from "@/lib/account-changes/open-change-of";
import { mandateAnswer } from "@/lib/answers/of-debtor";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { getDebtor } from "@/lib/debtors/get";
import type { Reader } from "@/lib/i18n/writer";
import { dayIn } from "@/lib/kernel/instant";
import { allows } from "@/lib/kernel/moves";
import { agreementView } from "@/lib/mandates/agreement-view";
import type { MandateRow } from "@/lib/mandates/columns";
import { awaitsFirstDebit } from "@/lib/mandates/first-debit";
import { getMandate } from "@/lib/mandates/get";
import { listMandates } from "@/lib/mandates/list";
import { type MandateSentence, mandateSentence } from "@/lib/mandates/sentence";
import { silentBankDays } from "@/lib/mandates/silence";
import { mandateMoves } from "@/lib/mandates/states";
import { toldEndOf } from "@/lib/mandates/told-end-of";
import { usualAnswerMs } from "@/lib/mandates/usual-answer";
import { notesOn } from "@/lib/notes/list";
import { type Forecast, forecast } from "@/lib/payments/forecast";
import { listPayments } from "@/lib/payments/list";
import { nextOf, openPayments } from "@/lib/payments/next-of";
import { chargeable } from "@/lib/payments/preview";
import { dueDay } from "@/lib/payments/sentence";
import { openSums } from "@/lib/payments/sums-of";
import { type RecordStory, recordStory } from "@/lib/records/story";
import { recordVersion } from "@/lib/records/version";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { listTasks } from "@/lib/tasks/list";

/** Everything a mandate's record shows, read once. */
export async function loadMandate(ctx: Ctx, id: string) {
  const mandate = await getMandate(ctx, id);
  const { agreement, rule, obstacle } = await chargeable(ctx, mandate.id);
  const now = ctx.clock.now();
  const record = { noun: "mandate", id: mandate.id } as const;
  const [
    locale,
    connection,
    debtor,
    story,
    open,
    sums,
    usualMs,
    facts,
    tasks,
    version,
    answer,
    besides,
    change,
  ] = await Promise.all([
    getLocale(),
    findConnection(ctx.db.read, ctx.creditorId, mandate.connectionId),
    mandate.debtorId ? getDebtor(ctx, mandate.debtorId) : null,
    recordStory(ctx, record),
    openPayments(ctx, { mandateId: mandate.id }),
    openSums(ctx, mandate.id),
    usualAnswerMs(ctx, mandate.connectionId),
    deadlineFacts(ctx.db.read, ctx.creditorId, rule.id),
    listTasks(ctx, { subjectId: mandate.id }, { limit: 10 }),
    recordVersion(ctx, record),
    mandateAnswer(ctx, mandate.id),
    readBesides(ctx, mandate),
    openChangeOf(ctx, mandate.id),
  ]);
  const provider = providerOf(ctx, mandate);
  const offers = provider.capabilities(connection.environment, connection.settings);
  const lands: Forecast = forecast(rule, now, undefined, facts);
  const reader: Reader = { locale, zone: rule.zone, now };
  const debit = open[0] ? dueDay(open[0]) : null;
  const sentence: MandateSentence = mandateSentence(mandate, {
    open: story.open,
    obstacle,
    collects: offers.createPayment,
    from: lands.landing.due,
    silentBankDays: silentBankDays({ since: pendingSince(story) ?? mandate.createdAt, debit }, now, rule),
    now,
  });
  return {
    mandate,
    agreement,
    connection,
    provider,
    offers,
    rule,
    obstacle,
    debtor,
    story,
    next: nextOf(open, dayIn(now, rule.zone), now),
    sums,
    usualMs,
    lands,
    reader,
    sentence,
    /** Its first debit is planned with it and not known here yet. */
    firstDebit:
      open.length === 0 && awaitsFirstDebit(mandate, provider.mandateForm(agreementView(agreement))),
    /** Why nothing, or not the last payment, has been collected on it. */
    answer,
    ...besides,
    tasks: tasks.rows,
    version,
    facts,
    change,
    /** What a change of account means here. */
    accountChange: provider.accountChange(connection.environment, connection.settings),
    /** What the provider collects by itself, whatever is suspended. */
    goesOn: provider.collectsItself?.(mandate) ?? null,
  };
}

/** What people have written about it, and what hangs on it: for whoever records its end. */
async function readBesides(ctx: Ctx, mandate: MandateRow) {
  const [notes, toldEnd, open, others] = await Promise.all([
    notesOn(ctx, [mandate.id]),
    toldEndOf(ctx, mandate.id),
    listPayments(ctx, { mandateId: mandate.id, state: stillOpen }, { limit: 100 }),
    mandate.debtorId ? listMandates(ctx, { debtorId: mandate.debtorId }, { limit: 100 }) : null,
  ]);
  return {
    notes,
    toldEnd,
    openPayments: open.rows,
    /** The debtor's other mandates that one message may end too. */
    siblings: (others?.rows ?? [])
      .filter((one) => one.id !== mandate.id && allows(mandateMoves.record_end, one.state))
      .filter((one) => one.sending === "none")
      .map((one) => ({ ...one, providerLabel: providerOf(ctx, one).label })),
  };
}

const stillOpen = ["draft", "ready", "pending", "scheduled"] as const;

export type MandateView = Awaited<ReturnType<typeof loadMandate>>;

const pendingSince = (story: RecordStory): Date | undefined =>
  story.moves.find((move) => move.to === "pending")?.at;
