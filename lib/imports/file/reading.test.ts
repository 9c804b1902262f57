import { Readable } from "node:stream";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { dayCell, formulaCell, numberCell, type SheetCell, workbook } from "@/lib/testing/workbook";
import type { Encoding, FileRow } from "../shapes";
import { decoded, EncodingWatch } from "./encoding";
import { guessDates, guessDecimals, guessHeadLine, guessSeparator } from "./guess-reading";
import { neutralCell, plainCell } from "./plain-cell";
import { sheetRows } from "./sheet-rows";
import { kindOfFile } from "./sniff";
import { textRows } from "./text-rows";
import { openWorkbook } from "./workbook";

async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all<T>(of: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of of) found.push(one);
  return found;
}

const utf16 = (text: string, big = false): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
};
const text = "kundenummer;navn\r\n007;Søren Æbelø Ågård\r\n";
const mac = Buffer.from(text, "latin1").map(
  (byte) => ({ 248: 0xbf, 198: 0xae, 197: 0x81, 229: 0x8c })[byte] ?? byte,
);

const written: [string, Encoding, Uint8Array][] = [
  ["UTF-8", "utf-8", Buffer.from(text)],
  ["UTF-8 with its mark", "utf-8", Buffer.from(`\ufeff${text}`)],
  ["UTF-16 with its mark", "utf-16le", utf16(`\ufeff${text}`)],
  ["UTF-16 the other way round", "utf-16be", utf16(`\ufeff${text}`, true)],
  ["UTF-16 without a mark", "utf-16le", utf16(text)],
  ["Windows-1252", "windows-1252", Buffer.from(text, "latin1")],
  ["Mac", "macintosh", mac],
];

describe("X2: a text file", () => {
  it.each(written)(
    "in %s is recognised and read whole, in pieces of any size",
    async (_, encoding, bytes) => {
      const watch = new EncodingWatch();
      for await (const piece of pieces(bytes)) watch.see(piece);
      expect(watch.guess()).toBe(encoding);
      const rows = await all(textRows(decoded(pieces(bytes), encoding), ";"));
      expect(rows.map((row) => row.cells)).toEqual([
        ["kundenummer", "navn"],
        ["007", "Søren Æbelø Ågård"],
      ]);
    },
  );

  it("is refused, not damaged, in an encoding that it is not in", async () => {
    const latin = Buffer.from(text, "latin1");
    await expect(all(decoded(pieces(latin), "utf-8"))).rejects.toMatchObject({ code: "file_encoding" });
  });

  it.each([
    [";", "a;b;c\n1;2,5;3\n4;5,5;6"],
    [",", 'a,b,c\n1,"2;5;6;7;8",3\n4,5,6'],
    ["\t", "a\tb\tc\n1\t2,5\t3"],
    ["|", "a|b|c\n1|2,5|3"],
    [";", "navn;beløb\nHansen, Ib;1,00\nOlsen;2,00"],
  ])("separated by %j is recognised", (separator, of) => {
    expect(guessSeparator(of)).toBe(separator);
  });

  it("X3: keeps quoted line breaks and separators in their cell, and says on which line each row begins", async () => {
    const rows = await all(textRows(Readable.from(['a;b\r\n1;"x;\n""y"""\r\n\r\n;;\r\n5" tv;z\r\n']), ";"));
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"], notes: {} },
      { line: 2, cells: ["1", 'x;\n"y"'], notes: {} },
      { line: 6, cells: ['5" tv', "z"], notes: {} },
    ]);
  });

  it("X3: a quotation mark that is never closed ends the reading with the line, and does not hang", async () => {
    async function* endless() {
      yield 'a;b\n1;2\n3;"4\n';
      for (let n = 0; n < 100_000; n += 1) yield "xxxxxxxxx;yyyyyyyyyy\n";
    }
    await expect(all(textRows(endless(), ";"))).rejects.toMatchObject({
      code: "file_quotes",
      params: { line: 3 },
    });
  });

  it("has its head, decimal sign and dates guessed from what stands in it", () => {
    const rows: FileRow[] = [
      { line: 1, cells: ["Udtræk 2026"], notes: {} },
      { line: 3, cells: ["Kundenr.", "Navn", "E-mail", "Beløb", "Dato"], notes: {} },
      { line: 4, cells: ["1", "A", "a@b.dk", "1.236,75", "24/12/2026"], notes: {} },
    ];
    expect(guessHeadLine(rows)).toBe(3);
    expect(guessDecimals(rows)).toBe(",");
    expect(guessDates(rows)).toBe("dmy");
    const american = [{ line: 1, cells: ["1,236.75", "12/24/2026"], notes: {} }];
    expect([guessDecimals(american), guessDates(american)]).toEqual([".", "mdy"]);
  });
});

async function sheet(rows: readonly (readonly SheetCell[])[], options?: Parameters<typeof workbook>[1]) {
  return read(workbook(rows, options));
}

