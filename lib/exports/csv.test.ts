import { describe, expect, it } from "vitest";
import { csvLine, decimalOf } from "./csv";

describe("a line of a CSV file", () => {
  it.each([
    [["a", "b"], "a,b\r\n"],
    [["a,b", 'say "x"'], '"a,b","say ""x"""\r\n'],
    [["two\nlines", " edge"], '"two\nlines"," edge"\r\n'],
    [[null, ""], ",\r\n"],
  ])("writes %j", (cells, line) => {
    expect(csvLine(cells, ",")).toBe(line);
  });

  it.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])(
    "lets nothing be calculated: %j",
    (text) => {
      expect(csvLine([text], ";")).toContain(`'${text.replaceAll('"', '""')}`);
    },
  );

  it("leaves a telephone number as it is", () => {
    expect(csvLine(["+45 12 34 56 78"], ";")).toBe("+45 12 34 56 78\r\n");
  });
});

describe("an amount in a file", () => {
  it("is whole and has the decimal sign of the language", () => {
    expect([decimalOf(123_456_789, "en"), decimalOf(5, "da"), decimalOf(100, "nl")]).toEqual([
      "1234567.89",
      "0,05",
      "1,00",
    ]);
  });
});
