import { checkBic } from "@/lib/identifiers/bic";
import { checkCpr } from "@/lib/identifiers/cpr";
import { checkDebtorGroup, checkPbsNumber } from "@/lib/identifiers/creditor-numbers";
import { checkCustomerNumber } from "@/lib/identifiers/customer-number";
import { checkCvr } from "@/lib/identifiers/cvr";
import { readDanishAccount } from "@/lib/identifiers/danish-account";
import { checkIban } from "@/lib/identifiers/iban";
import { maskAccount, maskCpr, maskIban } from "@/lib/identifiers/mask";
import { isNearDay } from "@/lib/kernel/day";
import type { FieldProblem } from "@/lib/kernel/errors";
import { parseAmount } from "@/lib/kernel/money";
import type { Environment, Field, Values } from "@/lib/providers/contract";
import { misplaced } from "./looks-like";

type Checked = { ok: true; value: string } | { ok: false; problem: string };
const good = (value: string): Checked => ({ ok: true, value });
const bad = (problem: string): Checked => ({ ok: false, problem });

/** Room for a pasted key file or certificate; every other text ends at its field's own length, or here. */
const LONGEST = { secret_file: 400_000, secret_text: 40_000, other: 500 };

function identity(text: string, environment: Environment): Checked {
  const digits = text.replace(/\D/g, "");
  if (digits.length === 8) {
    const cvr = checkCvr(text, { checkDigit: environment !== "sandbox" });
    return cvr.ok ? good(cvr.value) : bad(`cvr_${cvr.code}`);
  }
  // Spreadsheets take a number for an amount, and an amount begins with no zero.
  if (digits.length === 9 && checkCpr(`0${digits}`).ok) return bad("cpr_zero_dropped");
  const cpr = checkCpr(text);
  return cpr.ok ? good(cpr.value) : bad(`cpr_${cpr.code}`);
}

function danishAccount(text: string): Checked {
  const account = readDanishAccount(text);
  if (!account.ok) return bad(`account_${account.field}_${account.code}`);
  return good(`${account.registration} ${account.account}`);
}

function integer(text: string, field: Field): Checked {
  if (!/^\d{1,9}$/.test(text)) return bad("integer");
  const value = Number(text);
  return value < (field.min ?? 0) || value > (field.max ?? 999_999_999)
    ? bad("out_of_range")
    : good(String(value));
}

function web(text: string): Checked {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? good(text.replace(/\/+$/, ""))
    : bad("url");
}

function ofKind(field: Field, text: string, environment: Environment): Checked {
  switch (field.kind) {
    case "identity":
      return identity(text, environment);
    case "danish_account":
      return danishAccount(text);
    case "iban": {
      const iban = checkIban(text);
      return iban.ok ? good(iban.value) : bad(`iban_${iban.code}`);
    }
    case "bic": {
      const bic = checkBic(text);
      return bic.ok ? good(bic.value) : bad(`bic_${bic.code}`);
    }
    case "cvr": {
      const cvr = checkCvr(text, { checkDigit: environment !== "sandbox" });
      return cvr.ok ? good(cvr.value) : bad(`cvr_${cvr.code}`);
    }
    case "pbs_number": {
      const number = checkPbsNumber(text);
      return number.ok ? good(number.value) : bad(`number_${number.code}`);
    }
    case "debtor_group": {
      const group = checkDebtorGroup(text);
      return group.ok ? good(group.value) : bad(`number_${group.code}`);
    }
    case "customer_number": {
      const number = checkCustomerNumber(text);
      return number.ok
        ? good(text.normalize("NFKC").trim().toUpperCase())
        : bad(`customer_number_${number.code}`);
    }
    case "amount": {
      const amount = parseAmount(text);
      return amount.ok ? good(String(amount.amountMinor)) : bad(amount.problem);
    }
    case "email":
      return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text) ? good(text) : bad("email");
    case "day":
      return isNearDay(text) ? good(text) : bad("day");
    case "integer":
      return integer(text, field);
    case "choice":
      return field.options?.some((one) => one.value === text) ? good(text) : bad("choice");
    case "flag":
      return good(["true", "on", "1", "yes"].includes(text.toLowerCase()) ? "true" : "false");
    case "url":
      return web(text);
    default:
      return good(text);
  }
}

/** Whether a field is asked for, given what the others say. */
export const isAsked = (field: Field, values: Values): boolean =>
  !field.when || field.when.is.includes(values[field.when.field] ?? "");

/** Control characters, line separators, and marks that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Without what a copied text brings along and nobody sees; in a name any kind of space is a space. */
function visible(given: string, { holds }: Field): string {
  const text = given.normalize("NFC").replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
  return (holds === "name" ? text.replace(/\p{Zs}+/gu, " ") : text).trim();
}

function checkOne(field: Field, given: string, environment: Environment): Checked {
  const secret = field.kind.startsWith("secret");
  const text = secret ? given : visible(given, field);
  const longest =
    field.maxLength ??
    (field.kind === "secret_file" || field.kind === "secret_text" ? LONGEST[field.kind] : LONGEST.other);
  if (text.length > longest) return bad("too_long");
  if (!secret && controls.test(text)) return bad("control_characters");
  const elsewhere = secret ? null : misplaced(field, text);
  if (elsewhere) return bad(elsewhere);
  const checked = ofKind(field, text, environment);
  if (checked.ok && field.pattern && !new RegExp(`^(?:${field.pattern})$`).test(checked.value))
    return bad("pattern");
  return checked;
}

/**
 * Checks what was given for a form, by the same data that drew it. Answers normalised values (digits without spaces,
 * amounts in minor units, accounts as `1234 0123456789`) and, per field, a code of the `fields` dictionary.
 */
export function checkFields(
  form: readonly Field[],
  given: Values,
  environment: Environment,
): { values: Record<string, string>; problems: Record<string, FieldProblem> } {
  const values: Record<string, string> = {};
  const problems: Record<string, FieldProblem> = {};
  for (const field of form) {
    if (!isAsked(field, { ...given, ...values })) continue;
    // What is left empty has the form's own first value, where there is one.
    const text = given[field.name]?.trim() ? (given[field.name] ?? "") : (field.initial ?? "");
    if (text.trim() === "" && field.kind !== "flag") {
      if (field.required) problems[field.name] = "required";
      continue;
    }
    const checked = checkOne(field, text, environment);
    if (checked.ok) values[field.name] = checked.value;
    else problems[field.name] = checked.problem;
  }
  return { values, problems: { ...problems, ...sameAsIdentity(form, given, values) } };
}

/** The person's own number typed a second time, where the account belongs. */
function sameAsIdentity(form: readonly Field[], given: Values, values: Values): Record<string, FieldProblem> {
  const identities = form.filter((field) => field.kind === "identity").map((field) => values[field.name]);
  const digits = (text: string | undefined) => (text ?? "").replace(/\D/g, "");
  return Object.fromEntries(
    form
      .filter(({ kind, name }) => kind === "danish_account" && identities.includes(digits(given[name])))
      .map(({ name }) => [name, "looks_like_cpr"]),
  );
}

/** How a sensitive value is shown to those who may not see it. */
export function maskValue(field: Field, value: string): string {
  if (field.kind === "identity") return value.length === 10 ? maskCpr(value) : value;
  if (field.kind === "iban") return maskIban(value);
  const [registration, account] = value.split(" ");
  if (field.kind === "danish_account") return `${registration} ${maskAccount(account ?? "")}`;
  return "••••";
}
