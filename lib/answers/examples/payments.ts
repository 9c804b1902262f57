import { at, type Example, moved, ofDebit, ofPayment, opened } from "./example";

const later = at("2026-11-20T12:00:00Z");
const held = (detail: string, nextAt: Date | null, more: Parameters<typeof ofPayment>[1] = {}) =>
  ofPayment({ state: "ready", sending: "sending" }, { open: opened({ detail, nextAt }), ...more });

/** What has not left, or of which nobody knows. */
const unsent: readonly Example[] = [
  {
    when: "The payment is a draft",
    answer: ofPayment({ state: "draft" }),
    code: "payment_draft",
    next: ["cancel"],
  },
  {
    when: "Before its cut-off, and its turn to leave has not come",
    answer: ofPayment({ state: "ready", sending: "sending" }, { open: opened({ nextAt: later }) }),
    code: "payment_planned",
    next: ["wait", "cancel"],
    names: ["Sun 22 Nov 23:59", "Tue 1 Dec"],
  },
  {
    when: "The same for a debit on any bank day",
    answer: ofDebit({ state: "ready", sending: "sending" }, { open: opened({ nextAt: later }) }),
    code: "payment_planned_daily",
    next: ["wait", "cancel"],
  },
  {
    when: "It is being sent at this moment",
    answer: ofPayment(
      { state: "ready", sending: "sending" },
      { open: opened({ state: "in_flight", nextAt: null }) },
    ),
    code: "payment_sending",
    next: ["wait"],
  },
  {
    when: "Its request was closed without effect",
    answer: ofPayment({ state: "ready" }),
    code: "payment_unsent",
    next: ["cancel"],
  },
  {
    when: "A colleague said that it arrived, and the provider has not",
    answer: ofPayment(
      { state: "ready" },
      { submissions: [{ operation: "payment.create", resolution: "did_happen" }] },
    ),
    code: "payment_said_there",
    next: ["check"],
  },
  {
    when: "Held: the desk is fenced",
    answer: held("fenced", null),
    code: "payment_held_fenced",
    next: ["lift_fence"],
  },
  {
    when: "Held: the cut-off passed before it left",
    answer: held("cutoff_passed", null, { now: at("2026-11-23T08:00:00Z") }),
    code: "payment_held_cutoff_passed",
    next: ["replan", "cancel"],
    names: ["the cut-off for Tue 1 Dec", "4 January 2027"],
  },
  {
    when: "Held: its mandate is not active any more",
    answer: held("mandate_not_active", null, { mandateState: "ended" }),
    code: "payment_held_mandate_not_active",
    next: ["open_mandate", "replan", "cancel"],
  },
  {
    when: "Held: the provider does not take our credential",
    answer: held("credential: 401", later),
    code: "payment_held_credential",
    next: ["mend_connection"],
    names: ["13:00"],
  },
  {
    when: "Held: the provider asked us to slow down",
    answer: held("rate: 429", later),
    code: "payment_held_rate",
    next: ["wait"],
  },
  {
    when: "Held: the provider cannot be reached",
    answer: held("unreachable: refused", later),
    code: "payment_held_unreachable",
    next: ["wait", "mend_connection"],
  },
  {
    when: "Held: the provider says that our clock is wrong",
    answer: held("clock: skewed", later),
    code: "payment_held_clock",
    next: ["mend_connection"],
  },
  {
    when: "Held: the witness file cannot be written",
    answer: held("witness: read-only", later),
    code: "payment_held_witness",
    next: ["mend_here"],
  },
  {
    when: "Held: its run was stopped",
    answer: ofPayment(
      { state: "ready", sending: "sending", runId: "run_1" },
      { open: opened({ detail: "run_stopped", nextAt: null }) },
    ),
    code: "payment_held_run_stopped",
    next: ["open_run"],
  },
  {
    when: "Held: it failed on our side again and again",
    answer: held("", null),
    code: "payment_held_parked",
    next: ["mend_here", "replan", "cancel"],
  },
  {
    when: "It was sent and no answer came",
    answer: ofPayment(
      { state: "ready", sending: "unknown" },
      { open: opened({ state: "unknown", sentAt: at("2026-11-20T11:31:00Z"), lookUps: 2, absences: 1 }) },
    ),
    code: "payment_unknown",
    next: ["check", "decide"],
    names: ["Fri 20 Nov 12:31", "2 times", "1 of those times", "Do not send it again"],
  },
  {
    when: "Its cancellation was sent and no answer came",
    answer: ofPayment(
      { sending: "unknown" },
      { open: opened({ operation: "payment.cancel", state: "unknown", sentAt: at("2026-11-20T11:31:00Z") }) },
    ),
    code: "payment_unknown_cancel",
    next: ["check", "decide"],
  },
];

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

const rejected = (reasonCode: string | null, more: Parameters<typeof ofDebit>[0] = {}) =>
  ofDebit({ state: "rejected", reasonCode, ...more }, { moves: [moved("rejected", { rule: "status" })] });

