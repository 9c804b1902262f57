import { getCountrySpecifications } from "ibantools";

const MASK = "••••";

/** Ends like a Danish personal number: a day (also one raised by 60, as administrative numbers have), a month, six more. */
const endsAsPerson = /(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{6}$/;

/** Hides a value. Four characters of a longer one stay, except of a personal number, whose end is its secret half. */
function masked(value: unknown): string {
  const text = String(value);
  // A number in JSON has lost its leading zero.
  const person = endsAsPerson.test(text.replace(/\D/g, "").padStart(10, "0"));
  return person || text.length < 8 ? MASK : `${MASK}${text.slice(-4)}`;
}

const uuid = /(\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b)/i;
const ibanLengths = new Map(
  Object.entries(getCountrySpecifications()).map(([country, { chars }]) => [country, chars ?? 0]),
);
const ibanStart = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]){8,32}/g;

/** How much of a text that begins like an IBAN is one, mistyped ones included; 0 when it is something else. */
function ibanIn(text: string): number {
  const length = ibanLengths.get(text.slice(0, 2).toUpperCase()) ?? 0;
  let characters = 0;
  let end = 0;
  while (end < text.length && (characters < length || /[A-Za-z0-9]/.test(text.charAt(end)))) {
    if (/[A-Za-z0-9]/.test(text.charAt(end))) characters += 1;
    end += 1;
  }
  const digits = text.slice(4, end).replace(/\D/g, "").length;
  return length > 0 && Math.abs(characters - length) <= 2 && digits >= 6 ? end : 0;
}

function withoutIbans(text: string): string {
  return text.replace(ibanStart, (found) => {
    const end = ibanIn(found);
    return end === 0 ? found : masked(found.slice(0, end)) + withoutIbans(found.slice(end));
  });
}

/** Personal numbers wherever they stand; accounts with their registration number, and any long run of digits. */
const numbers = /(?<!\d)\d{6}[ \u2010-\u2015-]?\d{4}(?!\d)/g;
const accounts = /(?<![A-Za-z0-9])(?:\d{4}[ -]\d{6,10}|\d{10,})(?![A-Za-z0-9])/g;

function withoutNumbers(text: string): string {
  return text
    .replace(numbers, (found) => (/^\d+$/.test(found) && !endsAsPerson.test(found) ? found : MASK))
    .replace(accounts, masked);
}

/** Text as it may be stored: personal numbers, accounts and IBANs masked by their look. Ids of the UUID form stay. */
export function scrubText(text: string): string {
  return text
    .split(uuid)
    .map((part, index) => (index % 2 === 1 ? part : withoutNumbers(withoutIbans(part))))
    .join("");
}

type Names = ReadonlySet<string>;

const namesOf = (sensitive: readonly string[]): Names => new Set(sensitive.map((name) => name.toLowerCase()));

/** `name=value` in running text, also with its signs percent-encoded once or twice. */
const pairInText = /([A-Za-z_]+)(=|%3D|%253D)((?:(?!%26|%2526)[^\s"'&,;])+)/gi;

/** A string among other data: it may be JSON of its own, or quote `name=value` pairs, as signed texts do. */
function scrubString(text: string, names: Names): string {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.stringify(walk(JSON.parse(text), names));
    } catch {
      // Only looks like JSON.
    }
  }
  const readable = text.replace(pairInText, (all, name, sign, value) =>
    names.has(String(name).toLowerCase()) ? `${name}${sign}${masked(value)}` : String(all),
  );
  return scrubText(readable);
}

function walk(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((one) => walk(one, names));
  if (typeof value === "string") return scrubString(value, names);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      names.has(name.toLowerCase()) && inner !== null && typeof inner !== "object"
        ? masked(inner)
        : walk(inner, names),
    ]),
  );
}

function scrubPairs(pairs: URLSearchParams, names: Names): URLSearchParams {
  return new URLSearchParams(
    [...pairs].map(([name, value]) => [
      name,
      names.has(name.toLowerCase()) ? masked(value) : scrubString(value, names),
    ]),
  );
}

/** A body as it may be stored: values of sensitive names masked, in JSON and in forms, and everything else by its look. */
export function scrubBody(body: string, sensitiveNames: readonly string[]): string {
  const names = namesOf(sensitiveNames);
  try {
    const parsed: unknown = JSON.parse(body);
    if (parsed !== null && typeof parsed === "object") return JSON.stringify(walk(parsed, names));
  } catch {
    // Not JSON: a form, or something else.
  }
  if (/^[^\s=&]+=[^&]*(&[^\s=&]+=[^&]*)*$/.test(body))
    return scrubPairs(new URLSearchParams(body), names).toString();
  return scrubString(body, names);
}

const secretHeaders = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "signature",
  "x-api-key",
]);

export function scrubHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name.toLowerCase()) ? "removed" : value,
    ]),
  );
}

/** An address without what must not be kept: user, password, and its query's sensitive values. */
export function scrubUrl(url: string, sensitiveNames: readonly string[]): string {
  if (!URL.canParse(url)) return "";
  const parsed = new URL(url);
  parsed.username = "";
  parsed.password = "";
  parsed.pathname = scrubText(parsed.pathname);
  if (parsed.search !== "")
    parsed.search = scrubPairs(parsed.searchParams, namesOf(sensitiveNames)).toString();
  return parsed.toString();
}
