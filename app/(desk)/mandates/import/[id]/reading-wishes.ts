import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { readingFrom } from "@/lib/imports/confirm-reading";
import type { Import } from "@/lib/imports/door";
import type { ImportReading, Separator } from "@/lib/imports/shapes";
import { AppError } from "@/lib/kernel/errors";

/** Separators by a name, as an address can carry them. */
export const separatorNames = {
  semicolon: ";",
  comma: ",",
  tab: "\t",
  bar: "|",
} as const satisfies Record<string, Separator>;
export type SeparatorName = keyof typeof separatorNames;

export const separatorName = (of: Separator): SeparatorName =>
  namesOfSeparators.find((name) => separatorNames[name] === of) ?? "semicolon";

/** Object.keys gives strings; the table is a literal with exactly these keys. */
export const namesOfSeparators = Object.keys(separatorNames) as SeparatorName[];

/** How the address wants the file read; what it does not say, or says wrongly, stays as it was guessed. */
export function wishedReading(of: Import, params: SearchParams): ImportReading {
  const separator = namesOfSeparators.find((name) => name === oneParam(params, "separator"));
  const wished = {
    encoding: oneParam(params, "encoding"),
    separator: separator && separatorNames[separator],
    sheet: of.reading.sheets.find((name) => name === oneParam(params, "sheet")),
    headLine: oneParam(params, "headLine"),
    decimals: oneParam(params, "decimals"),
    dates: oneParam(params, "dates"),
  };
  try {
    return readingFrom(of, wished);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return of.reading;
    throw error;
  }
}
