import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { type MandateAround, mandateSentence } from "./sentence";
import { silentBankDays } from "./silence";

const now = new Date("2026-11-20T12:00:00Z");
const says = { en: "Not here.", da: "Ikke her.", nl: "Niet hier." };
const calm: MandateAround = {
  open: null,
  obstacle: null,
  collects: true,
  from: day("2026-12-01"),
  silentBankDays: null,
  now,
};
const later = new Date(now.getTime() + 60_000);
const open = { operation: "mandate.create", state: "intended", nextAt: now, attempts: [] } as const;

function heldAttempt() {
  return {
    id: "att_1",
    submissionId: "sub_1",
    n: 1,
    state: "held",
    fence: 1,
    key: "k",
    method: "POST",
    path: "/",
    bodySha256: "",
    messageId: null,
    detail: null,
    recordedAt: now,
    permittedAt: now,
    answeredAt: now,
  } as const;
}

describe("the sentence a mandate's record opens with", () => {
  it("is the unknown outcome before anything else", () => {
    const around = { ...calm, open: { ...open, state: "unknown" as const, attempts: [] } };
    expect(mandateSentence({ state: "draft" }, around)).toEqual({ code: "unknown" });
  });
  it("says sending for what is on its way or takes its turn now", () => {
    for (const state of ["intended", "in_flight"] as const)
      expect(
        mandateSentence({ state: "draft" }, { ...calm, open: { ...open, state, attempts: [] } }),
      ).toEqual({
        code: "sending",
      });
  });
  it("tells a send that is held from one on its way, and when it goes again", () => {
    const around = { ...calm, open: { ...open, nextAt: later, attempts: [heldAttempt()] } };
    expect(mandateSentence({ state: "draft" }, around)).toEqual({ code: "held", at: later });
  });
  it("says when only a person can let it go on", () => {
    const around = { ...calm, open: { ...open, nextAt: null, attempts: [] } };
    expect(mandateSentence({ state: "draft" }, around)).toEqual({ code: "waiting" });
  });
  it("keeps an active mandate's ending apart from its making", () => {
    const around = { ...calm, open: { ...open, operation: "mandate.end" as const, attempts: [] } };
    expect(mandateSentence({ state: "active" }, around)).toEqual({ code: "ending" });
  });
  it("names the first day of use only where it can be charged", () => {
    expect(mandateSentence({ state: "active" }, calm)).toEqual({ code: "active", from: "2026-12-01" });
    expect(mandateSentence({ state: "active" }, { ...calm, obstacle: says })).toEqual({
      code: "activeOff",
      says,
    });
    expect(mandateSentence({ state: "active" }, { ...calm, obstacle: says, collects: false })).toEqual({
      code: "activeElsewhere",
      says,
    });
  });
  it("counts the silence of a pending mandate, and of no other", () => {
    const silent = { ...calm, silentBankDays: 6 };
    expect(mandateSentence({ state: "pending" }, silent)).toEqual({ code: "stale", bankDays: 6 });
    expect(mandateSentence({ state: "pending" }, calm)).toEqual({ code: "pending" });
    expect(mandateSentence({ state: "ended" }, silent)).toEqual({ code: "ended" });
  });
});

describe("silence", () => {
  const rule = { calendar: "denmark", zone: "Europe/Copenhagen" } as const;
  const since = (text: string, debit: string | null = null) => ({
    since: new Date(`${text}T10:00:00Z`),
    debit: debit === null ? null : day(debit),
  });
  it("is counted in bank days of the scheme, and begins to count at five", () => {
    expect(silentBankDays(since("2026-11-13"), now, rule)).toBe(5);
    expect(silentBankDays(since("2026-11-14"), now, rule)).toBe(5);
    expect(silentBankDays(since("2026-11-16"), now, rule)).toBeNull();
  });
  it("begins on the day of the debit whose collection is the answer, when that comes later", () => {
    expect(silentBankDays(since("2026-10-01", "2026-12-15"), now, rule)).toBeNull();
    expect(silentBankDays(since("2026-10-01", "2026-11-16"), now, rule)).toBeNull();
    expect(silentBankDays(since("2026-10-01", "2026-11-13"), now, rule)).toBe(5);
    expect(silentBankDays(since("2026-11-13", "2026-11-01"), now, rule)).toBe(5);
  });
});
