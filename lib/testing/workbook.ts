import { strToU8, zipSync } from "fflate";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A cell as a sheet's XML has it: text, or exactly what stands between its tags. */
export type SheetCell = string | { xml: string };

export const formulaCell = (formula: string, value?: string): SheetCell => ({
  xml: `<c r="@" t="str"><f>${escaped(formula)}</f>${value === undefined ? "" : `<v>${escaped(value)}</v>`}</c>`,
});
export const numberCell = (value: string): SheetCell => ({ xml: `<c r="@"><v>${value}</v></c>` });
/** A number that its style writes as a day. */
export const dayCell = (serial: string): SheetCell => ({ xml: `<c r="@" s="1"><v>${serial}</v></c>` });

const letter = (column: number): string => String.fromCharCode(65 + column);

function sheetXml(
  rows: readonly (readonly SheetCell[])[],
  merged: readonly string[],
  shared: string[],
): string {
  const cells = (row: readonly SheetCell[], line: number) =>
    row.map((cell, column) => {
      const at = `${letter(column)}${line}`;
      if (typeof cell !== "string") return cell.xml.replace("@", at);
      shared.push(cell);
      return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
    });
  const lines = rows.map((row, index) => `<row r="${index + 1}">${cells(row, index + 1).join("")}</row>`);
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join("")}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ""}</worksheet>`;
}

export interface BookOptions {
  merged?: readonly string[];
  /** More files to put inside. */
  more?: Record<string, Uint8Array>;
  from1904?: boolean;
}

/** A small workbook as Excel writes it, for tests. */
export function workbook(rows: readonly (readonly SheetCell[])[], options: BookOptions = {}): Uint8Array {
  const shared: string[] = [];
  const sheet = sheetXml(rows, options.merged ?? [], shared);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${options.from1904 ? ' date1904="1"' : ""}/><sheets><sheet name="Aftaler" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": sheet,
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(entries), ...options.more });
}
