import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { mandateMoves } from "@/lib/mandates/states";
import { paymentMoves } from "@/lib/payments/states";
import { actionText, nounText, subjectHref } from "./audit-words";

const t = createTranslator({ locale: "en", messages: messagesFor("en"), namespace: "audit" });

describe("actionText", () => {
  const written = [
    ...Object.keys(mandateMoves).map((move) => `mandate.${move}`),
    ...Object.keys(paymentMoves).map((move) => `payment.${move}`),
    ...["intended", "confirmed", "refused", "unknown", "withdrawn"].map((state) => `submission.${state}`),
  ];
  it.each(written)("has words for %s", (action) => {
    expect(actionText(action, t)).not.toBe(action);
  });
  it("shows an action it has no words for as it is written down", () => {
    expect(actionText("moon.landed", t)).toBe("moon.landed");
    expect(nounText("moon", t)).toBe("moon");
  });
});

describe("subjectHref", () => {
  it("leads to the record", () => {
    expect(subjectHref({ noun: "mandate", subjectId: "man_1" })).toBe("/mandates/man_1");
  });
  it("leads to the month of a deadline, or to the rule", () => {
    expect(subjectHref({ noun: "deadline", subjectId: "nets-bs:2026-11" })).toBe(
      "/deadlines?rule=nets-bs&month=2026-11",
    );
    expect(subjectHref({ noun: "deadline", subjectId: "nets-bs" })).toBe("/deadlines?rule=nets-bs");
  });
  it("leads nowhere for what has no place of its own", () => {
    expect(subjectHref({ noun: "api_key", subjectId: "key_1" })).toBeNull();
  });
});
