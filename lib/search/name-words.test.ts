import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameTerms, tellingWords, wordsOf } from "./name-words";

const found = (name: string, typed: string) =>
  nameTerms(name).some((term) => term.startsWith(wordsOf(typed).join(" ")));

describe("the words of a name", () => {
  it.each([
    ["Anne-Mette Ærø-Ågård", ["anne", "mette", "aero", "aagaard"]],
    ["O'Neill", ["oneill"]],
    ["Boligforeningen Ringen A/S", ["boligforeningen", "ringen", "as"]],
    ["J.P.  Møller", ["jp", "moller"]],
    [" – ", []],
  ])("%j are %j", (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it("are told by those that not everybody has", () => {
    expect(tellingWords(["jan", "van", "der", "berg"])).toEqual(["jan", "berg"]);
    expect(tellingWords(["de", "van"])).toEqual(["de", "van"]);
  });
});

describe("the terms of a name", () => {
  it.each([
    ["Mette Hansen", ["hansen mette", "mette hansen"]],
    ["Madonna", ["madonna"]],
    ["Jan van der Berg", ["berg jan", "jan berg", "jan van der berg", "van der berg jan"]],
  ])("%j has %j", (name, terms) => {
    expect(nameTerms(name)).toEqual(terms);
  });

  it.each([
    ["Mette Marie Hansen", "mette"],
    ["Mette Marie Hansen", "hansen mar"],
    ["Mette Marie Hansen", "marie mette"],
    ["Mette Marie Hansen", "Mette Marie H"],
    ["Jan van der Berg", "van d"],
    ["Jan van der Berg", "berg"],
    ["Dansk Ejendomsadministration og Boligudlejning ApS", "boligudlejning dansk"],
  ])("%j is found by %j", (name, typed) => {
    expect(found(name, typed)).toBe(true);
  });

  it("find any two telling words in either order, and are few", () => {
    const word = fc.stringMatching(/^[b-df-hj-np-tw-z]{4,9}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), fc.nat(), fc.nat(), (words, a, b) => {
        const [one, other] = [words[a % words.length] ?? "", words[b % words.length] ?? ""];
        if (one !== other) expect(found(words.join(" "), `${one} ${other.slice(0, 2)}`)).toBe(true);
        expect(nameTerms(words.join(" ")).length).toBeLessThanOrEqual(13);
      }),
    );
  });
});
