import { describe, expect, it } from "vitest";
import { hrefWith, readSort, sortHref } from "@/components/data-table/address";

const address = {
  path: "/payments",
  params: { state: ["ready", "pending"], q: "Bæk & Søn", sort: "due", after: "pay_17", view: undefined },
};

describe("hrefWith", () => {
  it("keeps every other parameter and begins at the first row again", () => {
    expect(hrefWith(address, { sort: "-amount" })).toBe(
      "/payments?state=ready&state=pending&q=B%C3%A6k+%26+S%C3%B8n&sort=-amount",
    );
  });
  it("takes a parameter away, or one of its values", () => {
    expect(hrefWith(address, { state: ["pending"], q: null, sort: null })).toBe("/payments?state=pending");
  });
  it("goes on to a cursor when asked to", () => {
    expect(hrefWith({ path: "/debtors", params: {} }, { after: "deb_9" })).toBe("/debtors?after=deb_9");
  });
  it("is the bare path when nothing is left", () => {
    expect(hrefWith({ path: "/debtors", params: { after: "deb_9" } }, {})).toBe("/debtors");
  });
});

describe("sorting", () => {
  it("reads a key with its direction", () => {
    expect(readSort("due")).toEqual({ key: "due", direction: "up" });
    expect(readSort("-due")).toEqual({ key: "due", direction: "down" });
    expect([readSort(undefined), readSort(""), readSort("-"), readSort(["a", "b"])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  it("begins with the smallest, and turns on a second press", () => {
    const plain = { path: "/payments", params: {} };
    expect(sortHref(plain, "due", null)).toBe("/payments?sort=due");
    expect(sortHref(plain, "due", { key: "due", direction: "up" })).toBe("/payments?sort=-due");
    expect(sortHref(plain, "due", { key: "due", direction: "down" })).toBe("/payments?sort=due");
    expect(sortHref(plain, "due", { key: "amount", direction: "up" })).toBe("/payments?sort=due");
  });
});