async function read(bytes: Uint8Array): Promise<FileRow[]> {
  const book = await openWorkbook(
    (from, to) => Readable.from(pieces(bytes.subarray(from, to), 97), { objectMode: false }),
    bytes.length,
  );
  return all(sheetRows(book, { sheet: "", headLine: 1, decimals: "," }));
}

describe("a workbook", () => {
  it("gives its texts as they are, numbers without a change, and days by their style", async () => {
    const rows = await sheet([
      ["Konto", "Beløb", "Dato", "Serie"],
      ["0040 0001234567", numberCell("1236.75"), dayCell("46357"), numberCell("46357")],
      [numberCell("440116243"), numberCell("12.300000000000001"), dayCell("46357.5"), ""],
    ]);
    expect(rows.map((row) => row.cells)).toEqual([
      ["Konto", "Beløb", "Dato", "Serie"],
      ["0040 0001234567", "1236,75", "2026-12-01", "46357"],
      ["440116243", "12,3", "2026-12-01 12:00", ""],
    ]);
  });

  it("counts days from 1904 where it says so", async () => {
    const [row] = await sheet([[dayCell("44895")]], { from1904: true });
    expect(row?.cells).toEqual(["2026-12-01"]);
  });

  it("never works a formula out: its last value stands with a note, and none is none", async () => {
    const [row] = await sheet([[formulaCell("1+1", "2"), formulaCell("HYPERLINK(1)"), "=1+1"]]);
    expect(row).toMatchObject({ cells: ["2", "", "=1+1"], notes: { 0: "formula", 1: "formula_empty" } });
  });

  it("X7: says of a long number that its end is lost, and repairs nothing", async () => {
    const [row] = await sheet([[numberCell("1.23456789012346E+17"), numberCell("123456789012345")]]);
    expect(row).toMatchObject({
      cells: ["123456789012346000", "123456789012345"],
      notes: { 0: "precision" },
    });
    expect(row?.notes[1]).toBeUndefined();
  });

  it("is refused with merged cells among its rows, and read with a merged title above them", async () => {
    const rows = [
      ["Titel", ""],
      ["a", "b"],
    ];
    await expect(sheet(rows, { merged: ["A2:B2"] })).rejects.toMatchObject({
      code: "file_merged",
      params: { cells: "A2:B2" },
    });
    expect(await sheet(rows, { merged: ["A1:B1"] })).toHaveLength(2);
  });

  it("is refused with macros", async () => {
    const more = { "xl/vbaProject.bin": new Uint8Array(8) };
    await expect(sheet([["a"]], { more })).rejects.toMatchObject({ code: "file_macros" });
  });

  it("X6: is refused before it is unpacked where it would fill the machine", async () => {
    const more = { "xl/media/image1.png": new Uint8Array(40_000_000) };
    await expect(sheet([["a"]], { more })).rejects.toMatchObject({ code: "file_bomb" });
  });

  it("is refused when the zip is none, or cut off", async () => {
    await expect(read(zipSync({ "a.txt": strToU8("a") }))).rejects.toMatchObject({
      code: "file_no_workbook",
    });
    const whole = workbook([["a"]]);
    await expect(read(whole.subarray(0, whole.length - 40))).rejects.toMatchObject({ code: "file_damaged" });
  });
});

describe("what is no such file", () => {
  const bytes = (...of: number[]) => Uint8Array.from([...of, ...new Array(20).fill(0)]);
  it.each([
    ["photo.jpg", bytes(0xff, 0xd8, 0xff, 0xe0), "file_picture"],
    ["photo.csv", bytes(0x89, 0x50, 0x4e, 0x47), "file_picture"],
    ["letter.pdf", strToU8("%PDF-1.7"), "file_document"],
    ["old.xls", bytes(0xd0, 0xcf, 0x11, 0xe0), "file_old_workbook"],
    ["empty.csv", new Uint8Array(), "file_empty"],
    ["rows.xlsx", strToU8("a;b\n1;2"), "file_extension"],
    ["rows.csv", bytes(0x50, 0x4b, 3, 4), "file_extension"],
    ["rows.json", strToU8("{}"), "file_extension"],
  ])("%s is refused as $2", (name, first, code) => {
    expect(() => kindOfFile(name, first)).toThrow(expect.objectContaining({ code }));
  });
  it.each([
    ["rows.CSV", "text", strToU8("a;b")],
    ["rows.tsv", "text", strToU8("a\tb")],
    ["rows.xlsx", "workbook", bytes(0x50, 0x4b, 3, 4)],
  ])("%s is taken", (name, kind, first) => {
    expect(kindOfFile(name, first)).toBe(kind);
  });
});

describe("X8: a cell that looks like a formula", () => {
  it.each(["=1+1", "+45 12", "-1", "@a", "\tx", "plain", "'quoted", ""])(
    "%j goes out as text and comes back equal",
    (cell) => {
      expect(neutralCell(cell)).not.toMatch(/^[=+\-@\t\r]/);
      expect(plainCell(neutralCell(cell))).toBe(cell);
    },
  );
});
