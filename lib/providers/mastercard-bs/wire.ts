import { z } from "zod";
import type { BsSettings } from "@/lib/providers/mastercard-bs/settings";

/**
 * Their JSON. Strict in what is sent; liberal in what is read: unknown, missing and wrong-typed fields never throw, they
 * make a thing unread. https://developer.mastercard.com/bs-creditor-api/documentation/api-reference/
 */

export interface CreateBody {
  uuid: string;
  identity: { kind: "cpr" | "cvr"; number: string };
  regNo: string;
  accountNo: string;
  customerNumber: string;
  pbsNumber: number;
  debtorGroup: number;
}

/** The request as text, its names in one fixed order: the same values always give the same bytes. */
export function writeCreate(body: CreateBody, settings: BsSettings): string {
  const identityName = body.identity.kind === "cpr" ? "cprNumber" : settings.companyNumberName;
  return JSON.stringify({
    uuid: body.uuid,
    debtorIdentity: { [identityName]: body.identity.number },
    debtorAccountInformation: { debtorRegNo: body.regNo, debtorAccountNo: body.accountNo },
    creditorsDebtorReference: body.customerNumber,
    creditorData: { pbsNumber: body.pbsNumber, debtorGroupNumber: body.debtorGroup },
  });
}

export function writeSearch(uuids: readonly string[], settings: BsSettings): string {
  return JSON.stringify({ [settings.searchListName]: uuids });
}

/** One request's status as they tell it. */
export interface StatusRecord {
  uuid: string;
  statusCode: string;
  mandateId: string | null;
  errorCode: string | null;
  errorDescription: string | null;
}

/** `undefined` when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const word = z.string().trim().min(1).max(100);
const record = z.looseObject({
  uuid: word,
  statusCode: word,
  errorCode: word.nullish().catch(null),
  errorDescription: z.string().nullish().catch(null),
});

/** A status record, or null when it is none. */
export function readStatus(json: unknown, settings: BsSettings): StatusRecord | null {
  const read = record.safeParse(json);
  if (!read.success) return null;
  const { uuid, statusCode, errorCode, errorDescription } = read.data;
  return {
    uuid,
    statusCode,
    mandateId: mandateIdIn(read.data, settings),
    errorCode: errorCode ?? null,
    errorDescription: errorDescription?.trim() || null,
  };
}

/** A number has lost its leading zeros on the way; mandate numbers have nine digits. */
const mandateNumberDigits = 9;

function mandateIdIn(from: Readonly<Record<string, unknown>>, settings: BsSettings): string | null {
  for (const name of settings.mandateIdNames) {
    const value = Object.hasOwn(from, name) ? from[name] : undefined;
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number" && Number.isSafeInteger(value) && value > 0)
      return String(value).padStart(mandateNumberDigits, "0");
  }
  return null;
}

export interface SearchAnswer {
  records: readonly StatusRecord[];
  /** Entries that could not be read: what they were about is not known. */
  unread: number;
}

/**
 * The answer of a search: an array, or an object with exactly one array in it. Null when it is neither; a list of
 * errors is no answer.
 */
export function readSearch(text: string, settings: BsSettings): SearchAnswer | null {
  const list = listIn(parseJson(text));
  if (list === null) return null;
  const records = list.map((entry) => readStatus(entry, settings)).filter((entry) => entry !== null);
  return { records, unread: list.length - records.length };
}

function listIn(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  if (typeof json !== "object" || json === null) return null;
  const lists = Object.entries(json).filter(([, value]) => Array.isArray(value));
  const [name, list] = lists[0] ?? [];
  if (lists.length !== 1 || name === undefined || /error|fault|warning/i.test(name)) return null;
  return Array.isArray(list) ? list : null;
}
