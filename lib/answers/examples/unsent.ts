import { at, type Example, ofDebit, ofPayment, opened } from "./example";

const later = at("2026-11-20T12:00:00Z");
const held = (detail: string, nextAt: Date | null, more: Parameters<typeof ofPayment>[1] = {}) =>
  ofPayment({ state: "ready", sending: "sending" }, { open: opened({ detail, nextAt }), ...more });

/** What has not left, or of which nobody knows. */
export const unsentExamples: readonly Example[] = [
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
    when: "Held: it was sent, proven not to have arrived, and its cut-off passed before it could go again",
    answer: ofPayment(
      { state: "ready", sending: "sending" },
      {
        open: opened({
          detail: "cutoff_passed",
          nextAt: null,
          sentAt: at("2026-11-20T11:31:00Z"),
          lookUps: 3,
          absences: 2,
        }),
        now: at("2026-11-23T08:00:00Z"),
      },
    ),
    code: "payment_held_absent",
    next: ["cancel"],
    names: ["Fri 20 Nov 12:31", "2 times", "the cut-off for Tue 1 Dec"],
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
    when: "It was sent, no answer came, and the provider was asked until it was proven not to be there",
    answer: ofPayment(
      { state: "ready", sending: "unknown" },
      {
        open: opened({
          state: "unknown",
          nextAt: null,
          sentAt: at("2026-11-20T11:31:00Z"),
          lookUps: 3,
          absences: 2,
        }),
      },
    ),
    code: "payment_absent",
    next: ["send_again"],
    names: ["It did not arrive", "Fri 20 Nov 12:31", "2 times", "An approver sends the same request again."],
  },
  {
    when: "The same of its cancellation",
    answer: ofPayment(
      { sending: "unknown" },
      {
        open: opened({
          operation: "payment.cancel",
          state: "unknown",
          nextAt: null,
          sentAt: at("2026-11-20T11:31:00Z"),
          lookUps: 2,
          absences: 2,
        }),
      },
    ),
    code: "payment_absent",
    next: ["send_again"],
    names: ["The request to stop it did not arrive", "count on it being collected"],
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
