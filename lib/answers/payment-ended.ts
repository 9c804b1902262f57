import { day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { Sentence } from "@/lib/payments/sentence";
import type { Params } from "./answer";
import type { AnswerCode } from "./codes";
import type { PaymentFacts } from "./payment-facts";
import type { StepCode } from "./steps";

interface Told {
  code: AnswerCode;
  params?: Params;
  steps: readonly StepCode[];
}

/** What is over, or was collected; null for what is still on its way. */
export function tellEnded(sentence: Sentence, facts: PaymentFacts): Told | null {
  const { payment } = facts;
  const on = payment.settledOn ? { day: day(payment.settledOn) } : "";
  switch (sentence.code) {
    case "reversible":
      return {
        code: "payment_settled_reversible",
        params: {
          on,
          until: { day: sentence.until },
          claim: { day: sentence.claimUntil ?? sentence.until },
        },
        steps: ["wait"],
      };
    case "claimable":
      return {
        code: "payment_settled_claimable",
        params: { on, until: { day: sentence.until } },
        steps: ["wait"],
      };
    case "final":
      return { code: "payment_settled_final", params: { on }, steps: ["wait"] };
    case "rejected":
      return tellRejected(facts);
    case "chargeback":
      return tellGivenBack(facts);
    case "cancelled":
      return tellCancelled(facts);
    default:
      return null;
  }
}

function enteredOf({ payment, moves, rule }: PaymentFacts): { at: Params[string]; rule: string | null } {
  const move = moves.find((one) => one.to === payment.state);
  return {
    at: { day: dayIn(move?.happenedAt ?? move?.at ?? payment.updatedAt, rule.zone) },
    rule: move?.rule ?? null,
  };
}

function tellRejected(facts: PaymentFacts): Told {
  const { payment, provider } = facts;
  const again: StepCode[] = payment.origin === "provider" ? ["open_mandate"] : ["collect_again"];
  const { at, rule } = enteredOf(facts);
  const known = payment.reasonCode ? provider.reasons[payment.reasonCode] : undefined;
  const theirs = payment.reasonText ?? payment.reasonCode;
  if (known) {
    const params = {
      at,
      what: { says: known.what },
      todo: { says: known.todo },
      code: payment.reasonCode ?? "",
    };
    // The door writes this rule when the issuing itself was refused: nothing ever reached a bank.
    if (rule?.startsWith("refused.")) return { code: "payment_refused", params, steps: again };
    const steps: StepCode[] = known.class === "hard" ? ["open_mandate", ...again] : again;
    return { code: `payment_rejected_${known.class}`, params, steps };
  }
  if (theirs) return { code: "payment_rejected_theirs", params: { at, text: theirs }, steps: again };
  return { code: "payment_rejected_silent", params: { at }, steps: ["check", ...again] };
}

function tellGivenBack(facts: PaymentFacts): Told {
  const { payment } = facts;
  const move = facts.moves.find((one) => one.to === "chargeback");
  const day_ = dayIn(move?.happenedAt ?? move?.at ?? payment.updatedAt, facts.rule.zone);
  const collected: Params = payment.settledOn
    ? { taken: "yes", on: { day: day(payment.settledOn) } }
    : { taken: "no", on: "" };
  // Inside the time of free reversal nobody has to say why; after it somebody claims that there was no mandate.
  const free = payment.reversibleUntil === null || day_ <= payment.reversibleUntil;
  return {
    code: free ? "payment_chargeback_free" : "payment_chargeback_claim",
    params: { at: { day: day_ }, ...collected },
    steps: free ? ["collect_again", "evidence"] : ["evidence", "collect_again"],
  };
}

function tellCancelled(facts: PaymentFacts): Told {
  const { at } = enteredOf(facts);
  const move = facts.moves.find((one) => one.to === "cancelled");
  const steps: StepCode[] = facts.payment.origin === "provider" ? ["open_mandate"] : ["collect_again"];
  return move?.move === "cancel"
    ? { code: "payment_cancelled_here", params: { at, by: move.actorName, reason: move.cause }, steps }
    : { code: "payment_cancelled_there", params: { at }, steps };
}
