import { describe, expect, it } from "vitest";
import { hrefWith } from "@/components/data-table/address";
import { readWishes } from "./wishes";

describe("what the address of the payments asks for", () => {
  it("is everything, newest first, when it says nothing", () => {
    const { filter, page, find, stage } = readWishes({});
    expect(Object.values(filter).every((value) => value === undefined)).toBe(true);
    expect(page).toEqual({ sort: { key: "newest", direction: "down" }, after: undefined });
    expect([find, stage]).toEqual(["", undefined]);
  });

  it("reads every filter, the order and the position", () => {
    const wishes = readWishes({
      state: "settled",
      sending: "unknown",
      provider: "debitdirect",
      window: "2026-11",
      debtor: "deb_1",
      mandate: "man_1",
      test: "false",
      sort: "-amount",
      after: "abc",
    });
    expect(wishes.filter).toEqual({
      state: "settled",
      sending: "unknown",
      provider: "debitdirect",
      window: "2026-11",
      debtorId: "deb_1",
      mandateId: "man_1",
      test: false,
    });
    expect(wishes.page).toEqual({ sort: { key: "amount", direction: "down" }, after: "abc" });
  });

  it("leaves out what it does not know, repeated values and control characters", () => {
    const { filter, page, find } = readWishes({
      state: "paid",
      sending: "none",
      window: "2026-13",
      test: "yes",
      provider: "a\u0000b",
      mandate: ["man_1", "man_2"],
      sort: "-colour",
      q: " 104 115 ",
    });
    expect(Object.values(filter).every((value) => value === undefined)).toBe(true);
    expect(page.sort).toEqual({ key: "newest", direction: "down" });
    expect(find).toBe("104 115");
  });

  it("keeps only what the list knows in its links", () => {
    const { address } = readWishes({ state: "ready", utm: "x", window: "2026-11" });
    expect(hrefWith(address, { window: null })).toBe("/payments?state=ready");
  });
});
