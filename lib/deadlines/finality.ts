import { bankDayOnOrAfter, type CalendarId } from "@/lib/deadlines/calendars";
import { addDays, addMonthsToDay, type Day, dayInMonth, monthOf } from "@/lib/kernel/day";
import { endOfDay, type Zone } from "@/lib/kernel/instant";

/** The clearing schemes whose finality differs. */
export type SchemeId = "betalingsservice" | "leverandorservice" | "sepa-core";

/** How long a debtor can take a payment back without giving a reason. */
type FreeReversal =
  /** Until this day of the month of payment, or the next bank day; also for a payment due later in that month. */
  { kind: "day_of_payment_month"; day: number } | { kind: "calendar_days"; days: number } | { kind: "none" };

type FinalityRule = { zone: Zone; calendar: CalendarId; freeReversal: FreeReversal; claimMonths: number };

const FINALITY: Record<SchemeId, FinalityRule> = {
  /**
   * Rejection: https://lawinsider.com/da/clause/generel-afvisnings-tilbageførselsfrist/_1 ; that a closed 7th rolls
   * forward is reported by creditors. Claims:
   * https://support.gocardless.com/hc/en-us/articles/360001154509-Betalingsservice-Customer-Claim-chargeback-Process
   */
  betalingsservice: {
    zone: "Europe/Copenhagen",
    calendar: "denmark",
    freeReversal: { kind: "day_of_payment_month", day: 7 },
    claimMonths: 13,
  },
  /** Between businesses; no right to take back is published. The 13 months of payment law are assumed. */
  leverandorservice: {
    zone: "Europe/Copenhagen",
    calendar: "denmark",
    freeReversal: { kind: "none" },
    claimMonths: 13,
  },
  /** https://abnamro.nl/en/commercialbanking/products/payments/sepa/direct-debit/timelines.html */
  "sepa-core": {
    zone: "Europe/Amsterdam",
    calendar: "target",
    freeReversal: { kind: "calendar_days", days: 56 },
    claimMonths: 13,
  },
};

export type Finality = {
  /** Last day the debtor can take the money back without a reason; null where the scheme has no such right. */
  reversibleUntil: Day | null;
  /** Last day an unauthorised payment can be claimed back. */
  claimUntil: Day;
  /** The same two as the last instants of those days in the scheme's zone. */
  reversibleUntilAt: Date | null;
  claimUntilAt: Date;
};

export type FinalityStage = "reversible" | "claimable" | "final";

/** Until when a payment taken on this day can be taken back. Both last days count; months are clamped to their end. */
export function finality(scheme: SchemeId, taken: Day): Finality {
  const rule = FINALITY[scheme];
  const reversibleUntil = freelyReversibleUntil(rule, taken);
  const claimUntil = addMonthsToDay(taken, rule.claimMonths);
  return {
    reversibleUntil,
    claimUntil,
    reversibleUntilAt: reversibleUntil === null ? null : endOfDay(reversibleUntil, rule.zone),
    claimUntilAt: endOfDay(claimUntil, rule.zone),
  };
}

/** What a debtor can still do at this moment. */
export function finalityStage(of: Finality, at: Date): FinalityStage {
  if (of.reversibleUntilAt !== null && at <= of.reversibleUntilAt) return "reversible";
  return at <= of.claimUntilAt ? "claimable" : "final";
}

function freelyReversibleUntil({ freeReversal, calendar }: FinalityRule, taken: Day): Day | null {
  switch (freeReversal.kind) {
    case "none":
      return null;
    case "calendar_days":
      return addDays(taken, freeReversal.days);
    case "day_of_payment_month":
      return bankDayOnOrAfter(calendar, dayInMonth(monthOf(taken), freeReversal.day));
  }
}
