import type { Rule } from "@/lib/deadlines/rules";
import { type Day, day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { StorySubmission } from "@/lib/records/story";
import type { Payment } from "./door";
import { finalityOf } from "./schedule";

/** Why an intent of which no byte has left does not go. */
export const heldCauses = [
  "fenced",
  "cutoff_passed",
  "mandate_not_active",
  "credential",
  "rate",
  "unreachable",
  "clock",
  "witness",
  "run_stopped",
  "parked",
] as const;
export type HeldCause = (typeof heldCauses)[number];

/** What is true of a payment, as data; the page has words for each code. */
export type Sentence =
  /** Waits for its turn; nothing has left. */
  | { code: "planned" | "sending" | "unsent" | "draft" }
  /** A person says that it arrived, and the provider has not said so yet. */
  | { code: "said_there" }
  /** `nextAt`: when it goes by itself; null waits for a person. */
  | { code: "held"; cause: HeldCause; nextAt: Date | null }
  | { code: "pending" | "at_risk"; cutoffAhead: boolean }
  /** Its day is past, and nobody has said how it went. */
  | { code: "awaited"; state: "pending" | "scheduled"; day: Day }
  /** `rejectUntil` where the debtor sees it on an overview and may turn it down. */
  | { code: "scheduled"; rejectUntil: Day | null }
  | { code: "reversible"; until: Day; claimUntil: Day | null }
  | { code: "claimable"; until: Day }
  | { code: "final" | "rejected" | "chargeback" | "cancelled" };

type Open = Pick<StorySubmission, "operation" | "state" | "nextAt" | "detail"> | null;

interface Around {
  open: Open;
  submissions: readonly Pick<StorySubmission, "operation" | "resolution">[];
  rule: Rule;
  now: Date;
}

/**
 * What the record of a payment opens with, from its proven state, its open submission and the calendar. An unknown
 * outcome is not told here: the panel that says so takes the sentence's place.
 */
export function tellPayment(payment: Payment, around: Around): Sentence {
  const { rule, now } = around;
  const today = dayIn(now, rule.zone);
  switch (payment.state) {
    case "draft":
      return { code: "draft" };
    case "ready":
      return readySentence(around);
    case "pending": {
      if (!payment.atRisk && isPast(payment, today))
        return { code: "awaited", state: payment.state, day: dueDay(payment) };
      const cutoffAhead = payment.cutoffAt !== null && payment.cutoffAt >= now;
      return { code: payment.atRisk ? "at_risk" : "pending", cutoffAhead };
    }
    case "scheduled": {
      if (isPast(payment, today)) return { code: "awaited", state: payment.state, day: dueDay(payment) };
      const listed = rule.kind === "monthly" && payment.planned !== null;
      return {
        code: "scheduled",
        rejectUntil: listed ? finalityOf(rule, day(payment.planned ?? "")).reversibleUntil : null,
      };
    }
    case "settled":
      return settledSentence(payment, today);
    case "rejected":
    case "chargeback":
    case "cancelled":
      return { code: payment.state };
  }
}

/** The day on which it is collected, as it is planned; as it was asked for where nothing is planned. */
export const dueDay = ({ planned, requested }: Pick<Payment, "planned" | "requested">): Day =>
  day(planned ?? requested);

const isPast = (payment: Payment, today: Day): boolean => dueDay(payment) < today;

function readySentence({ open, submissions, now }: Around): Sentence {
  if (open?.operation !== "payment.create") {
    const there = submissions.some(
      (one) => one.operation === "payment.create" && one.resolution === "did_happen",
    );
    return { code: there ? "said_there" : "unsent" };
  }
  if (open.state !== "intended") return { code: "sending" };
  const said = heldCauses.find((one) => one === open.detail?.split(":")[0]);
  // Without a time to go and without a reason, it failed on our side until nobody took it up any more.
  const cause = said ?? (open.nextAt === null ? "parked" : undefined);
  if (cause && (open.nextAt === null || open.nextAt > now))
    return { code: "held", cause, nextAt: open.nextAt };
  return open.nextAt !== null && open.nextAt > now ? { code: "planned" } : { code: "sending" };
}

function settledSentence({ reversibleUntil, claimUntil }: Payment, today: Day): Sentence {
  const claim = claimUntil === null ? null : day(claimUntil);
  if (reversibleUntil !== null && reversibleUntil >= today)
    return { code: "reversible", until: day(reversibleUntil), claimUntil: claim };
  return claim !== null && claim >= today ? { code: "claimable", until: claim } : { code: "final" };
}

const underWay = ["ready", "pending", "scheduled"];

/** What the calendar brings next for a payment; null when nothing is awaited. */
export type NextEvent =
  | { code: "cutoff"; at: Date }
  | { code: "processing" | "collected" | "reject_end" | "back_end" | "claim_end"; on: Day };

/** All that the calendar still brings, soonest first. `processing`: of its window, null without one. */
export function eventsAhead(
  payment: Payment,
  rule: Rule,
  now: Date,
  processing: Day | null,
): readonly NextEvent[] {
  const today = dayIn(now, rule.zone);
  const events: NextEvent[] = [];
  if (payment.state === "ready" && !comesByItself(payment, today, now)) return events;
  if (underWay.includes(payment.state)) {
    const waits = payment.state !== "scheduled";
    if (waits && payment.cutoffAt && payment.cutoffAt >= now)
      events.push({ code: "cutoff", at: payment.cutoffAt });
    if (waits && processing && processing >= today) events.push({ code: "processing", on: processing });
    if (payment.planned && payment.planned >= today)
      events.push({ code: "collected", on: day(payment.planned) });
  }
  const ends = endsOf(payment, rule);
  const listed = rule.kind === "monthly";
  if (ends.back && ends.back >= today)
    events.push({ code: listed ? "reject_end" : "back_end", on: ends.back });
  if (ends.claim && ends.claim >= today) events.push({ code: "claim_end", on: ends.claim });
  return events;
}

/** Still here and not being sent, or with its cut-off or its day behind it: nothing comes before a person acts. */
export function comesByItself({ sending, cutoffAt, planned }: Payment, today: Day, now: Date): boolean {
  return sending !== "none" && !(cutoffAt && cutoffAt < now) && !(planned && planned < today);
}

/** When it can no longer come back: as it was collected, or as it is planned. */
function endsOf(payment: Payment, rule: Rule): { back: Day | null; claim: Day | null } {
  if (payment.state === "settled")
    return {
      back: payment.reversibleUntil ? day(payment.reversibleUntil) : null,
      claim: payment.claimUntil ? day(payment.claimUntil) : null,
    };
  if (!underWay.includes(payment.state) || !payment.planned) return { back: null, claim: null };
  const { reversibleUntil, claimUntil } = finalityOf(rule, day(payment.planned));
  return { back: reversibleUntil, claim: claimUntil };
}
