import { z } from "zod";
import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { refuseWith } from "@/lib/settings/checked";
import { plainName } from "./column-names";
import { findImport, type Import, moveImport, newPass, requireMove, workOf } from "./door";
import { FileProblem } from "./file/problem";
import { shapeOf } from "./guess-mapping";
import { sampleOf } from "./inspect";
import { MOST_COLUMNS } from "./limits";
import { dateOrders, encodings, type ImportReading, separators } from "./shapes";
import { refusalOf } from "./upload";

const LAST_HEAD_LINE = 1_000;

const shape = z.object({
  encoding: z.enum(encodings, { error: "choice" }),
  separator: z.enum(separators, { error: "choice" }),
  sheet: z.string().max(100, "too_long"),
  headLine: z.coerce
    .number("integer")
    .int("integer")
    .min(1, "out_of_range")
    .max(LAST_HEAD_LINE, "out_of_range"),
  decimals: z.enum([",", "."], { error: "choice" }),
  dates: z.enum(dateOrders, { error: "choice" }),
});

/** A reading as a form or an address gives it, over the one that is known; refused at its field. */
export const readingFrom = (
  of: Import,
  given: Readonly<Record<string, string | undefined>>,
): ImportReading => {
  const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { sheets: of.reading.sheets, ...refuseWith(shape.safeParse({ ...of.reading, ...wanted })) };
};

/** The first rows of an import's file, as a reading takes them. */
export async function sampleOfImport(ctx: Ctx, of: Import, reading: ImportReading) {
  requirePermission(ctx, "read");
  return sampleOf(ctx, of, reading);
}

/** A person has looked at the sample and says that the file is read rightly. What it is about is asked next. */
export async function confirmReading(
  ctx: Ctx,
  input: { importId: string } & Readonly<Record<string, string | undefined>>,
): Promise<void> {
  requirePermission(ctx, "imports.prepare");
  const { importId, ...given } = input;
  const of = await findImport(ctx.db.read, ctx.creditorId, importId);
  requireMove(of, "read");
  const reading = readingFrom(of, given);
  const heads = await headsOf(ctx, of, reading).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const shape = shapeOf(heads);
  await inTransaction(ctx.db, (tx) =>
    moveImport(tx, ctx, of, "read", {
      ...newPass(of),
      ...{ reading, heads, shape },
      // What was said of other columns says nothing of these.
      ...(shape === of.shape ? {} : { agreementId: null, mapping: {} }),
      ...{ problem: null, problemParams: {}, workOf: workOf(of, ctx) },
    }),
  );
}

/** Reads the file in another way after all; what was checked is checked anew. */
export async function readAgain(ctx: Ctx, importId: string): Promise<void> {
  requirePermission(ctx, "imports.prepare");
  await inTransaction(ctx.db, async (tx) => {
    const of = await findImport(tx, ctx.creditorId, importId);
    await moveImport(tx, ctx, of, "reread", { ...newPass(of), workOf: workOf(of, ctx) });
  });
}

const LONGEST_HEAD = 100;

/** A name as any database stores it: without what cannot be seen, and without half a letter at its end. */
const shownHead = (cell: string): string =>
  cell
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, LONGEST_HEAD)
    .replace(/\p{Cs}/gu, "");

/** The names over the columns; every one of them once, or nobody could say which is meant. */
async function headsOf(ctx: Ctx, of: Import, reading: ImportReading): Promise<string[]> {
  const rows = await sampleOf(ctx, of, reading, reading.headLine + 1);
  const head = rows.find((row) => row.line === reading.headLine);
  if (!head) throw new AppError("invalid", { fields: { headLine: "head_line_empty" } });
  if (!rows.some((row) => row.line > reading.headLine)) throw new FileProblem("file_no_rows");
  if (head.cells.length > MOST_COLUMNS) throw new FileProblem("file_too_many_columns");
  const heads = head.cells.map(shownHead);
  const names = heads.map(plainName).filter((name) => name !== "");
  const twice = heads.find((name) => names.filter((one) => one === plainName(name)).length > 1);
  if (twice !== undefined) throw new FileProblem("file_head_twice", { name: twice });
  return heads;
}
