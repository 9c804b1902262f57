import { z } from "zod";

/**
 * PAY.'s JSON as it comes. Every field is read on its own: one of a wrong type is missing, never an error, and what is
 * not named here is ignored. Shapes: https://developer.pay.nl/reference/post_directdebits-mandates and
 * https://developer.pay.nl/docs/3-directdebit-status
 */

/** Text; numbers become text because codes and session ids come as either. */
const word = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

/** Whole cents; text of digits is read, anything with a fraction is not. */
const cents = z
  .union([
    z.number().int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .nullish()
  .transform((value) => (value !== null && Number.isSafeInteger(value) ? (value ?? null) : null))
  .catch(null);

/** Missing is no; a value that is neither yes nor no is null, so that nobody takes it for a no. */
const flag = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")])
  .nullish()
  .transform((value) => value ?? false)
  .or(z.unknown().transform(() => null));

/** An object part; null, a list or a word in its place reads as missing. */
function part<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).nullable().catch(null).default(null);
}

const amount = part({ value: cents, currency: word });
const stats = part({ extra1: word, extra2: word });
const bankAccount = part({ iban: word });

const mandate = z.object({
  code: word,
  serviceId: word,
  reference: word,
  type: word,
  interval: part({ quantity: cents }),
  amount,
  customer: part({ bankAccount }),
  stats,
  lastDirectDebitDate: word,
  createdAt: word,
  deletedAt: word,
  deletedBy: word,
});
export type WireMandate = z.infer<typeof mandate>;

/** The mandate of a debit: an object, or its bare code as in a request. */
const mandateOfDebit = z.union([
  z.string().transform((code) => ({ code, reference: null })),
  part({ code: word, reference: word }),
]);

const debit = z.object({
  id: word,
  processDate: word,
  amount,
  status: part({ code: word, action: word, phase: word }),
  declined: flag,
  decline: part({ code: word, name: word, reason: word, date: word }),
  mandate: mandateOfDebit,
  stats,
  isLastOrder: flag,
  createdAt: word,
  modifiedAt: word,
});
export type WireDebit = z.infer<typeof debit>;

const violation = z.object({ propertyPath: word, message: word, code: word });

const problem = z.object({
  code: word,
  title: word,
  detail: word,
  violations: z.array(violation.nullable().catch(null)).catch([]),
});
export type WireProblem = z.infer<typeof problem>;

const envelope = z.object({
  total: cents,
  pages: cents,
  _links: z.looseObject({}).nullable().catch(null).default(null),
});

/** One page of a list; `items` null when there is no list where it should be. */
export interface WirePage {
  items: readonly unknown[] | null;
  total: number | null;
  pages: number | null;
  /** Whether the page links to a next one. */
  more: boolean;
}

/** The value of a JSON text, or undefined. Never throws. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}

/** A mandate object, or null when it is no object or has no code. */
export function readMandate(value: unknown): (WireMandate & { code: string }) | null {
  const found = read(mandate, value);
  return found?.code ? { ...found, code: found.code } : null;
}

/** A debit object, or null when it is no object or has no id. */
export function readDebit(value: unknown): (WireDebit & { id: string }) | null {
  const found = read(debit, value);
  return found?.id ? { ...found, id: found.id } : null;
}

/** An error body; null when it is no object. */
export function readProblem(value: unknown): WireProblem | null {
  return read(problem, value);
}

/** A page of a list whose array has the given name; a bare array is a page of its own. */
export function readPage(value: unknown, arrayName: string): WirePage {
  if (Array.isArray(value)) return { items: value, total: null, pages: null, more: false };
  const found = read(envelope, value);
  const items = read(z.looseObject({}), value)?.[arrayName];
  const next = found?._links?.next;
  return {
    items: Array.isArray(items) ? items : null,
    total: found?.total ?? null,
    pages: found?.pages ?? null,
    more: next !== undefined && next !== null && next !== "" && next !== found?._links?.self,
  };
}
