import type { Ctx } from "@/lib/context";
import { landing } from "@/lib/deadlines/landing";
import { day } from "@/lib/kernel/day";
import { fold } from "@/lib/kernel/fold";
import { ruleOf } from "@/lib/payments/schedule";
import { deadlineFacts } from "@/lib/settings/deadlines";
import type { CheckedRow, RowReader } from "./check-row";
import type { Import } from "./door";
import { type Known, type KnownDebtor, knownOf } from "./known";
import type { RowProblem } from "./shapes";
import { mayLetIn, type RowMatch, type RowReason, type RowState, type Verdict } from "./states";

export interface RowToJudge {
  n: number;
  choice: "in" | "out" | null;
  checked: CheckedRow;
}

/** What is to be said of a row, and what of it is stored. */
export interface Judged {
  state: Extract<RowState, "ready" | "bad" | "dropped">;
  verdict: Verdict;
  match: RowMatch;
  problems: RowProblem[];
  debtorId: string | null;
  /** Their name as it is known here. */
  debtorName: string | null;
  usableFrom: string | null;
  window: string;
}

/** Compares rows with what there is here, and with each other. */
export async function judgeRows(
  ctx: Ctx,
  reader: RowReader,
  of: Pick<Import, "id" | "pass">,
  rows: readonly RowToJudge[],
): Promise<Judged[]> {
  const known = await knownOf(ctx, of, rows);
  const lands = await landingOf(ctx, reader);
  return rows.map((row) => {
    const judged = { ...judge(row, known, reader), ...lands(row.checked.mandate) };
    if (judged.state === "ready") remember(known, row.checked);
    return judged;
  });
}

/** Rows after this one are compared with it. */
function remember(known: Known, { debtor, identityIndex, row: { line } }: CheckedRow): void {
  const customer = debtor.customer_number ?? "";
  if (customer) known.inFile.set(customer, line);
  if (identityIndex) known.peopleInFile.set(identityIndex, { line, customer });
}

const whole = (code: RowReason, level: RowProblem["level"], params?: RowProblem["params"]): RowProblem => ({
  target: "",
  code,
  level,
  ...(params ? { params } : {}),
});

function judge(
  { checked, choice }: RowToJudge,
  known: Known,
  reader: RowReader,
): Omit<Judged, "usableFrom" | "window"> {
  const customer = checked.debtor.customer_number ?? "";
  const debtor = known.byCustomer.get(customer);
  const twin = debtor ? undefined : known.byIdentity.get(checked.identityIndex ?? "");
  const beside = debtor || twin ? undefined : inFileAs(checked, customer, known);
  const found = [
    ...checked.problems,
    ...(debtor ? [] : checked.debtorProblems),
    ...ofDebtor(checked, debtor, twin),
    ...(beside ? [whole("person_in_file", "error", beside)] : []),
    ...ofMandates(customer, known, reader),
    ...ofAccount(checked, customer, known),
  ];
  const errors = found.filter((one) => one.level === "error");
  const let_in = choice === "in" && mayLetIn(errors.map((one) => one.code));
  const problems = let_in ? found.map((one) => ({ ...one, level: "warning" as const })) : found;
  const verdict = errors.length > 0 && !let_in ? "error" : problems.length > 0 ? "warning" : "ok";
  return {
    state: choice === "out" ? "dropped" : verdict === "error" ? "bad" : "ready",
    verdict,
    match: beside ? "ambiguous" : matchOf(customer, debtor, twin),
    problems,
    debtorId: debtor?.id ?? null,
    debtorName: debtor?.name ?? null,
  };
}

function matchOf(customer: string, debtor: KnownDebtor | undefined, twin: KnownDebtor | undefined): RowMatch {
  if (debtor) return "existing";
  if (twin) return "ambiguous";
  return customer === "" ? "none" : "new";
}

function ofDebtor(
  { debtor: given, identityIndex }: CheckedRow,
  debtor: KnownDebtor | undefined,
  twin: KnownDebtor | undefined,
): RowProblem[] {
  if (twin) return [whole("person_elsewhere", "error", { customer: twin.customerNumber, name: twin.name })];
  if (!debtor) return [];
  if (identityIndex && debtor.identityIndex && identityIndex !== debtor.identityIndex)
    return [whole("identity_differs", "error", { name: debtor.name })];
  if (given.name && fold(given.name) !== fold(debtor.name))
    return [whole("name_differs", "warning", { name: debtor.name })];
  return [];
}

/** The row of the file that has the same person under another customer number. */
function inFileAs(
  { identityIndex }: CheckedRow,
  customer: string,
  known: Known,
): { row: number; customer: string } | undefined {
  const other = known.peopleInFile.get(identityIndex ?? "");
  return other && other.customer !== customer ? { row: other.line, customer: other.customer } : undefined;
}

function ofMandates(customer: string, known: Known, { offer }: RowReader): RowProblem[] {
  const live = known.live.get(customer) ?? [];
  const here = live.find((one) => one.agreementId === offer.agreement.id);
  if (here) return [whole("mandate_here", "error", { mandate: here.id })];
  const line = known.inFile.get(customer);
  if (line !== undefined && customer !== "") return [whole("same_file", "error", { row: line })];
  const [elsewhere] = live;
  return elsewhere
    ? [whole("mandate_elsewhere", "warning", { mandate: elsewhere.id, provider: elsewhere.provider })]
    : [];
}

function ofAccount({ accountIndex }: CheckedRow, customer: string, known: Known): RowProblem[] {
  const other = (known.byAccount.get(accountIndex ?? "") ?? []).find((one) => one !== customer);
  return other === undefined ? [] : [whole("account_elsewhere", "warning", { customer: other })];
}

type Lands = Pick<Judged, "usableFrom" | "window">;

/** Where a first collection would land, if it were asked for now or on the day that the form names. */
async function landingOf(
  ctx: Ctx,
  { offer }: RowReader,
): Promise<(mandate: Record<string, string>) => Lands> {
  const rule = ruleOf(offer.provider, offer.agreement.scheme);
  const facts = await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id);
  const now = ctx.clock.now();
  const days = offer.form.filter((field) => field.kind === "day").map((field) => field.name);
  const remembered = new Map<string, Lands>();
  return (mandate) => {
    const wanted = days.map((name) => mandate[name]).find(Boolean) ?? "";
    const before = remembered.get(wanted);
    if (before) return before;
    const lands = landing(rule, now, wanted ? day(wanted) : undefined, facts.overrides, facts.settings);
    const found = { usableFrom: lands.due, window: lands.window ?? "" };
    remembered.set(wanted, found);
    return found;
  };
}
