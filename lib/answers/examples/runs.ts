import { RULES } from "@/lib/deadlines/rules";
import { mostUseful, type RunRow } from "../debtor";
import { at, type Example, ofMandate } from "./example";

/** What is answered of a debtor whose mandate can be used and who has a row in a run and no payment. */
const ofRow = (patch: Partial<RunRow>) =>
  mostUseful({
    debtor: { id: "deb_1", name: "Mogens Dam Vestby", customerNumber: "104121" },
    zone: RULES["nets-bs"].zone,
    mandates: [ofMandate({})],
    payments: [],
    dues: new Map(),
    waiting: new Set(),
    rows: [
      {
        runId: "run_1",
        run: "December heat",
        runState: "draft",
        n: 41,
        state: "planned",
        reason: null,
        createdAt: at("2026-11-19T08:00:00Z"),
        ...patch,
      },
    ],
  });

export const runExamples: readonly Example[] = [
  {
    when: "The payment is a row of a run that is still a draft",
    answer: ofRow({}),
    code: "run_draft",
    next: ["prepare_run"],
    names: ["row 41", "December heat"],
  },
  {
    when: "The run waits for the approval of somebody else",
    answer: ofRow({ runState: "frozen" }),
    code: "run_waits_approval",
    next: ["approve_run"],
  },
  {
    when: "The run is approved and nobody has sent it",
    answer: ofRow({ runState: "approved" }),
    code: "run_approved",
    next: ["prepare_run"],
  },
  {
    when: "The run is being sent and the row’s turn has not come",
    answer: ofRow({ runState: "sending" }),
    code: "run_sending",
    next: ["wait"],
  },
  {
    when: "Somebody stopped the run before the row’s turn",
    answer: ofRow({ runState: "stopped" }),
    code: "run_stopped",
    next: ["prepare_run"],
  },
  {
    when: "The row missed its cut-off before it was issued",
    answer: ofRow({ runState: "stopped", state: "held", reason: "cutoff_passed" }),
    code: "run_row_held",
    next: ["prepare_run"],
  },
  {
    when: "The row was left out, for a reason",
    answer: ofRow({ runState: "done", state: "excluded", reason: "amount_bad" }),
    code: "run_row_left_out",
    next: ["open_run"],
    names: ["The amount cannot be read."],
  },
  {
    when: "The guard against duplicates left the row out",
    answer: ofRow({ runState: "done", state: "excluded", reason: "duplicate_paid" }),
    code: "run_row_duplicate",
    next: ["open_run"],
    names: ["as a duplicate"],
  },
];
