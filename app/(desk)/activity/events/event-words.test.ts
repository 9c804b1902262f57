import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { effectText, hintText, pieceText } from "./event-words";

const messages = messagesFor("en");
const words = createTranslator({ locale: "en", messages, namespace: "activity" });
const states = createTranslator({ locale: "en", messages, namespace: "states" });
const piece = { about: "payment", subjectId: "pay_1", word: "Settled", rule: "r" } as const;

describe("what an event did", () => {
  it("is the state before and after, or that it is new", () => {
    const moved = { ...piece, effect: "moved:settle", from: "scheduled", to: "settled" } as const;
    expect(pieceText(moved, words, states)).toBe("Scheduled to Settled.");
    const adopted = {
      ...piece,
      about: "mandate",
      effect: "moved:activate",
      from: null,
      to: "active",
    } as const;
    expect(pieceText(adopted, words, states)).toBe("New here, as Active.");
  });

  it("is why nothing came of it, also for a note that this version does not know", () => {
    const note = (effect: string | null) => effectText({ effect, outcome: null }, words, states);
    expect(note("not there")).toBe("The provider does not have it.");
    expect(note("something else")).toBe("something else");
    expect(note(null)).toBe("");
  });

  it("says each thing once", () => {
    const same = { ...piece, effect: "same", from: "settled", to: "settled" } as const;
    expect(effectText({ effect: "same", outcome: [same, same] }, words, states)).toBe("Already known.");
  });
});

describe("a hint", () => {
  it("names what is to be read", () => {
    expect(hintText({ about: "payment", ref: { providerId: "P1", reference: "R" } }, words)).toBe(
      "the payment P1, R",
    );
    expect(hintText({ about: "mandates" }, words)).toBe("the list of mandates");
  });
});
