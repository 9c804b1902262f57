import { and, eq } from "drizzle-orm";
import { importShapes } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import type { FieldProblem } from "@/lib/kernel/errors";
import type { Offer } from "@/lib/mandates/offer";
import { applyMapping } from "./apply-mapping";
import type { Import } from "./door";
import { guessMapping } from "./guess-mapping";
import type { FieldSource, ImportMapping } from "./shapes";
import { type Target, targetsOf } from "./targets";

/** What was said of a file with these columns before, under whichever agreement; undefined for nothing. */
export async function rememberedShape(
  ctx: Ctx,
  shape: string,
): Promise<typeof importShapes.$inferSelect | undefined> {
  requirePermission(ctx, "read");
  const [found] = await ctx.db.read
    .select()
    .from(importShapes)
    .where(and(eq(importShapes.creditorId, ctx.creditorId), eq(importShapes.shape, shape)));
  return found;
}

/** The mapping to begin with: what was said before of such a file under the agreement, else by the columns' names. */
export async function firstMapping(
  ctx: Ctx,
  of: Import,
  offer: Offer,
): Promise<{ mapping: ImportMapping; remembered: boolean }> {
  requirePermission(ctx, "read");
  if (of.agreementId === offer.agreement.id) return { mapping: of.mapping, remembered: false };
  const targets = targetsOf(offer);
  const before = await rememberedShape(ctx, of.shape);
  if (before?.agreementId === offer.agreement.id)
    return { mapping: onlyKnown(before.mapping, targets, of.heads.length), remembered: true };
  return { mapping: guessMapping(of.heads, targets), remembered: false };
}

/** A provider may ask other things by now, and fewer columns may be there. */
const onlyKnown = (mapping: ImportMapping, targets: readonly Target[], columns: number): ImportMapping =>
  Object.fromEntries(
    Object.entries(mapping).filter(
      ([name, source]) =>
        targets.some((target) => target.name === name) && (!("column" in source) || source.column < columns),
    ),
  );

/** What a form says of one field: `c3` for the fourth column, `fixed`, or nothing. */
const COLUMN = /^c(\d{1,3})$/;

/** The mapping that a form gives, with what is wrong with it at each field. */
export function readMapping(
  given: Readonly<Record<string, string>>,
  targets: readonly Target[],
  of: Pick<Import, "heads" | "reading">,
): { mapping: ImportMapping; problems: Record<string, FieldProblem> } {
  const mapping: ImportMapping = {};
  const problems: Record<string, FieldProblem> = {};
  for (const target of targets) {
    const source = sourceOf(target, given, of.heads.length);
    if (source === "wrong") problems[target.name] = "choice";
    else if (source === "empty") problems[`${target.name}.fixed`] = "required";
    else if (source) mapping[target.name] = source;
    else if (isNeeded(target)) problems[target.name] = "column_needed";
  }
  return { mapping, problems: { ...problems, ...fixedProblems(mapping, targets, of) } };
}

/** Without one of these no row could be good. A debtor's own fields are not needed where the debtor is known. */
const isNeeded = ({ name, group, field }: Target): boolean => {
  if (name === "debtor.customer_number") return true;
  return (
    group !== "debtor" &&
    field.required &&
    field.initial === undefined &&
    !field.when &&
    field.kind !== "flag"
  );
};

function sourceOf(
  { name, field }: Target,
  given: Readonly<Record<string, string>>,
  columns: number,
): FieldSource | "wrong" | "empty" | null {
  const from = given[name] ?? "";
  if (from === "") return null;
  const column = COLUMN.exec(from)?.[1];
  if (column !== undefined) return Number(column) < columns ? { column: Number(column) } : "wrong";
  // The same account or person for every row would be nonsense, and would lie open in the mapping.
  if (from !== "fixed" || field.sensitive || field.kind === "customer_number") return "wrong";
  const fixed = (given[`${name}.fixed`] ?? "").trim();
  return fixed === "" ? "empty" : { fixed };
}

/** A fixed value is checked once, before a million rows are. */
function fixedProblems(
  mapping: ImportMapping,
  targets: readonly Target[],
  of: Pick<Import, "heads" | "reading">,
): Record<string, FieldProblem> {
  const fixed = targets.filter((target) => {
    const source = mapping[target.name];
    return source && "fixed" in source;
  });
  const row = { line: 0, cells: [], notes: {} };
  const { values, problems } = applyMapping(row, { ...of, mapping }, fixed);
  const found: Record<string, FieldProblem> = {};
  for (const { target, code } of problems) found[`${target}.fixed`] = code;
  for (const { name, group, field } of fixed) {
    const alone = { ...field, required: false };
    const checked = checkFields([withoutWhen(alone)], values[group], "production");
    const problem = checked.problems[field.name];
    if (problem !== undefined) found[`${name}.fixed`] ??= problem;
  }
  return found;
}

function withoutWhen({ when: _, ...field }: Target["field"]): Target["field"] {
  return field;
}
