import { describe, expect, it } from "vitest";
import { type Column, shownColumns } from "./column";

const cell = () => null;
const columns: Column<null>[] = [
  { key: "name", header: "Name", names: true, cell },
  { key: "email", header: "E-mail", hide: "medium", cell },
  { key: "phone", header: "Phone", extra: true, cell },
  { key: "currency", header: "Currency", follows: "amount", cell },
  { key: "amount", header: "Amount", cell },
];
const keys = (wanted: string[]) => shownColumns(columns, wanted).map((column) => column.key);

describe("the columns of a list", () => {
  it("are the usual ones when none is asked for", () => {
    expect(keys([])).toEqual(["name", "email", "currency", "amount"]);
  });
  it("always name the row, stand in the list's order, and keep a currency with its amount", () => {
    expect(keys(["amount", "phone"])).toEqual(["name", "phone", "currency", "amount"]);
  });
  it("that were asked for are there on every screen", () => {
    expect(shownColumns(columns, ["email"]).every((column) => column.hide === undefined)).toBe(true);
  });
  it("are only the name when nothing known is asked for", () => {
    expect(keys(["moon"])).toEqual(["name"]);
  });
});
