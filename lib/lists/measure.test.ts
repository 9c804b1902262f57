import { describe, expect, it } from "vitest";
import { chosenRows } from "./chosen";
import { measure } from "./measure";

const row = (n: number, currency: "DKK" | "EUR" = "DKK", test = false) => ({
  id: `pay_${n}`,
  amountMinor: n,
  currency,
  test,
});
const view = {
  byIds: async (ids: readonly string[]) => ids.map((id) => row(Number(id.slice(4)))),
  read: async (after: string | undefined) =>
    after === undefined
      ? { rows: [row(1), row(2, "EUR"), row(3, "DKK", true)], next: "more" }
      : { rows: [row(4), row(5)], next: null },
};
const all = (...but: string[]) => chosenRows({ all: true, ids: but }, view);
const patient = { rows: 100, ms: 60_000 };

describe("counting a view", () => {
  it("goes through all of its pages, by currency, and test never with live", async () => {
    expect(await measure(all(), patient)).toEqual({
      count: 5,
      more: false,
      sums: [
        { currency: "DKK", test: false, amountMinor: 10 },
        { currency: "EUR", test: false, amountMinor: 2 },
        { currency: "DKK", test: true, amountMinor: 3 },
      ],
    });
  });

  it("leaves out what was unticked", async () => {
    expect(await measure(all("pay_2", "pay_5"), patient)).toMatchObject({ count: 3 });
  });

  it("stops at so many rows, and after so long, and says that there are more", async () => {
    expect(await measure(all(), { ...patient, rows: 4 })).toEqual({ count: 3, more: true, sums: [] });
    expect(await measure(all(), { ...patient, ms: -1 })).toEqual({ count: 0, more: true, sums: [] });
  });

  it("counts what has no amounts", async () => {
    async function* debtors() {
      yield [{ id: "deb_1" }, { id: "deb_2" }];
    }
    expect(await measure(debtors(), patient)).toEqual({ count: 2, more: false, sums: [] });
  });
});

describe("ticked rows", () => {
  it("are read some at a time, in the order they were ticked", async () => {
    const ids = Array.from({ length: 250 }, (_, n) => `pay_${250 - n}`);
    const parts: string[][] = [];
    for await (const rows of chosenRows({ all: false, ids }, view)) parts.push(rows.map(({ id }) => id));
    expect(parts.map((part) => part.length)).toEqual([100, 100, 50]);
    expect(parts.flat()).toEqual(ids);
  });
});
