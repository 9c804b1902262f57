import { fold } from "@/lib/kernel/fold";
import { readAmount } from "@/lib/kernel/money";
import type { Field } from "@/lib/providers/contract";
import { LONGEST_CELL } from "./limits";
import { readDayAs, readMomentAs } from "./read-days";
import type { CellNote, FileRow, ImportMapping, ImportReading, RowProblem } from "./shapes";
import type { Target } from "./targets";

/** What a row says, as the forms that a person fills in would say it. */
export interface RowValues {
  debtor: Record<string, string>;
  mandate: Record<string, string>;
  consent: Record<string, string>;
}

/** Numbers that a spreadsheet damages when it takes them for amounts. */
const numbers = new Set(["identity", "danish_account", "iban", "customer_number"]);
const damaged = /^\d+(?:[.,]\d+)?E\+?\d+$/i;

const noteLevel: Record<CellNote, RowProblem["level"]> = {
  formula: "warning",
  formula_empty: "error",
  precision: "error",
  error_cell: "error",
};

/** Fills the forms from a row. What cannot be read with certainty is a problem at its field; nothing is repaired. */
export function applyMapping(
  row: FileRow,
  { mapping, reading, heads }: { mapping: ImportMapping; reading: ImportReading; heads: readonly string[] },
  targets: readonly Target[],
): { values: RowValues; problems: RowProblem[] } {
  const values: RowValues = { debtor: {}, mandate: {}, consent: {} };
  const problems: RowProblem[] = [];
  for (const target of targets) {
    const source = mapping[target.name];
    if (!source) continue;
    const given = "fixed" in source ? source.fixed : (row.cells[source.column] ?? "").trim();
    const { text, code } =
      given === "" ? { text: "", code: undefined } : readAs(target.field, given, reading);
    values[target.group][target.field.name] = text;
    const note = "column" in source ? row.notes[source.column] : undefined;
    if (note) problems.push({ target: target.name, code: note, level: noteLevel[note] });
    if (code && note !== "precision") problems.push({ target: target.name, code, level: "error" });
  }
  if (row.cells.length > heads.length && row.cells.slice(heads.length).some((cell) => cell.trim() !== ""))
    problems.push({
      target: "",
      code: "too_many_cells",
      level: "error",
      params: { cells: row.cells.length },
    });
  return { values: withRegistration(values), problems };
}

/** A cell in the form that its field's own check takes; a code when it cannot be read. */
function readAs(field: Field, given: string, reading: ImportReading): { text: string; code?: string } {
  if (given.length > LONGEST_CELL) return { text: "", code: "cell_too_long" };
  if (numbers.has(field.kind) && damaged.test(given)) return { text: "", code: "excel_damage" };
  switch (field.kind) {
    case "choice":
      return { text: optionOf(field, given) };
    case "flag":
      return { text: /^(true|on|1|yes|y|x|ja|j)$/i.test(given) ? "true" : "false" };
    case "day": {
      const day = readDayAs(given, reading.dates);
      return day ? { text: day } : { text: "", code: "day" };
    }
    case "amount": {
      const minor = readAmount(given, reading.decimals);
      if (minor === 0) return { text: "", code: "amount_unreadable" };
      return { text: `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}` };
    }
    default:
      if (field.name !== "given_at") return { text: given };
      return readMoment(given, reading);
  }
}

function readMoment(given: string, reading: ImportReading): { text: string; code?: string } {
  const moment = readMomentAs(given, reading.dates);
  return moment ? { text: moment } : { text: "", code: "instant" };
}

/** A choice by its value or by its words in any language of the desk. */
function optionOf(field: Field, given: string): string {
  const wanted = fold(given);
  const found = field.options?.find((option) =>
    [option.value, ...Object.values(option.label)].some((word) => fold(word) === wanted),
  );
  return found?.value ?? given;
}

/** An account whose first four digits stand in a column of their own, as the form takes it. */
function withRegistration(values: RowValues): RowValues {
  const { registration = "", ...mandate } = values.mandate;
  if (registration !== "" && mandate.account) mandate.account = `${registration} ${mandate.account}`;
  return { ...values, mandate };
}
