import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf, slipsBetween, slipsIn } from "./spelling";

describe("slips between what was typed and a word", () => {
  it.each([
    ["mette", "mette", 0],
    ["metet", "mette", 1],
    ["hanesn", "hansen", 1],
    ["jensn", "jensen", 1],
    ["jemsen", "jensen", 1],
    ["hhansen", "hansen", 1],
    ["kristofersen", "kristoffersen", 1],
    ["kristofesen", "kristoffersen", 2],
    ["hansen", "jensen", 2],
    ["abc", "xyz", Number.POSITIVE_INFINITY],
  ])("%s and %s: %d", (typed, word, slips) => {
    expect(slipsBetween(typed, word, 2)).toBe(slips);
  });

  it("are counted to where the typing has come", () => {
    expect(slipsBetween("kristo", "kristoffersen", 2)).toBe(Number.POSITIVE_INFINITY);
    expect(slipsBetween("kristo", "kristoffersen", 2, true)).toBe(0);
    expect(slipsBetween("kirsto", "kristoffersen", 2, true)).toBe(1);
  });

  it("are as many from either side", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, b, 2)).toBe(slipsBetween(b, a, 2));
      }),
    );
  });
});

describe("the pieces of a word", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."aehlmnrst"), minLength: 4, maxLength: 7 });

  it("are shared with every word that is one slip away", () => {
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom("drop", "add", "swap", "change"), (word, n, slip) => {
        const at = n % word.length;
        const [a, b] = [word.slice(0, at), word.slice(at + 1)];
        const slipped = {
          drop: a + b,
          add: `${a}x${word.slice(at)}`,
          change: `${a}x${b}`,
          swap: `${a}${b.slice(0, 1)}${word[at]}${b.slice(1)}`,
        }[slip];
        const pieces = new Set(piecesOf(word));
        // What is typed so short is taken for right: nothing but itself is looked for.
        if (slipsIn(slipped) > 0) expect(piecesOf(slipped).some((piece) => pieces.has(piece))).toBe(true);
      }),
    );
  });

  it("are bounded, and none of what is no word", () => {
    expect(piecesOf("ejendomsadministration").length).toBeLessThanOrEqual(29);
    expect(piecesOf("ab")).toEqual([]);
    expect(piecesOf("1002")).toEqual([]);
  });
});
