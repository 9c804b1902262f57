import { describe, expect, it } from "vitest";
import { readWishes } from "./wishes";

describe("what the address of the debtors asks for", () => {
  it("is everybody, newest first, when it says nothing", () => {
    expect(readWishes({})).toMatchObject({
      filter: { search: undefined, kind: undefined },
      page: { sort: { key: "newest", direction: "down" }, after: undefined },
    });
  });
  it("reads what is searched, the kind, the order and the page", () => {
    expect(readWishes({ q: "bæk", kind: "company", sort: "name", after: "abc" })).toMatchObject({
      filter: { search: "bæk", kind: "company" },
      page: { sort: { key: "name", direction: "up" }, after: "abc" },
    });
  });
  it("leaves out a kind that is none", () => {
    expect(readWishes({ kind: "robot" }).filter.kind).toBeUndefined();
  });
});
