import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { effectText } from "./effects";

const t = createTranslator({ locale: "en", messages: messagesFor("en"), namespace: "connections" });

describe("effectText", () => {
  it("says moves once, whatever how many there were", () => {
    expect(effectText("moved:settle, moved:settle, moved:activate", t)).toBe("Moved on: settle, activate.");
  });
  it("has a sentence for each kind of note", () => {
    expect(effectText("moved:settle, mismatch", t)).toBe(
      "Moved on: settle. It does not fit ours; a task is open.",
    );
    expect(effectText("not ours", t)).toBe("Not about anything of ours.");
  });
  it("shows a note it has no sentence for as it is", () => {
    expect(effectText("unknown agreement", t)).toBe("unknown agreement");
  });
});
