import { describe, expect, it } from "vitest";
import { columnsParam, keptParams, oneParam, sortParam } from "./search-params";

describe("one value of an address", () => {
  it("is taken without the spaces around it", () => {
    expect(oneParam({ q: "  Søren " }, "q")).toBe("Søren");
  });
  it.each([
    ["missing", {}],
    ["given twice", { q: ["a", "b"] }],
    ["empty", { q: " " }],
    ["too long", { q: "x".repeat(201) }],
    ["holding what cannot be seen", { q: "a\u0000b" }],
  ])("is left out when it is %s", (_, params) => {
    expect(oneParam(params, "q")).toBeUndefined();
  });
});

describe("an order in an address", () => {
  const keys = ["newest", "name"] as const;
  it("is one that the list has, in either direction", () => {
    expect(sortParam({ sort: "name" }, keys, "newest")).toEqual({ key: "name", direction: "up" });
    expect(sortParam({ sort: "-name" }, keys, "newest")).toEqual({ key: "name", direction: "down" });
  });
  it("is the list's own when it asks for none, or for one that the list does not have", () => {
    expect(sortParam({}, keys, "newest")).toEqual({ key: "newest", direction: "down" });
    expect(sortParam({ sort: "password" }, keys, "newest")).toEqual({ key: "newest", direction: "down" });
  });
});

describe("the columns of a list", () => {
  it("are names that were asked for, once or several times", () => {
    expect(columnsParam({ column: "state" })).toEqual(["state"]);
    expect(columnsParam({ column: ["state", "<b>", "amount"] })).toEqual(["state", "amount"]);
    expect(columnsParam({})).toEqual([]);
    expect(keptParams({ column: ["state", "amount"] }, ["q"])).toEqual({ column: ["state", "amount"] });
  });
});

describe("what stays in a list's links", () => {
  it("is only what the list knows", () => {
    expect(keptParams({ q: "a", x: "b", kind: ["c", "d"] }, ["q", "kind"])).toEqual({
      q: "a",
      kind: undefined,
    });
  });
});
