import { landing } from "@/lib/deadlines/landing";
import { day } from "@/lib/kernel/day";
import { finalityOf } from "@/lib/payments/schedule";
import type { Answer, Params } from "./answer";
import type { AlsoCode, AnswerCode } from "./codes";
import { connectionAsides } from "./connection";
import type { PaymentFacts } from "./payment-facts";

type Also = { code: AlsoCode; params: Params }[];

const underWay = ["ready", "pending", "scheduled"];

/** What is true of a payment besides its answer. */
export function paymentAsides(facts: PaymentFacts, code: AnswerCode): Answer["also"] {
  const { payment, provider, open, despite, others, now } = facts;
  const also: Also = [];
  if (payment.state === "chargeback") also.push(...reason(facts));
  if (open?.operation === "payment.cancel" && open.state !== "unknown")
    also.push({ code: "cancelling", params: { provider: provider.label } });
  if (payment.unmapped && code !== "payment_unmapped")
    also.push({ code: "unmapped", params: { provider: provider.label, word: payment.unmapped } });
  if (payment.state === "scheduled" && code !== "payment_scheduled_listed") also.push(...rejectable(facts));
  if (despite) also.push({ code: "meant_twice", params: { by: despite.by, reason: despite.reason } });
  const [other] = others;
  if (other)
    also.push({
      code: "another_open",
      params: {
        reference: other.reference,
        amount: { money: other },
        day: { day: day(other.planned ?? other.requested) },
      },
    });
  if (code === "payment_rejected_soft" && !other) also.push(nextWindow(facts));
  if (underWay.includes(payment.state)) also.push(...standingInTheWay(facts, code, now));
  if (payment.test) also.push({ code: "test", params: {} });
  return also;
}

/** What is not its answer, and may yet keep it from being collected. */
function standingInTheWay(facts: PaymentFacts, code: AnswerCode, now: Date): Also {
  const { payment, mandateState, connection } = facts;
  const also: Also = [];
  const gone = mandateState === "ended" || mandateState === "failed";
  if (gone && code !== "payment_held_mandate_not_active") also.push({ code: "mandate_gone", params: {} });
  const told = ["payment_held_credential", "payment_held_unreachable", "payment_held_clock"];
  if (!told.includes(code))
    also.push(...connectionAsides(connection, now, payment.state === "ready" ? payment.cutoffAt : null));
  return also;
}

function reason({ payment, provider }: PaymentFacts): Also {
  const known = payment.reasonCode ? provider.reasons[payment.reasonCode] : undefined;
  if (known)
    return [
      {
        code: "reason",
        params: { what: { says: known.what }, todo: { says: known.todo }, code: payment.reasonCode ?? "" },
      },
    ];
  const text = payment.reasonText ?? payment.reasonCode;
  return text ? [{ code: "reason_theirs", params: { provider: provider.label, text } }] : [];
}

function rejectable({ payment, rule }: PaymentFacts): Also {
  if (rule.kind !== "monthly" || payment.planned === null) return [];
  const { reversibleUntil } = finalityOf(rule, day(payment.planned));
  return reversibleUntil ? [{ code: "rejectable", params: { until: { day: reversibleUntil } } }] : [];
}

function nextWindow({ rule, now, deadlines }: PaymentFacts): Also[number] {
  const lands = landing(rule, now, undefined, deadlines.overrides, deadlines.settings);
  return {
    code: "next_window",
    params: { day: { day: lands.due }, cutoff: { instant: lands.cutoffAt } },
  };
}
