import { MOST_SHARED_CHARACTERS } from "@/lib/imports/limits";
import { FileProblem } from "./problem";
import type { Workbook } from "./workbook";
import { readXml } from "./xml";

export interface Sheets {
  /** Names with their file inside the workbook, in the order of the tabs; hidden ones are left out. */
  sheets: { name: string; path: string }[];
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean;
}

/** Which sheets a workbook has. */
export async function sheetsOf(book: Workbook): Promise<Sheets> {
  const paths = new Map<string, string>();
  if (book.has("xl/_rels/workbook.xml.rels"))
    await readXml(await book.open("xl/_rels/workbook.xml.rels"), {
      open: (name, of) => {
        const target = of.Target ?? "";
        const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
        if (name === "Relationship" && of.Id) paths.set(of.Id, path);
      },
    });
  const sheets: Sheets["sheets"] = [];
  let from1904 = false;
  await readXml(await book.open("xl/workbook.xml"), {
    open: (name, of) => {
      if (name === "workbookPr") from1904 = of.date1904 === "1" || of.date1904 === "true";
      const path = paths.get(of["r:id"] ?? "");
      if (name === "sheet" && path && book.has(path) && !of.state) sheets.push({ name: of.name ?? "", path });
    },
  });
  if (sheets.length === 0) throw new FileProblem("file_no_rows");
  return { sheets, from1904 };
}

/** The texts that cells point to by number. */
export async function sharedTexts(book: Workbook): Promise<string[]> {
  const texts: string[] = [];
  if (!book.has("xl/sharedStrings.xml")) return texts;
  let text = "";
  let inside = false;
  let spoken = false;
  let characters = 0;
  await readXml(await book.open("xl/sharedStrings.xml"), {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") spoken = true;
      inside = name === "t" && !spoken;
    },
    text: (piece) => {
      if (inside) text += piece;
    },
    close: (name) => {
      if (name === "rPh") spoken = false;
      if (name === "t") inside = false;
      if (name !== "si") return;
      characters += text.length + 8;
      if (characters > MOST_SHARED_CHARACTERS) throw new FileProblem("file_shared_texts");
      texts.push(text);
    },
  });
  return texts;
}

/** Formats that Excel has for days and times without writing them down. */
const builtInDays = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** A format that writes a day: letters of days and years outside quoted text and colours. */
const writesDays = (code: string): boolean =>
  /[dyhs]|m{3,}/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));

/** For each style of a cell, whether its numbers are days. */
export async function dayStyles(book: Workbook): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (!book.has("xl/styles.xml")) return styles;
  const own = new Map<number, boolean>();
  let inCells = false;
  await readXml(await book.open("xl/styles.xml"), {
    open: (name, of) => {
      if (name === "numFmt") own.set(Number(of.numFmtId), writesDays(of.formatCode ?? ""));
      if (name === "cellXfs") inCells = true;
      const id = Number(of.numFmtId ?? 0);
      if (name === "xf" && inCells) styles.push(own.get(id) ?? builtInDays(id));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}
