import { describe, expect, it } from "vitest";
import { chosenOf } from "./chosen-of";

const form = (...fields: [string, string][]): FormData => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

describe("what a list's form says was ticked", () => {
  it("is the page's boxes, and what script adds of other pages, each once", () => {
    expect(chosenOf(form(["id", "pay_1"], ["id", "pay_2"], ["more", "pay_3 pay_1"]))).toEqual({
      all: false,
      ids: ["pay_1", "pay_2", "pay_3"],
    });
  });

  it("is the whole view but what was unticked, whichever boxes stand on the page", () => {
    expect(chosenOf(form(["id", "pay_1"], ["all", "yes"], ["but", "pay_9"]))).toEqual({
      all: true,
      ids: ["pay_9"],
    });
    expect(chosenOf(form(["all", "yes"], ["but", ""]))).toEqual({ all: true, ids: [] });
  });

  it("is nothing without a tick, and for what is no id", () => {
    for (const empty of [form(), form(["id", "';drop"], ["more", "a\u0000b"])])
      expect(() => chosenOf(empty)).toThrow(expect.objectContaining({ code: "nothing_ticked" }));
  });

  it("is refused for more than may be ticked", () => {
    const many = Array.from({ length: 5_001 }, (_, n) => `pay_${n}`).join(" ");
    expect(() => chosenOf(form(["more", many]))).toThrow(expect.objectContaining({ code: "too_many_rows" }));
  });
});
