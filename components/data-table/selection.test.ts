import { describe, expect, it } from "vitest";
import {
  isSelected,
  nothingSelected,
  readSelection,
  selectionKey,
  selectionText,
  sumsOf,
  weightOf,
  withTicks,
} from "./selection";

const tick = (id: string, ticked = true, weight = "100 DKK") => ({ id, ticked, weight });

describe("a selection", () => {
  it("keeps what was ticked on another page", () => {
    const first = withTicks(nothingSelected, [tick("a"), tick("b", false)]);
    const both = withTicks(first, [tick("c"), tick("d", false)]);
    expect([...both.rows.keys()]).toEqual(["a", "c"]);
    expect(["a", "b", "c", "d"].map((id) => isSelected(both, id))).toEqual([true, false, true, false]);
  });

  it("forgets what was unticked", () => {
    const both = withTicks(nothingSelected, [tick("a"), tick("b")]);
    expect([...withTicks(both, [tick("a", false)]).rows.keys()]).toEqual(["b"]);
  });

  it("of all that match is all but what was unticked", () => {
    const all = withTicks({ all: true, rows: new Map() }, [tick("a"), tick("b", false)]);
    expect(["a", "b", "never seen"].map((id) => isSelected(all, id))).toEqual([true, false, true]);
    expect([...withTicks(all, [tick("b")]).rows]).toEqual([]);
  });

  it("adds up by currency, and test never with live", () => {
    const some = withTicks(nothingSelected, [
      tick("a", true, weightOf({ amountMinor: 100, currency: "EUR", test: false })),
      tick("b", true, weightOf({ amountMinor: 5, currency: "DKK", test: true })),
      tick("c", true, weightOf({ amountMinor: 20, currency: "DKK", test: false })),
      tick("d", true, weightOf({ amountMinor: 30, currency: "DKK", test: false })),
      tick("e", true, ""),
    ]);
    expect(sumsOf(some)).toEqual([
      { amountMinor: 50, currency: "DKK", test: false },
      { amountMinor: 100, currency: "EUR", test: false },
      { amountMinor: 5, currency: "DKK", test: true },
    ]);
    expect(sumsOf({ ...some, all: true })).toEqual([]);
  });

  it("comes back as it was, and anything else is nothing", () => {
    const some = withTicks({ all: true, rows: new Map() }, [tick("a", false)]);
    expect(readSelection(selectionText(some))).toEqual(some);
    for (const text of ["", "null", "[]", "1", '{"rows":null}', '{"rows":{"a":1}}'])
      expect(readSelection(text)).toEqual(nothingSelected);
  });

  it("belongs to a person, a list and its filters, in whatever order and columns it is shown", () => {
    const at = (params: Record<string, string | string[]>) =>
      selectionKey("usr_1", { path: "/payments", params });
    const filtered = at({ state: "ready" });
    expect(at({ state: "ready", sort: "amount", after: "x", column: ["state"] })).toBe(filtered);
    expect(at({ state: "pending" })).not.toBe(filtered);
    expect(selectionKey("usr_2", { path: "/payments", params: { state: "ready" } })).not.toBe(filtered);
  });
});
