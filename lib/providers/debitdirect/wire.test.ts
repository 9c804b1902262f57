import { describe, expect, it } from "vitest";
import { theirPayment, theirProblem } from "./testing";
import {
  isNamed,
  readObject,
  readPage,
  readProblem,
  readSchemeData,
  unwrapSingle,
  wirePayment,
} from "./wire";

describe("field names", () => {
  it("are read in the case of the guides too", () => {
    expect(readObject(wirePayment, { Handle: "P", Amount: 5, Mandate: { Handle: "md_1" } })).toMatchObject({
      handle: "P",
      amount: 5,
      mandate: { handle: "md_1" },
    });
  });
});

describe("a page", () => {
  it("ends where they say that nothing follows", () => {
    expect(readPage({ results: [1], nextOffset: null, hasMore: false })).toEqual({
      items: [1],
      next: null,
      endProven: true,
    });
    expect(readPage({ results: [1], nextOffset: "abc", hasMore: false })?.next).toBeNull();
  });

  it("leads on where they say so", () => {
    expect(readPage({ results: [1], nextOffset: "abc", hasMore: true })?.next).toBe("abc");
    expect(readPage({ results: [1], nextOffset: 50 })).toMatchObject({ next: "50", endProven: false });
  });

  it("may be empty or null, and a list without envelope proves no end", () => {
    expect(readPage({ results: null, hasMore: false })?.items).toEqual([]);
    expect(readPage([1, 2])).toEqual({ items: [1, 2], next: null, endProven: false });
  });

  it.each([[{}], [{ results: {} }], [{ results: [], hasMore: true }], ["text"], [null]])(
    "is not read from %j",
    (value) => {
      expect(readPage(value)).toBeNull();
    },
  );
});

describe("a single object", () => {
  it("is taken out of an envelope that holds one", () => {
    expect(unwrapSingle({ results: [theirPayment], nextOffset: null, hasMore: false })).toBe(theirPayment);
    expect(unwrapSingle(theirPayment)).toBe(theirPayment);
  });

  it("is not chosen out of several", () => {
    const two = { results: [theirPayment, theirPayment], hasMore: false };
    expect(readObject(wirePayment, unwrapSingle(two))).toBeNull();
  });

  it("answers to its id in any case and to its handle exactly", () => {
    const thing = { id: "6B1F3C52-0000-4000-8000-00000000F001", handle: "Abc" };
    expect(isNamed(thing, "6b1f3c52-0000-4000-8000-00000000f001")).toBe(true);
    expect(isNamed(thing, "Abc")).toBe(true);
    expect(isNamed(thing, "abc")).toBe(false);
  });
});

describe("an error body", () => {
  it("has a title or a trace id", () => {
    expect(readProblem(theirProblem)).toMatchObject(theirProblem);
    expect(readProblem({ traceId: "t" })).not.toBeNull();
  });

  it.each([[theirPayment], [{ ...theirPayment, title: "x" }], [{}], [[]], [null], ["text"]])(
    "is not %j",
    (value) => {
      expect(readProblem(value)).toBeNull();
    },
  );
});

describe("scheme data", () => {
  it.each([
    [{ CvrNumber: "10203040", nested: {} }],
    [[{ cvrNumber: 10203040 }]],
    [[{ key: "CvrNumber", value: "10203040" }]],
  ])("is read from %j", (value) => {
    expect([...readSchemeData(value)]).toEqual([["cvrnumber", "10203040"]]);
  });

  it.each([[null], ["text"], [[]], [[1, null]]])("is empty for %j", (value) => {
    expect(readSchemeData(value).size).toBe(0);
  });
});
