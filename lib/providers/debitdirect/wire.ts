import { z } from "zod";
import { isDay } from "@/lib/kernel/day";
import { MAX_AMOUNT_MINOR } from "@/lib/kernel/money";
import { MIN_AMOUNT_MINOR } from "./settings";

/**
 * DebitDirect's JSON, read liberally: a missing, additional or wrong-typed field is null and never an error. Field names
 * from https://docs.debitdirect.io/api-reference/payments/post-payments and the pages beside it.
 */

/** Guides write `Mandate`, the specification `mandate`. */
function camelKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name.slice(0, 1).toLowerCase() + name.slice(1), held]),
  );
}

const reading = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess(camelKeys, z.object(shape));

const text = z.string().min(1).nullable().catch(null);
const label = z
  .union([z.string().min(1), z.number().transform(String)])
  .nullable()
  .catch(null);
const flag = z.boolean().nullable().catch(null);
const word = z.union([z.string(), z.number()]).nullable().catch(null);
const anything = z.unknown().nullable().catch(null);
const instant = z.string().transform(readInstant).nullable().catch(null);
const amount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,10}$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(MIN_AMOUNT_MINOR).max(MAX_AMOUNT_MINOR))
  .transform((value) => value + 0) // -0 becomes 0
  .nullable()
  .catch(null);

const customer = reading({ id: text, handle: text, name: text, number: label, uniqueNumber: label });
const innerMandate = reading({ id: text, handle: text, scheme: text });

export const wirePayment = reading({
  id: text,
  handle: text,
  paymentDate: instant,
  scheduleDate: instant,
  settlementDate: instant,
  reference: text,
  amount,
  currency: text,
  test: flag,
  status: word,
  statusText: text,
  createdAt: instant,
  modifiedAt: instant,
  mandate: innerMandate.nullable().catch(null),
});
export type WirePayment = z.infer<typeof wirePayment>;

export const wireMandate = reading({
  id: text,
  handle: text,
  scheme: text,
  status: word,
  createdAt: instant,
  modifiedAt: instant,
  customer: customer.nullable().catch(null),
});
export type WireMandate = z.infer<typeof wireMandate>;

export const wireAgreement = reading({
  id: text,
  handle: text,
  scheme: text,
  test: flag,
  state: word,
  status: word,
  schemeData: anything,
  metaData: anything,
  meta: anything,
});
export type WireAgreement = z.infer<typeof wireAgreement>;

const wireProblem = reading({
  title: text,
  type: text,
  detail: text,
  traceId: text,
  errors: z.record(z.string(), z.unknown()).nullable().catch(null),
});
export type WireProblem = z.infer<typeof wireProblem>;

const wirePage = reading({
  results: z.array(z.unknown()).nullable(),
  nextOffset: label,
  hasMore: flag,
});

export const wireEvent = reading({ objectType: text, eventType: text, data: anything });
export const wireEventData = reading({ id: text, handle: text, reference: text });

/** The JSON of a text, or undefined when it is none. */
export function readJson(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
}

/** An object of their making carries an id or a handle. */
export function readObject<T extends { id: string | null; handle: string | null }>(
  schema: z.ZodType<T>,
  value: unknown,
): T | null {
  const read = schema.safeParse(value);
  return read.success && (read.data.id !== null || read.data.handle !== null) ? read.data : null;
}

const listedReference = reading({ reference: z.string().nullable() });

/** A payment in a list that says what its reference is, or that it has none; anything else proves nothing missing. */
export function readListedPayment(value: unknown): WirePayment | null {
  return listedReference.safeParse(value).success ? readObject(wirePayment, value) : null;
}

/** Whether one of the two names they give a thing is this one. */
export function isNamed(thing: { id: string | null; handle: string | null }, name: string): boolean {
  const folded = name.toLowerCase();
  return thing.id?.toLowerCase() === folded || thing.handle === name;
}

/** An error body says a title or a trace id, and is no object of theirs. */
export function readProblem(value: unknown): WireProblem | null {
  const read = wireProblem.safeParse(value);
  if (!read.success || (read.data.title === null && read.data.traceId === null)) return null;
  const own = reading({ id: text, handle: text }).safeParse(value);
  return own.success && own.data.handle === null && own.data.id === null ? read.data : null;
}

export interface WirePage {
  items: readonly unknown[];
  /** What `after` takes for the next page; null on the last. */
  next: string | null;
  /** They said themselves that nothing follows: only then may anything be called missing. */
  endProven: boolean;
}

/** One page, or null when the body is none or says "more" without saying where. */
export function readPage(value: unknown): WirePage | null {
  if (Array.isArray(value)) return { items: value, next: null, endProven: false };
  const read = wirePage.safeParse(value);
  if (!read.success) return null;
  const { results, nextOffset, hasMore } = read.data;
  if (hasMore === true && nextOffset === null) return null;
  return { items: results ?? [], next: hasMore === false ? null : nextOffset, endProven: hasMore === false };
}

/** A single object comes bare or, in one published version, as the only element of a page. */
export function unwrapSingle(value: unknown): unknown {
  const page = Array.isArray(value) ? null : readPage(value);
  return page !== null && page.items.length === 1 ? page.items[0] : value;
}

const isoShape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** An ISO date-time; without a zone it is UTC, and a date outside living memory (the framework's zero) is none. */
function readInstant(given: string): Date | null {
  const [, date = "", clock = "00:00:00", fraction = "0", zone = "Z"] = isoShape.exec(given.trim()) ?? [];
  if (!isDay(date) || date < "1900" || date > "2200") return null;
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const read = new Date(`${date}T${seconds}.${fraction.slice(0, 3).padEnd(3, "0")}${offset}`);
  return Number.isNaN(read.getTime()) ? null : read;
}

/**
 * Scheme data as names in lower case and values as text. It comes as an object, as an array of objects, or as
 * name/value pairs; anything else is empty.
 */
export function readSchemeData(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const part of parts) {
    const read = z.record(z.string(), z.unknown()).safeParse(part);
    if (!read.success) continue;
    const pair = z.object({ key: z.string(), value: z.union([z.string(), z.number()]) }).safeParse(part);
    const entries = pair.success ? [[pair.data.key, pair.data.value] as const] : Object.entries(read.data);
    for (const [name, held] of entries)
      if (typeof held === "string" || typeof held === "number")
        found.set(name.toLowerCase(), String(held).trim());
  }
  return found;
}
