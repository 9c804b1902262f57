import { describe, expect, it } from "vitest";
import { readWishes as readEvents } from "./events/wishes";
import { readWishes as readSubmissions } from "./submissions/wishes";

describe("the address of what goes on", () => {
  it("asks for a state, a connection and a record", () => {
    const params = { state: "unknown", connection: "con_1", object: "pay_1", after: "x" };
    expect(readSubmissions(params)).toMatchObject({
      filter: { state: "unknown", connectionId: "con_1", subjectId: "pay_1" },
      page: { sort: { key: "newest", direction: "down" }, after: "x" },
    });
    expect(readEvents({ ...params, state: "parked" }).filter).toEqual({
      state: "parked",
      connectionId: "con_1",
      subjectId: "pay_1",
    });
  });

  it("leaves out what makes no sense there, and never fails", () => {
    const odd = { state: "__proto__", connection: ["a", "b"], object: "", sort: "size", after: "\u0000" };
    for (const { filter, page } of [readSubmissions(odd), readEvents(odd)]) {
      expect(Object.values(filter)).toEqual([undefined, undefined, undefined]);
      expect(page).toEqual({ sort: { key: "newest", direction: "down" }, after: undefined });
    }
  });
});
