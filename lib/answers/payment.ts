import { landing } from "@/lib/deadlines/landing";
import { windowOf } from "@/lib/deadlines/windows";
import { addMonths, type Day, day, monthOf, yearOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { type Sentence, tellPayment } from "@/lib/payments/sentence";
import { newsExpectedBy } from "@/lib/payments/stale";
import { provenAbsent } from "@/lib/submissions/proven-absent";
import type { Answer, Params } from "./answer";
import type { AnswerCode } from "./codes";
import { paymentAsides } from "./payment-asides";
import { tellEnded } from "./payment-ended";
import type { PaymentFacts } from "./payment-facts";
import { type StepCode, step } from "./steps";

interface Told {
  code: AnswerCode;
  params?: Params;
  steps: readonly StepCode[];
}

/** Why this payment has not been collected; or that it has, and until when that is not final. */
export function whyPayment(facts: PaymentFacts): Answer {
  const { payment, provider } = facts;
  const told = tell(facts);
  const where = {
    payment: payment.id,
    mandate: payment.mandateId,
    debtor: payment.debtorId,
    connection: payment.connectionId,
    ...(payment.runId ? { run: payment.runId } : {}),
  };
  const other = facts.others[0];
  return {
    code: told.code,
    params: { provider: provider.label, ...told.params },
    about: { noun: "payment", id: payment.id, name: payment.reference },
    zone: facts.rule.zone,
    since: sinceOf(facts, told.code),
    evidence: payment.evidenceAt && { at: payment.evidenceAt, messageId: payment.evidenceId },
    also: paymentAsides(facts, told.code),
    next: [
      ...(other ? [step("open_payment", { payment: other.id })] : []),
      ...told.steps.filter((code) => !(other && code === "collect_again")).map((code) => step(code, where)),
    ],
  };
}

function sinceOf(facts: PaymentFacts, code: AnswerCode): Date | null {
  const { payment, moves, open } = facts;
  if (code.startsWith("payment_unknown") || code === "payment_absent")
    return open?.sentAt ?? open?.createdAt ?? null;
  if (code === "payment_stale") return newsBy(facts);
  const entered = moves.find((move) => move.to === payment.state);
  return entered?.happenedAt ?? entered?.at ?? payment.createdAt;
}

const newsBy = ({ payment, rule, deadlines }: PaymentFacts): Date | null =>
  newsExpectedBy(payment, rule, deadlines.overrides, deadlines.settings);

function tell(facts: PaymentFacts): Told {
  const { payment, open, rule, now, submissions } = facts;
  if (open?.state === "unknown") return tellUnknown(open);
  const expected = newsBy(facts);
  const stale = expected !== null && now > expected;
  const sentence = tellPayment(payment, { open, submissions, rule, now });
  if (sentence.code === "held") return tellHeld(sentence, facts);
  if (payment.unmapped && (payment.state === "pending" || payment.state === "scheduled"))
    return { code: "payment_unmapped", params: { word: payment.unmapped }, steps: ["read_word", "check"] };
  if (stale) return { code: "payment_stale", params: { at: { moment: expected } }, steps: ["check"] };
  return tellEnded(sentence, facts) ?? tellOpen(sentence, facts);
}

function tellUnknown(open: NonNullable<PaymentFacts["open"]>): Told {
  if (provenAbsent(open))
    return {
      code: "payment_absent",
      params: {
        what: open.operation === "payment.cancel" ? "cancel" : "create",
        at: { moment: open.sentAt ?? open.createdAt },
        absences: open.absences,
      },
      steps: ["send_again"],
    };
  return {
    code: open.operation === "payment.cancel" ? "payment_unknown_cancel" : "payment_unknown",
    params: {
      at: { moment: open.sentAt ?? open.createdAt },
      asked: open.lookUps,
      absences: open.absences,
    },
    steps: ["check", "decide"],
  };
}

function tellHeld(
  { cause, nextAt }: Extract<Sentence, { code: "held" }>,
  { payment, now, rule, deadlines, open }: PaymentFacts,
): Told {
  const planned: Day = day(payment.planned ?? payment.requested);
  const wish = day(payment.requested) >= dayIn(now, rule.zone) ? day(payment.requested) : undefined;
  const lands = landing(rule, now, wish, deadlines.overrides, deadlines.settings);
  const params: Params = {
    day: { day: planned },
    next: { day: lands.due },
    ...(nextAt ? { at: { moment: nextAt } } : { at: "" }),
  };
  // What left once, and was proven not to have arrived, is not planned anew: it is cancelled, and made again.
  const absent = open?.sentAt && provenAbsent(open) ? { at: open.sentAt, absences: open.absences } : null;
  if (absent && cause === "cutoff_passed")
    return {
      code: "payment_held_absent",
      params: { ...params, at: { moment: absent.at }, absences: absent.absences },
      steps: ["cancel"],
    };
  const planAnew: StepCode[] = payment.runId ? ["open_run"] : ["replan", "cancel"];
  const byPerson: StepCode[] = absent ? ["cancel"] : planAnew;
  const steps: Record<typeof cause, StepCode[]> = {
    fenced: ["lift_fence"],
    cutoff_passed: byPerson,
    mandate_not_active: ["open_mandate", ...byPerson],
    credential: ["mend_connection"],
    clock: ["mend_connection"],
    unreachable: ["wait", "mend_connection"],
    rate: ["wait"],
    witness: ["mend_here"],
    run_stopped: ["open_run"],
    parked: ["mend_here", ...byPerson],
  };
  return { code: `payment_held_${cause}`, params, steps: steps[cause] };
}

/** What is on its way, and nothing is known to be wrong with. */
function tellOpen(sentence: Sentence, facts: PaymentFacts): Told {
  const { payment, rule } = facts;
  const planned = { day: day(payment.planned ?? payment.requested) };
  const cutoff = payment.cutoffAt ? { instant: payment.cutoffAt } : "";
  const stop: StepCode[] = facts.offers.cancelPayment ? ["wait", "cancel"] : ["wait"];
  switch (sentence.code) {
    case "draft":
      return { code: "payment_draft", steps: ["cancel"] };
    case "sending":
      return { code: "payment_sending", steps: ["wait"] };
    case "unsent":
      return { code: "payment_unsent", steps: ["cancel"] };
    case "said_there":
      return { code: "payment_said_there", steps: ["check"] };
    case "at_risk":
      return { code: "payment_at_risk", params: { day: planned }, steps: ["check"] };
    case "awaited":
      return tellAwaited(facts, planned);
  }
  const slipped = tellSlipped(facts);
  if (slipped) return { ...slipped, steps: stop };
  switch (sentence.code) {
    case "planned":
      return rule.kind === "monthly"
        ? { code: "payment_planned", params: { day: planned, cutoff }, steps: ["wait", "cancel"] }
        : { code: "payment_planned_daily", params: { day: planned }, steps: ["wait", "cancel"] };
    case "scheduled":
      return sentence.rejectUntil
        ? {
            code: "payment_scheduled_listed",
            params: { day: planned, until: { day: sentence.rejectUntil } },
            steps: stop,
          }
        : { code: "payment_scheduled", params: { day: planned }, steps: stop };
    default:
      return tellPending(sentence, facts, { day: planned, cutoff }, stop);
  }
}

function tellPending(
  sentence: Sentence,
  { rule }: PaymentFacts,
  params: Params,
  steps: readonly StepCode[],
): Told {
  if (rule.kind !== "monthly") return { code: "payment_pending_bank", params, steps };
  const ahead = sentence.code === "pending" && sentence.cutoffAhead;
  return { code: ahead ? "payment_pending" : "payment_pending_handover", params, steps };
}

/** Its day is past, and the time in which news of it may come is not over yet. */
function tellAwaited(facts: PaymentFacts, planned: { day: Day }): Told {
  const by = newsBy(facts);
  const known: Params = by
    ? { known: "yes", by: { day: dayIn(by, facts.rule.zone) } }
    : { known: "no", by: "" };
  return { code: "payment_awaited", params: { day: planned, ...known }, steps: ["wait", "check"] };
}

/** Collected in another month than asked: because it came after that month's cut-off, or the provider says so. */
function tellSlipped({ payment, rule, deadlines }: PaymentFacts): Omit<Told, "steps"> | null {
  if (!payment.slipped || payment.planned === null || rule.kind !== "monthly") return null;
  const requested = day(payment.requested);
  const asked = addMonths(monthOf(requested), -1);
  const { cutoffAt } = windowOf(rule, asked, deadlines.overrides, deadlines.settings);
  const planned = day(payment.planned);
  const params: Params = {
    requested: { day: requested },
    day: { day: planned },
    count: monthsLate(requested, planned),
  };
  return payment.createdAt > cutoffAt
    ? {
        code: "payment_slipped_late",
        params: { ...params, made: { moment: payment.createdAt }, cutoff: { instant: cutoffAt } },
      }
    : { code: "payment_slipped_there", params };
}

/** At least one: what slipped is in another month. */
function monthsLate(requested: Day, planned: Day): number {
  const number = (of: Day) => yearOf(of) * 12 + Number(monthOf(of).slice(5, 7));
  return Math.max(1, number(planned) - number(requested));
}
