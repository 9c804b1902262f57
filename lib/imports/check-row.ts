import type { Consent } from "@/db/tables/nouns";
import type { Ctx } from "@/lib/context";
import { debtorForm } from "@/lib/debtors/form";
import { checkFields, maskValue } from "@/lib/forms/check-fields";
import type { FieldProblem } from "@/lib/kernel/errors";
import { checkMandateForm } from "@/lib/mandates/check-so-far";
import type { Offer } from "@/lib/mandates/offer";
import { readConsent } from "@/lib/mandates/read-consent";
import { ruleOf } from "@/lib/payments/schedule";
import { applyMapping } from "./apply-mapping";
import type { Import } from "./door";
import type { FileRow, RowProblem } from "./shapes";
import type { Target } from "./targets";

/** A row read by itself, before it is compared with what there is. */
export interface CheckedRow {
  row: FileRow;
  /** Normalised values of the fields that are right. */
  debtor: Record<string, string>;
  mandate: Record<string, string>;
  consent: Consent | null;
  problems: RowProblem[];
  /** Fields of the debtor that are wrong: no matter where the debtor is known already. */
  debtorProblems: RowProblem[];
  customer: string;
  name: string;
  masked: string;
  /** Blind indexes, to find the same person or account; null where the row has none. */
  identityIndex: string | null;
  accountIndex: string | null;
  /** A keyed fingerprint of all that would be made of it. */
  content: string;
}

/** Everything that rows of one import are read with. */
export interface RowReader {
  offer: Offer;
  targets: readonly Target[];
  of: Pick<Import, "mapping" | "reading" | "heads">;
  takenBy: string;
}

/** Checks a row by the forms that a person would fill in. */
export function checkRow(ctx: Ctx, { offer, targets, of, takenBy }: RowReader, row: FileRow): CheckedRow {
  const now = ctx.clock.now();
  const { values, problems } = applyMapping(row, of, targets);
  const debtor = checkFields(debtorForm, values.debtor, "production");
  const mandate = checkMandateForm(offer, values.mandate, now);
  const asks = offer.capabilities.mandates === "form";
  const { zone } = ruleOf(offer.provider, offer.agreement.scheme);
  const consent = asks
    ? readConsent(prefixed(values.consent), zone, now, takenBy)
    : ({ ok: false, problems: {} } as const);
  const said = new Set(problems.filter((one) => one.level === "error").map((one) => one.target));
  const errors = (group: string, of: Record<string, FieldProblem>): RowProblem[] =>
    Object.entries(of).flatMap(([name, code]) =>
      // What could not be read is empty here: "needed" would be a second word on the same thing.
      said.has(`${group}.${name}`) ? [] : [{ target: `${group}.${name}`, code, level: "error" as const }],
    );
  const consentProblems = consent.ok ? {} : unprefixed(consent.problems);
  const debtorTargets = (one: RowProblem) =>
    one.target.startsWith("debtor.") && one.target !== "debtor.customer_number";
  const all = [
    ...problems,
    ...errors("debtor", debtor.problems),
    ...errors("mandate", mandate.problems),
    ...errors("consent", consentProblems),
  ];
  return {
    row,
    debtor: debtor.values,
    mandate: mandate.values,
    consent: consent.ok ? consent.consent : null,
    problems: all.filter((one) => !debtorTargets(one)),
    debtorProblems: all.filter(debtorTargets),
    customer: shown(debtor.values.customer_number ?? values.debtor.customer_number ?? ""),
    name: shown(debtor.values.name ?? values.debtor.name ?? ""),
    ...secretsOf(ctx, offer, mandate.values),
    content: ctx.vault.blindIndex(ctx.creditorId, "import_row", JSON.stringify(values)),
  };
}

const prefixed = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`consent_${name}`, value]));
const unprefixed = <T>(problems: Record<string, T>) =>
  Object.fromEntries(Object.entries(problems).map(([name, one]) => [name.replace(/^consent_/, ""), one]));

const LONGEST_SHOWN = 100;

/** Text that any database stores, as it stands in the list. */
const shown = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, LONGEST_SHOWN);

function secretsOf(ctx: Ctx, offer: Offer, values: Record<string, string>) {
  const { creditorId, vault } = ctx;
  let [masked, identityIndex, accountIndex]: [string, string | null, string | null] = ["", null, null];
  for (const field of offer.form) {
    const value = values[field.name];
    if (!value || !field.sensitive) continue;
    if (field.kind === "identity") identityIndex = vault.blindIndex(creditorId, "identity", value);
    if (field.kind !== "iban" && field.kind !== "danish_account") continue;
    masked = maskValue(field, value);
    accountIndex = vault.blindIndex(creditorId, "account", value);
  }
  return { masked, identityIndex, accountIndex };
}
