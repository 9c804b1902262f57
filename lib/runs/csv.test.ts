import { describe, expect, it } from "vitest";
import { readAmount } from "@/lib/kernel/money";
import { decodeFile, MOST_ROWS, readCsv } from "./csv";
import { readDay } from "./read-day";

const row = { customer: "100234", amount: "1.236,75", text: "Heat", reference: "INV-1", due: "2026-12-01" };

describe("a file of rows", () => {
  it.each([
    ["with semicolons", "customer number;amount;text;reference;due\n100234;1.236,75;Heat;INV-1;2026-12-01"],
    [
      "with a mark",
      "\ufeffcustomer number;amount;text;reference;due\r\n100234;1.236,75;Heat;INV-1;2026-12-01\r\n",
    ],
    ["with commas", 'customer,amount,text,reference,due\n100234,"1.236,75",Heat,INV-1,2026-12-01\n\n'],
    ["in Danish", "Kundenummer;Beløb;Tekst;Reference;Betalingsdato\n100234;1.236,75;Heat;INV-1;2026-12-01"],
    [
      "in Dutch",
      "klantnummer;bedrag;omschrijving;kenmerk;incassodatum\n100234;1.236,75;Heat;INV-1;2026-12-01",
    ],
    [
      "in another order",
      "due;x;reference;text;amount;customer number\n2026-12-01;?;INV-1;Heat;1.236,75;100234",
    ],
  ])("%s", (_what, text) => {
    expect(readCsv(text)).toEqual([row]);
  });

  it("keeps quoted separators, line breaks and quotes, and leaves the due day out where there is none", () => {
    const text = 'customer;amount;text;reference\n1;2;"a;b ""c""\nd";R-1\n;;;\n2;3;x;R-2';
    expect(readCsv(text)).toEqual([
      { customer: "1", amount: "2", text: 'a;b "c"\nd', reference: "R-1", due: "" },
      { customer: "2", amount: "3", text: "x", reference: "R-2", due: "" },
    ]);
  });

  it.each([
    ["csv_empty", "customer;amount;text;reference"],
    ["csv_empty", ""],
    ["csv_columns", "customer;amount;text\n1;2;3"],
    ["csv_quotes", 'customer;amount;text;reference\n1;2;"never closed;R-1'],
    ["csv_quotes", 'customer;amount;text;reference\n1;2;"closed" late;R-1'],
    ["csv_quotes", `customer;amount;text;reference\n1;2;${"x".repeat(2_000)};R-1`],
    ["csv_encoding", "customer;amount;text;reference\n1;2;\u0000;R-1"],
    ["csv_too_many", `customer;amount;text;reference${"\n1;2;x;R".repeat(MOST_ROWS + 1)}`],
  ])("is refused as a whole: %s", (code, text) => {
    expect(() => readCsv(text)).toThrowError(expect.objectContaining({ fields: { csv: code } }));
  });

  it("is refused in another encoding than UTF-8", () => {
    expect(decodeFile(Buffer.from("Beløb"))).toBe("Beløb");
    for (const encoding of ["latin1", "utf16le"] as const)
      expect(() => decodeFile(Buffer.from("Kørsel bølge\u00ff", encoding))).toThrowError(
        expect.objectContaining({ fields: { csv: "csv_encoding" } }),
      );
  });
});

describe("an amount is read by the mark that was chosen, or not at all", () => {
  it.each([
    ["1.236,75", ",", 123_675],
    ["1236,75", ",", 123_675],
    ["1.236", ",", 123_600],
    ["1236.75", ",", 0],
    ["12.50", ",", 0],
    ["1,236.75", ".", 123_675],
    ["1,236", ".", 123_600],
    ["1236,75", ".", 0],
    ["12,50", ".", 0],
    ["1e3", ".", 0],
    ["-5", ".", 0],
    ["-0", ",", 0],
    ["0,00", ",", 0],
    ["", ",", 0],
    ["1.23.456,00", ",", 0],
    ["21474836,47", ",", 2_147_483_647],
    ["21474836,48", ",", 0],
  ] as const)("%s with %s is %i", (text, mark, minor) => {
    expect(readAmount(text, mark)).toBe(minor);
  });
});

describe("a day", () => {
  it.each([
    ["2026-12-01", "2026-12-01"],
    ["1-12-2026", "2026-12-01"],
    ["01.12.2026", "2026-12-01"],
    ["01/12/2026", null],
    ["2026-02-30", null],
    ["1-12.2026", null],
    ["31-11-2026", null],
  ])("%s is %s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});
