import { describe, expect, it } from "vitest";
import { readWishes } from "./wishes";

describe("what the address of the mandates asks for", () => {
  it("is everything, newest first, when it says nothing", () => {
    const wishes = readWishes({});
    expect(wishes.page).toEqual({ sort: { key: "newest", direction: "down" }, after: undefined });
    expect(Object.values(wishes.filter).filter((value) => value !== undefined)).toEqual([]);
    expect(wishes.counted).toBe(true);
  });
  it("reads state, outcome, provider and order", () => {
    const wishes = readWishes({ state: "pending", sending: "unknown", provider: "a", sort: "-changed" });
    expect(wishes.filter).toMatchObject({ state: "pending", sending: "unknown", provider: "a" });
    expect(wishes.page.sort).toEqual({ key: "changed", direction: "down" });
    expect(wishes.counted).toBe(false);
  });
  it("tells a debtor from the wish for mandates without one", () => {
    expect(readWishes({ debtor: "deb_1" }).filter).toMatchObject({ debtorId: "deb_1" });
    expect(readWishes({ debtor: "none" }).filter).toMatchObject({ withoutDebtor: true, debtorId: undefined });
  });
  it("takes a customer number as it may be read aloud", () => {
    expect(readWishes({ q: " wl 2000 " }).filter.customerNumber).toBe("WL2000");
  });
  it("leaves out what makes no sense, also from its links", () => {
    const wishes = readWishes({
      state: "paid",
      sending: ["sending", "unknown"],
      sort: "-name",
      x: "1",
      q: "\u0000",
    });
    expect(wishes.filter).toMatchObject({ state: undefined, sending: undefined, customerNumber: undefined });
    expect(wishes.page.sort.key).toBe("newest");
    expect(wishes.address.params.x).toBeUndefined();
  });
});
