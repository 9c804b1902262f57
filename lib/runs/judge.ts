import type { Ctx } from "@/lib/context";
import { type Landing, landing } from "@/lib/deadlines/landing";
import type { Rule, RuleId } from "@/lib/deadlines/rules";
import { checkFields } from "@/lib/forms/check-fields";
import { addDays, type Day, monthOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { Currency } from "@/lib/kernel/money";
import { DAYS_AHEAD } from "@/lib/payments/days-ahead";
import { paymentForm } from "@/lib/payments/form";
import { debtsOf } from "@/lib/payments/obligation";
import type { ChargeableMandate } from "@/lib/payments/preview";
import type { DeadlineFacts } from "@/lib/settings/deadlines";
import type { Facts } from "./facts";
import type { RowToJudge } from "./row-to-judge";
import type { ItemReason, ItemState } from "./states";

/** What becomes of a row, and why. */
export interface Judged {
  state: Extract<ItemState, "planned" | "excluded">;
  reason: ItemReason | null;
  reasonParams: Record<string, string | number>;
  mandateId: string | null;
  connectionId: string | null;
  debtorName: string;
  currency: Currency | null;
  planned: Day | null;
  window: string;
  cutoffAt: Date;
  slips: boolean;
  atRisk: boolean;
}

/** A cut-off for what has none: later than every real one. */
const NEVER = new Date("9999-12-31T00:00:00Z");

const nowhere: Judged = {
  state: "excluded",
  reason: null,
  reasonParams: {},
  mandateId: null,
  connectionId: null,
  debtorName: "",
  currency: null,
  planned: null,
  window: "",
  cutoffAt: NEVER,
  slips: false,
  atRisk: false,
};

export interface Around {
  ctx: Ctx;
  run: { test: boolean; agreementId: string | null };
  facts: Facts;
  deadlines: ReadonlyMap<RuleId, DeadlineFacts>;
  /** This very file was brought in before, in the run of this name. */
  sameFile: string | null;
  /** Whether an agreement's connection offers to create payments. */
  offers(connectionId: string): boolean;
}

const out = (
  reason: ItemReason,
  params: Judged["reasonParams"] = {},
  more: Partial<Judged> = {},
): Judged => ({
  ...nowhere,
  ...more,
  reason,
  reasonParams: params,
});

const words = paymentForm.filter((field) => field.name === "text" || field.name === "reference");

/** Judges the rows of a file in their order: a row may be left out for one before it. */
export function judge(around: Around): (row: RowToJudge) => Judged {
  const references = new Map<string, number>();
  const likes = new Map<string, number>();
  const lands = landings(around);
  return (row) => {
    if (around.sameFile !== null) return out("same_file", { run: around.sameFile });
    const first = references.get(row.reference);
    if (row.reference !== "" && first !== undefined) return out("reference_twice", { row: first });
    references.set(row.reference, row.n);
    const bad = readingProblem(row) ?? knownReference(around.facts, row);
    if (bad) return bad;
    const found = mandateFor(around, row.customer);
    if ("reason" in found) return found;
    const placed = place(around, row, found, lands);
    if (placed.state === "excluded") return placed;
    if (row.choice === "out") return { ...placed, state: "excluded", reason: "by_person" };
    return likeAnother(around.facts, row, found, placed, likes);
  };
}

function readingProblem(row: RowToJudge): Judged | null {
  if (row.customer === "") return out("customer_missing");
  if (row.amountMinor <= 0) return out("amount_bad");
  const { problems } = checkFields(words, { text: row.text, reference: row.reference }, "production");
  if (problems.text) return out("text_bad");
  if (problems.reference || row.reference === "") return out("reference_bad");
  return row.wanted === null && row.dueGiven ? out("due_bad") : null;
}

function knownReference(facts: Facts, { reference }: RowToJudge): Judged | null {
  if (facts.paid.has(reference)) return out("reference_paid");
  const run = facts.inRuns.get(reference);
  return run === undefined ? null : out("reference_in_run", { run });
}

/** The one mandate that a customer can be charged by in this run; else why there is none. */
function mandateFor({ ctx, run, facts, offers }: Around, customer: string): ChargeableMandate | Judged {
  const all = facts.mandates.get(customer) ?? [];
  if (all.length === 0) return out("customer_unknown");
  const named = (one: ChargeableMandate) => ({ debtorName: one.mandate.debtorName });
  const [any] = all;
  const ofAgreement = all.filter((one) => run.agreementId === null || one.agreement.id === run.agreementId);
  if (ofAgreement.length === 0) return out("other_agreement", {}, any && named(any));
  const ofKind = ofAgreement.filter(
    (one) => one.agreement.test === run.test && one.mandate.test === run.test,
  );
  if (ofKind.length === 0) return out("other_kind", {}, any && named(any));
  const active = ofKind.filter((one) => one.mandate.state === "active");
  const [only, another] = active;
  if (!only) return out("mandate_not_active", {}, any && named(any));
  if (another) return out("several_mandates", { count: active.length }, named(only));
  if (only.obstacle)
    return out("mandate_unusable", { ...only.obstacle, provider: only.mandate.provider }, named(only));
  if (only.agreement.state !== "active") return out("agreement_not_active", {}, named(only));
  if (!ctx.providers[only.mandate.provider] || !offers(only.mandate.connectionId))
    return out("not_offered", {}, named(only));
  return only;
}

type Lands = (rule: Rule, wanted: Day | null) => Landing;

/** Where a day lands is the same for every row that wants it, and takes a while to reckon. */
function landings({ ctx, deadlines }: Around): Lands {
  const known = new Map<string, Landing>();
  const now = ctx.clock.now();
  return (rule, wanted) => {
    const name = `${rule.id} ${wanted ?? ""}`;
    const before = known.get(name);
    if (before) return before;
    const facts = deadlines.get(rule.id);
    const lands = landing(rule, now, wanted ?? undefined, facts?.overrides ?? [], facts?.settings ?? {});
    known.set(name, lands);
    return lands;
  };
}

function place({ ctx }: Around, row: RowToJudge, found: ChargeableMandate, lands: Lands): Judged {
  const { mandate, rule, currency } = found;
  const who = {
    debtorName: mandate.debtorName,
    mandateId: mandate.id,
    connectionId: mandate.connectionId,
    currency,
  };
  const today = dayIn(ctx.clock.now(), rule.zone);
  if (row.wanted && row.wanted < today) return out("day_past", {}, who);
  if (row.wanted && row.wanted > addDays(today, DAYS_AHEAD)) return out("too_far_ahead", {}, who);
  const landed = lands(rule, row.wanted);
  if (landed.reason.code === "too_far_ahead") return out("too_far_ahead", {}, who);
  const placed = placedBy(landed, row.wanted);
  return { ...nowhere, ...who, ...placed, state: "planned", reason: noteOf(placed, row.wanted) };
}

type Placed = Pick<Judged, "planned" | "window" | "cutoffAt" | "slips" | "atRisk">;

/** The plan that a landing makes. Without a wish nothing is late, but that this month's window has closed is to be seen. */
export function placedBy(landed: Landing, wanted: Day | null): Placed {
  const late = !landed.onTime || landed.reason.code === "next_window";
  return {
    planned: landed.due,
    window: landed.window ?? "",
    cutoffAt: landed.cutoffAt,
    slips: late || (wanted !== null && monthOf(wanted) !== monthOf(landed.due)),
    atRisk: landed.atRisk,
  };
}

/** What is to be known of a row that will be sent. */
export function noteOf(
  placed: Omit<Placed, "window" | "cutoffAt">,
  wanted: string | null,
): ItemReason | null {
  if (placed.slips) return "slips";
  if (placed.atRisk) return "at_risk";
  return wanted !== null && wanted !== placed.planned ? "moved" : null;
}

function likeAnother(
  facts: Facts,
  row: RowToJudge,
  { mandate, currency }: ChargeableMandate,
  placed: Judged,
  likes: Map<string, number>,
): Judged {
  const debts = debtsOf({
    creditorId: mandate.creditorId,
    debtorId: mandate.debtorId,
    mandateId: mandate.id,
    test: mandate.test,
    amountMinor: row.amountMinor,
    currency,
    requested: row.wanted ?? placed.planned ?? "",
    planned: placed.planned,
  });
  const paid = debts.some((debt) => facts.claimed.has(debt));
  const before = debts.map((debt) => likes.get(debt)).find((n) => n !== undefined);
  if (row.choice !== "in") {
    if (paid) return { ...placed, state: "excluded", reason: "duplicate_paid" };
    if (before !== undefined)
      return { ...placed, state: "excluded", reason: "duplicate_row", reasonParams: { row: before } };
  }
  for (const debt of debts) likes.set(debt, before ?? row.n);
  return before !== undefined || paid ? { ...placed, reason: "despite_duplicate" } : placed;
}
