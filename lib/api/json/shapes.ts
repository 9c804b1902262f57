import { z } from "zod";
import { type Day, isDay } from "@/lib/kernel/day";
import { currencies, MAX_AMOUNT_MINOR } from "@/lib/kernel/money";

/** Shapes with a name of their own in the OpenAPI document. */
export const shapes = z.registry<{ id: string; description?: string }>();

/** Gives a shape its name in the document. */
export function named<S extends z.ZodType>(id: string, schema: S, description?: string): S {
  shapes.add(schema, description === undefined ? { id } : { id, description });
  return schema;
}

// ---------------------------------------------------------------- in answers

export const instant = z.iso.datetime();
export const day = z.iso.date();
export const amount = named(
  "Amount",
  z.strictObject({ amount_minor: z.int(), currency: z.enum(currencies) }),
  "Integer minor units (øre, cents) with their currency.",
);
export const texts = z.record(z.string(), z.string());

/** One page: `next` goes into `after` for the rows that follow, and is null on the last page. */
export const pageOf = <S extends z.ZodType>(id: string, row: S) =>
  named(id, z.strictObject({ data: z.array(row), next: z.string().nullable() }));

export const iso = (at: Date): string => at.toISOString();
export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;

// ---------------------------------------------------------------- in what is given

/** An id of ours, or what stands in its place: such a record is then simply not there. */
export const idGiven = z.string().regex(/^[A-Za-z0-9_]{1,64}$/);
export const idParams = z.strictObject({ id: idGiven });

const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;
const yearIn = (text: string): boolean =>
  Number(text.slice(0, 4)) >= EARLIEST_YEAR && Number(text.slice(0, 4)) <= LATEST_YEAR;

/** A whole number in an address, without sign or exponent. */
const wholeGiven = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
    .meta({ type: "integer", minimum, maximum });

export const yearGiven = wholeGiven(EARLIEST_YEAR, LATEST_YEAR);
export const dayGiven = z.iso
  .date()
  .refine((text) => yearIn(text), "out_of_range")
  .pipe(z.custom<Day>((text) => typeof text === "string" && isDay(text)));
export const instantGiven = z.iso.datetime({ offset: true }).refine(yearIn, "out_of_range");
export const flagGiven = z.enum(["true", "false"]);
export const textGiven = (longest: number) => z.string().trim().min(1).max(longest);
export const amountGiven = z
  .strictObject({
    amount_minor: z.int().positive().max(MAX_AMOUNT_MINOR),
    currency: z.enum(currencies),
  })
  .describe("Integer minor units (øre, cents) with the currency of the mandate's scheme.");
/** Values of a form that belongs to the provider; their checks are its own. */
export const formGiven = z.record(z.string().max(60), z.string().max(400_000));

/** Parameters that every list takes. */
export const pageGiven = {
  after: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,1000}$/)
    .optional()
    .describe("The `next` of the page before."),
  limit: wholeGiven(1, 100).optional().describe("50 when left out."),
};

/** `state=a&state=b` for either. */
export const anyOf = <const S extends readonly [string, ...string[]]>(states: S) =>
  z.array(z.enum(states)).min(1).max(states.length).optional();

export const yes = (flag: "true" | "false" | undefined): boolean | undefined =>
  flag === undefined ? undefined : flag === "true";
