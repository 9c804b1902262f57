import { type Example, moved, ofDebit, ofPayment } from "./example";

const rejected = (reasonCode: string | null, more: Parameters<typeof ofDebit>[0] = {}) =>
  ofDebit({ state: "rejected", reasonCode, ...more }, { moves: [moved("rejected", { rule: "status" })] });

/** What is over. */
export const endedExamples: readonly Example[] = [
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
