import { checkCpr } from "@/lib/identifiers/cpr";
import { checkCvr } from "@/lib/identifiers/cvr";
import { readDanishAccount } from "@/lib/identifiers/danish-account";
import { checkIban } from "@/lib/identifiers/iban";
import { fold } from "@/lib/kernel/fold";
import { type Currency, parseAmount } from "@/lib/kernel/money";
import { wordsOf } from "./name-words";
import { phoneBeginnings } from "./phone";

/** What a text could be. A text is often several things at once; each is looked up by itself. */
export type Reading =
  | { kind: "name"; words: string[] }
  | { kind: "email"; begins: string }
  | { kind: "phone"; begins: string[] }
  | { kind: "customerNumber"; begins: string }
  | { kind: "lastFour"; digits: string }
  /** Found by blind index only. `secret`: whoever may not see one may not look for one either. */
  | { kind: "identity"; value: string; secret: boolean }
  | { kind: "account"; values: string[] }
  | { kind: "amount"; amountMinor: number; currency: Currency | null }
  | { kind: "reference"; begins: string[] }
  | { kind: "mandateNumber"; begins: string }
  | { kind: "providerId"; values: string[] }
  /** A request key or a submission key. */
  | { kind: "key"; value: string }
  /** An id of ours. */
  | { kind: "id"; value: string };

const LONGEST = 200;

/** Reads what was typed or pasted. One letter says too little; what is longer than any name says nothing. */
export function readQuery(given: string): Reading[] {
  const text = given
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (text.length < 2 || text.length > LONGEST) return [];
  // What can only be one thing is looked up as nothing else.
  const certain = idOf(text) ?? keyOf(text) ?? ibanOf(text) ?? writtenCpr(text) ?? emailOf(text);
  if (certain) return [certain];
  return [...namesOf(text), ...numbersOf(text), ...amountsOf(text), ...secretsOf(text), ...tokensOf(text)];
}

/** Whether a text holds what never stands in an address or a log: a CPR or an account, sure or possible. */
export const isSecret = (readings: readonly Reading[]): boolean =>
  readings.some((one) => one.kind === "account" || (one.kind === "identity" && one.secret));

const idOf = (text: string): Reading | null =>
  /^(deb|man|pay|sub|run)_[0-9A-Z]{26}$/.test(text) ? { kind: "id", value: text } : null;

function keyOf(text: string): Reading | null {
  const hex = text
    .toLowerCase()
    .replace(/^urn:uuid:/, "")
    .replace(/[{}-]/g, "");
  if (!/^[0-9a-f]{32}$/.test(hex) || !/^[{]?[0-9a-f]{8}-|^[0-9a-f]{32}$|^urn/i.test(text)) return null;
  return { kind: "key", value: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}

function ibanOf(text: string): Reading | null {
  if (!/^[a-z]{2}\s?\d{2}/i.test(text)) return null;
  const iban = checkIban(text);
  if (!iban.ok) return null;
  return { kind: "account", values: [iban.value, ...danishOf(text)] };
}

/** With its dash it is a CPR number and nothing else. */
function writtenCpr(text: string): Reading | null {
  if (!/^\d{6}\s?[-–]\s?\d{4}$/.test(text)) return null;
  const cpr = checkCpr(text);
  return cpr.ok ? { kind: "identity", value: cpr.value, secret: true } : null;
}

const emailOf = (text: string): Reading | null =>
  /^[^\s@]+@[^\s@]*$/.test(text) ? { kind: "email", begins: fold(text) } : null;

function namesOf(text: string): Reading[] {
  const words = wordsOf(text);
  return /\p{L}/u.test(text) && words.length > 0 ? [{ kind: "name", words }] : [];
}

function numbersOf(text: string): Reading[] {
  const compact = text.replace(/\s/g, "");
  const readings: Reading[] = [];
  if (/^[a-z0-9]{1,15}$/i.test(compact) && (/\d/.test(compact) || compact === text))
    readings.push({ kind: "customerNumber", begins: compact.toUpperCase() });
  if (/^(?:[•*x.…\s]*)\d{4}$/i.test(text)) readings.push({ kind: "lastFour", digits: text.slice(-4) });
  if (/^\+?[\d\s().-]+$/.test(text) && /\d{4}/.test(compact.replace(/\D/g, ""))) {
    const begins = phoneBeginnings(text);
    if (begins.length > 0) readings.push({ kind: "phone", begins });
  }
  return readings;
}

const currencyWords: readonly { word: RegExp; currency: Currency }[] = [
  { word: /^(?:dkk|kr\.?)\s*|\s*(?:dkk|kr\.?|,-)$/gi, currency: "DKK" },
  { word: /^(?:eur|euro|€)\s*|\s*(?:eur|euro|€)$/gi, currency: "EUR" },
];

function amountsOf(text: string): Reading[] {
  const named = currencyWords.find(({ word }) => text.search(word) !== -1);
  const plain = named ? text.replace(named.word, "") : text;
  // In a search a wrong guess costs nothing: three digits after a separator are thousands.
  const given = /^\d{1,3}[.,]\d{3}$/.test(plain) ? plain.replace(/[.,]/, "") : plain;
  const amount = parseAmount(given);
  return amount.ok
    ? [{ kind: "amount", amountMinor: amount.amountMinor, currency: named?.currency ?? null }]
    : [];
}

function secretsOf(text: string): Reading[] {
  const digits = text.replace(/[\s.\p{Pd}]/gu, "");
  if (!/^(?:DK)?\d+$/i.test(digits)) return [];
  const readings: Reading[] = [];
  const cpr = digits.length === 10 ? checkCpr(digits) : null;
  if (cpr?.ok) readings.push({ kind: "identity", value: cpr.value, secret: true });
  const cvr = checkCvr(digits);
  if (cvr.ok) readings.push({ kind: "identity", value: cvr.value, secret: false });
  const values = danishOf(text);
  if (values.length > 0) readings.push({ kind: "account", values });
  return readings;
}

/** An account as it is kept. Short of ten digits it is some other number. */
function danishOf(text: string): string[] {
  if (text.replace(/\D/g, "").length < 10) return [];
  const account = readDanishAccount(text);
  return account.ok ? [`${account.registration} ${account.account}`, account.iban] : [];
}

function tokensOf(text: string): Reading[] {
  if (text.length < 3 || text.length > 64) return [];
  const readings: Reading[] = [];
  if (/\d/.test(text) || !text.includes(" "))
    readings.push({ kind: "reference", begins: [...new Set([text, text.toUpperCase()])] });
  if (/^[a-z0-9-]{4,35}$/i.test(text) && /\d/.test(text))
    readings.push({ kind: "mandateNumber", begins: text.toUpperCase() });
  if (/^[\w:.-]{5,64}$/.test(text) && /\d/.test(text))
    readings.push({
      kind: "providerId",
      values: [...new Set([text, text.toLowerCase(), text.toUpperCase()])],
    });
  return readings;
}
