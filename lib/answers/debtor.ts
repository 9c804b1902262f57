import { runPlan } from "@/lib/i18n/messages/run-plan";
import type { Day } from "@/lib/kernel/day";
import type { Zone } from "@/lib/kernel/instant";
import type { LocalText } from "@/lib/kernel/locale";
import type { ItemReason, ItemState, RunState } from "@/lib/runs/states";
import type { Answer, Params } from "./answer";
import type { AnswerCode, runCodes } from "./codes";
import { type StepCode, step } from "./steps";

/** From here on nobody is needed. */
const COMING = 20;

/** A row of a run that is no payment yet. */
export interface RunRow {
  runId: string;
  run: string;
  runState: RunState;
  n: number;
  state: ItemState;
  reason: ItemReason | null;
  createdAt: Date;
}

export interface DebtorFacts {
  debtor: { id: string | null; name: string; customerNumber: string };
  /** In whose time days are written where no mandate says it. */
  zone: Zone;
  /** The answers of the mandates, newest first. */
  mandates: readonly Answer[];
  /** The answers of the payments, newest first. */
  payments: readonly Answer[];
  /** The days of the payments that are open, by id: of what is on its way the earliest is asked about. */
  dues: ReadonlyMap<string, Day>;
  /** The ids of payments that came back or were refused, and wait for somebody. */
  waiting: ReadonlySet<string>;
  /** Newest first. */
  rows: readonly RunRow[];
}

/** Lower goes first. What begins with none of these is over. */
const ranks: readonly (readonly [prefix: string, rank: number])[] = [
  ["payment_unknown", 1],
  ["payment_absent", 1],
  ["payment_held_rate", COMING],
  ["payment_held", 2],
  ["payment_unmapped", 3],
  ["payment_stale", 3],
  ["payment_unsent", 4],
  ["payment_said_there", 4],
  ["payment_at_risk", 5],
  ["payment_draft", COMING + 1],
  ["payment_sending", COMING],
  ["payment_awaited", COMING],
  ["payment_planned", COMING],
  ["payment_pending", COMING],
  ["payment_slipped", COMING],
  ["payment_scheduled", COMING],
];

const rankOf = (code: AnswerCode): number =>
  ranks.find(([prefix]) => code.startsWith(prefix))?.[1] ?? Number.POSITIVE_INFINITY;

/**
 * The most useful answer over everything a debtor or a mandate has: what needs somebody, also of what came back; then a
 * row of a run that is newer than any payment, then what is on its way; then what happened last, to a payment or to the
 * permission itself.
 */
export function mostUseful({ debtor, payments, dues, waiting, mandates, rows, zone }: DebtorFacts): Answer {
  const due = (one: Answer) => dues.get(one.about.id) ?? "";
  const open = payments
    .filter((one) => Number.isFinite(rankOf(one.code)))
    .toSorted((a, b) => rankOf(a.code) - rankOf(b.code) || due(a).localeCompare(due(b)))[0];
  if (open && rankOf(open.code) < COMING) return open;
  const back = payments.find((one) => waiting.has(one.about.id) && !Number.isFinite(rankOf(one.code)));
  if (back) return back;
  const [row] = rows;
  const [last] = payments;
  if (row && !(last?.since && last.since >= row.createdAt)) return whyRow(row, debtor.id, zone);
  if (open) return open;
  const able = mandates.some((one) => one.code === "nothing_asked");
  const blocked = able ? undefined : bestMandate(mandates);
  if (last && blocked && isLater(blocked, last)) return blocked;
  return last ?? bestMandate(mandates) ?? none(debtor, zone);
}

const isLater = (one: Answer, other: Answer): boolean =>
  one.since !== null && other.since !== null && one.since > other.since;

/** What may become usable comes before what is over. */
const mandateOrder: readonly AnswerCode[] = [
  "nothing_asked",
  "mandate_not_yet",
  "mandate_unknown",
  "mandate_unknown_end",
  "mandate_absent",
  "mandate_stale",
  "mandate_suspended",
  "mandate_unsent",
  "mandate_sending",
  "mandate_pending",
  "mandate_pending_debit",
  "mandate_pending_verification",
  "mandate_invited",
  "mandate_ending",
  "mandate_off",
  "mandate_elsewhere",
  "mandate_draft",
  "mandate_failed",
  "mandate_failed_theirs",
  "mandate_ended",
];

const bestMandate = (mandates: readonly Answer[]): Answer | undefined =>
  mandates.toSorted((a, b) => mandateOrder.indexOf(a.code) - mandateOrder.indexOf(b.code))[0];

function none({ id, name, customerNumber }: DebtorFacts["debtor"], zone: Zone): Answer {
  return {
    code: "mandate_none",
    params: { name },
    about: { noun: "debtor", id: id ?? "", name: `${name}, ${customerNumber}` },
    zone,
    since: null,
    evidence: null,
    also: [],
    next: [step("new_mandate", { debtor: id })],
  };
}

/** What the plan of the run says of the row. */
const reasonWords = (reason: ItemReason): LocalText => ({
  en: runPlan.en.reasons[reason],
  da: runPlan.da.reasons[reason],
  nl: runPlan.nl.reasons[reason],
});

/** Why a row of a run is no payment yet. */
function whyRow(row: RunRow, debtorId: string | null, zone: Zone): Answer {
  const told = tellRow(row);
  const params: Params = {
    run: row.run,
    n: row.n,
    ...(row.reason ? { reason: { says: reasonWords(row.reason) } } : { reason: "" }),
  };
  return {
    code: told.code,
    params,
    about: { noun: "run", id: row.runId, name: row.run },
    zone,
    since: row.createdAt,
    evidence: null,
    also: [],
    next: told.steps.map((code) => step(code, { run: row.runId, debtor: debtorId })),
  };
}

function tellRow({ state, reason, runState }: RunRow): {
  code: (typeof runCodes)[number];
  steps: StepCode[];
} {
  if (state === "excluded" || state === "refused")
    return reason === "duplicate_paid" || reason === "duplicate_row"
      ? { code: "run_row_duplicate", steps: ["open_run"] }
      : { code: "run_row_left_out", steps: ["open_run"] };
  if (state === "held") return { code: "run_row_held", steps: ["prepare_run"] };
  switch (runState) {
    case "frozen":
      return { code: "run_waits_approval", steps: ["approve_run"] };
    case "approved":
      return { code: "run_approved", steps: ["prepare_run"] };
    case "sending":
    case "done":
      return { code: "run_sending", steps: ["wait"] };
    case "stopped":
      return { code: "run_stopped", steps: ["prepare_run"] };
    default:
      return { code: "run_draft", steps: ["prepare_run"] };
  }
}
