import { endedExamples } from "./ended";
import { at, type Example, ofDebit, ofPayment, opened } from "./example";
import { unsentExamples } from "./unsent";

/** What the provider has. */
const underWay: readonly Example[] = [
  {
    when: "The provider has it, in time for the cut-off",
    answer: ofPayment({}),
    code: "payment_pending",
    next: ["wait", "cancel"],
    names: ["Sun 22 Nov 23:59", "Tue 1 Dec"],
  },
  {
    when: "The same, and a cancellation is under way; it was meant twice, and is a test",
    answer: ofPayment(
      { test: true },
      {
        open: opened({ operation: "payment.cancel", state: "in_flight" }),
        despite: { by: "Mads Bak", reason: "two flats" },
      },
    ),
    code: "payment_pending",
    also: ["cancelling", "meant_twice", "test"],
    next: ["wait", "cancel"],
  },
  {
    when: "After the cut-off, and the provider has not said that the scheme has it; the mandate ended meanwhile, and the connection is in trouble",
    answer: ofPayment(
      {},
      {
        now: at("2026-11-23T08:00:00Z"),
        mandateState: "ended",
        connection: {
          lastOkAt: null,
          lastProblem: "unreachable: refused",
          lastProblemAt: at("2026-11-23T06:00:00Z"),
        },
      },
    ),
    code: "payment_pending_handover",
    also: ["mandate_gone", "trouble"],
    next: ["wait", "cancel"],
  },
  {
    when: "A debit on any bank day that waits for the bank, at a provider that cannot stop it",
    answer: ofDebit({}, { offers: { cancelPayment: false } }),
    code: "payment_pending_bank",
    next: ["wait"],
  },
  {
    when: "It left on the deadline day and is not confirmed",
    answer: ofPayment({ atRisk: true }),
    code: "payment_at_risk",
    next: ["check"],
    names: ["Tue 1 Dec is not certain"],
  },
  {
    when: "Its day has passed, and there is still time for the bank to say how it went",
    answer: ofDebit({ state: "scheduled", planned: "2026-11-19" }, { now: at("2026-11-20T11:52:00Z") }),
    code: "payment_awaited",
    next: ["wait", "check"],
    names: ["The day was Thu 19 Nov", "by the end of Mon 23 Nov"],
  },
  {
    when: "The same before the provider has said that the bank has it, at one that cannot stop it",
    answer: ofDebit(
      { planned: "2026-11-19" },
      { now: at("2026-11-20T11:52:00Z"), offers: { cancelPayment: false } },
    ),
    code: "payment_awaited",
    next: ["wait", "check"],
  },
  {
    when: "The same on the debtor’s payment overview, while the debtor may reject it",
    answer: ofPayment({ state: "scheduled", slipped: true }, { now: at("2026-12-02T09:00:00Z") }),
    code: "payment_awaited",
    also: ["rejectable"],
    next: ["wait", "check"],
    names: ["The day was Tue 1 Dec", "by the end of Thu 3 Dec"],
  },
  {
    when: "The same where no calendar says by when the bank answers",
    answer: ofDebit({ planned: null, requested: "2026-11-19" }),
    code: "payment_awaited",
    next: ["wait", "check"],
    names: ["the bank’s answer is awaited."],
  },
  {
    when: "There should be news of it and there is none",
    answer: ofPayment({ state: "scheduled" }, { now: at("2026-12-08T09:00:00Z") }),
    code: "payment_stale",
    also: ["rejectable"],
    next: ["check"],
  },
  {
    when: "The provider said a word of it that nobody knows",
    answer: ofPayment({ unmapped: "OnHoldByBank" }),
    code: "payment_unmapped",
    next: ["read_word", "check"],
    names: ["OnHoldByBank"],
  },
  {
    when: "Asked for 1 December and made after that month’s cut-off",
    answer: ofPayment(
      {
        state: "ready",
        sending: "sending",
        slipped: true,
        planned: "2027-01-04",
        window: "2026-12",
        createdAt: at("2026-11-23T07:10:00Z"),
        cutoffAt: at("2026-12-20T22:59:59.999Z"),
      },
      {
        now: at("2026-11-23T08:00:00Z"),
        open: opened({ nextAt: at("2026-11-23T09:00:00Z") }),
        connection: { expiresAt: at("2026-12-10T00:00:00Z") },
      },
    ),
    code: "payment_slipped_late",
    also: ["credential_expires"],
    next: ["wait", "cancel"],
    names: ["Tue 1 Dec", "Mon 23 Nov 08:10", "Sun 22 Nov 23:59", "4 January 2027"],
  },
  {
    when: "Made in time, and the provider collects it in another month",
    answer: ofPayment({ slipped: true, planned: "2027-01-04", window: "2026-12" }),
    code: "payment_slipped_there",
    next: ["wait", "cancel"],
  },
  {
    when: "On the debtor’s payment overview",
    answer: ofPayment({ state: "scheduled" }, { offers: { cancelPayment: false } }),
    code: "payment_scheduled_listed",
    next: ["wait"],
    names: ["Tue 1 Dec", "until Mon 7 Dec"],
  },
  {
    when: "Handed to a bank that shows the debtor no list of what comes",
    answer: ofDebit({ state: "scheduled" }),
    code: "payment_scheduled",
    next: ["wait", "cancel"],
  },
];

export const paymentExamples: readonly Example[] = [...unsentExamples, ...underWay, ...endedExamples];