/** What is over. */
const ended: readonly Example[] = [
  {
    when: "The provider refused it when it was issued, for a reason that has words",
    answer: ofDebit(
      { state: "rejected", reasonCode: "112" },
      { moves: [moved("rejected", { rule: "refused.data" })] },
    ),
    code: "payment_refused",
    next: ["collect_again"],
    names: ["Wed 18 Nov"],
  },
  {
    when: "The bank turned it down, and it may work later",
    answer: rejected("286"),
    code: "payment_rejected_soft",
    also: ["next_window"],
    next: ["collect_again"],
    names: ["(code 286)"],
  },
  {
    when: "The same, and another payment for it is on its way already",
    answer: ofDebit(
      { state: "rejected", reasonCode: "286" },
      {
        moves: [moved("rejected")],
        others: [
          {
            id: "pay_2",
            reference: "INV-1.r2",
            amountMinor: 88_625,
            currency: "EUR",
            planned: "2026-12-03",
            requested: "2026-12-03",
          },
        ],
      },
    ),
    code: "payment_rejected_soft",
    also: ["another_open"],
    next: ["open_payment"],
  },
  {
    when: "The bank turned it down, and would again",
    answer: rejected("112"),
    code: "payment_rejected_hard",
    next: ["open_mandate", "collect_again"],
    names: ["The account has been closed."],
  },
  {
    when: "It failed for a technical reason, on a series that the provider plans itself",
    answer: rejected("124", { origin: "provider" }),
    code: "payment_rejected_technical",
    next: ["open_mandate"],
  },
  {
    when: "It was turned down, in words of the provider’s own",
    answer: rejected(null, { reasonText: "Not today" }),
    code: "payment_rejected_theirs",
    next: ["collect_again"],
    names: ["Not today"],
  },
  {
    when: "It was turned down and no reason was given",
    answer: rejected(null),
    code: "payment_rejected_silent",
    next: ["check", "collect_again"],
  },
  {
    when: "Collected, and taken back by the debtor in the time of free reversal",
    answer: ofDebit(
      {
        state: "chargeback",
        settledOn: "2026-11-02",
        reversibleUntil: "2026-12-28",
        reasonCode: "127",
      },
      { moves: [moved("chargeback")] },
    ),
    code: "payment_chargeback_free",
    also: ["reason"],
    next: ["collect_again", "evidence"],
    names: ["Mon 2 Nov", "Wed 18 Nov"],
  },
  {
    when: "Collected, and claimed back after that time",
    answer: ofDebit(
      {
        state: "chargeback",
        settledOn: "2026-08-03",
        reversibleUntil: "2026-09-28",
        reasonText: "No authorisation",
      },
      { moves: [moved("chargeback")] },
    ),
    code: "payment_chargeback_claim",
    also: ["reason_theirs"],
    next: ["evidence", "collect_again"],
    names: ["Have the evidence ready"],
  },
  {
    when: "Given back, and the day of its collection was never reported; then a word that nobody knows",
    answer: ofPayment({ state: "chargeback", unmapped: "Reopened" }, { moves: [moved("chargeback")] }),
    code: "payment_chargeback_free",
    also: ["unmapped"],
    next: ["collect_again", "evidence"],
    names: ["It was collected and given back"],
  },
  {
    when: "A colleague cancelled it before it left",
    answer: ofPayment(
      { state: "cancelled" },
      { moves: [moved("cancelled", { move: "cancel", actorName: "Mads Bak", cause: "paid by card" })] },
    ),
    code: "payment_cancelled_here",
    next: ["collect_again"],
    names: ["Mads Bak", "paid by card"],
  },
  {
    when: "The provider confirmed that it was cancelled there",
    answer: ofPayment({ state: "cancelled" }, { moves: [moved("cancelled", { move: "cancelled_there" })] }),
    code: "payment_cancelled_there",
    next: ["collect_again"],
  },
  {
    when: "It was collected, and can still be taken back",
    answer: ofPayment({
      state: "settled",
      settledOn: "2026-11-16",
      reversibleUntil: "2026-12-07",
      claimUntil: "2027-12-16",
    }),
    code: "payment_settled_reversible",
    next: ["wait"],
    names: ["It was collected Mon 16 Nov", "until Mon 7 Dec", "16 December 2027"],
  },
  {
    when: "It was collected, and can only be claimed back",
    answer: ofPayment({
      state: "settled",
      settledOn: "2026-10-01",
      reversibleUntil: "2026-10-07",
      claimUntil: "2027-11-01",
    }),
    code: "payment_settled_claimable",
    next: ["wait"],
  },
  {
    when: "It was collected, and that is final",
    answer: ofPayment({
      state: "settled",
      settledOn: "2025-09-01",
      reversibleUntil: "2025-09-08",
      claimUntil: "2026-10-01",
    }),
    code: "payment_settled_final",
    next: ["wait"],
    names: ["1 September 2025"],
  },
];

export const paymentExamples: readonly Example[] = [...unsent, ...underWay, ...ended];
