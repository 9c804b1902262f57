import type { Plan } from "./plan";

/** A seed with what of its plan is changed, to look at one corner. */
export interface Seed {
  seed: number;
  changes: Partial<Plan>;
}

/**
 * Seeds that showed something once; they are run before all others. What draws from the dice decides what a seed
 * means, so each finding has a plain test beside its seed.
 */
export const seeds: readonly (Seed & { showed: string })[] = [
  {
    showed:
      "A sender held up between its permit and its call: its request was taken for dead by the permit's time, two " +
      "look-ups proved it absent, and it arrived after the repeat. Plain test: lib/submissions/held-up.db.test.ts.",
    seed: 1374,
    changes: {
      provider: "paynl",
      spanMs: 100_000,
      visibilitySeconds: 1,
      lagSeconds: 0,
      afterAbsence: "resend",
      releases: true,
      network: 0.2,
      database: 0,
      crashes: 0,
      pauses: 0.15,
      pauseMs: [14_000, 24_000],
      fates: { reset_late: 60 },
      troubles: [],
      acts: 3,
      debtors: 1,
      workers: 4,
      liveness: false,
      reads: false,
      skewMs: 0,
    },
  },
  {
    seed: 113,
    changes: {},
    showed: "a task asked what became of a request that was proven not to have arrived",
  },
  {
    seed: 145,
    changes: {},
    showed: "the same, where the cut-off passed before the payment had its turn again",
  },
  {
    seed: 20_000_025,
    changes: {},
    showed:
      "A message that was applied, and whose commit nobody heard of, was set waiting again. Plain test: " +
      "lib/inbox/outage.db.test.ts.",
  },
  {
    seed: 28,
    changes: {},
    showed:
      "the auditor blamed the desk for what a person had said wrongly, and then gave up; see its own tests",
  },
  {
    seed: 30_000_433,
    changes: {},
    showed:
      "The simulation asked for a debit that the provider had hidden for longer than its setting says, until its mandate " +
      "had ended: whether it may be sent again was a person's open task.",
  },
  {
    seed: 30_020_651,
    changes: {},
    showed:
      "The simulation did not see the task about a payment that a person had said did not arrive, and then gave up: it " +
      "looked for it by the provider's name, which such a payment does not get.",
  },
  {
    seed: 50_000_541,
    changes: {},
    showed:
      "The end of a cancellation took away the mark and the task of the payment's own unknown request. Plain test: " +
      "lib/submissions/older-question.db.test.ts.",
  },
  {
    seed: 70_007_716,
    changes: {},
    showed:
      "The provider hid a debit for hours. Its events were laid aside after twelve minutes, a person took its payment " +
      "for not sent and ended the mandate, and nobody asked again. Plain test: lib/inbox/outage.db.test.ts.",
  },
  {
    seed: 71_003_406,
    changes: {},
    showed: "the same, where the mandate of the debit was hidden too",
  },
  {
    seed: 124_009_236,
    changes: {},
    showed:
      "A cancellation that was proven not to have arrived, and went again, took away the mark and the task of the " +
      "payment's own unknown request. Plain test: lib/submissions/rules.db.test.ts (I12).",
  },
  {
    seed: 125_000_150,
    changes: {},
    showed:
      "The provider hid a debit longer than its setting says, and a connection set to repeat by itself sent it again " +
      "though an event that named it lay waiting. Plain test: lib/submissions/rules.db.test.ts (I1).",
  },
  {
    seed: 124_001_694,
    changes: {},
    showed:
      "A request arrived after a person had said that it did not happen, its event was lost, and its mandate ended: nothing " +
      "read the debits of an ended mandate. Plain test: lib/inbox/verdicts.db.test.ts.",
  },
  {
    seed: 170_003_092,
    changes: {},
    showed:
      "A payment was held back for its suspended mandate after it had been proven absent, and then showed itself: its task " +
      "went, and the held request stayed for ever. Plain test: lib/payments/held.db.test.ts (I12).",
  },
  {
    seed: 220_000_187,
    changes: {},
    showed:
      "On Postgres: a refusal of garbage held a character that Postgres does not take, and its answer could not be settled. " +
      "Plain test: lib/submissions/rules.db.test.ts (A6).",
  },
  {
    seed: 240_000_826,
    changes: {},
    showed:
      "On Postgres: a sender that stood still for 25 days heard its answer, and the milliseconds between were too many for " +
      "their column. Plain test: lib/messages/store-exchange.db.test.ts.",
  },
];
