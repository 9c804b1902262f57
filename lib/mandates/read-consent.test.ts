import { describe, expect, it } from "vitest";
import { readConsent, readLocalTime } from "./read-consent";

const zone = "Europe/Copenhagen";
const now = new Date("2026-11-20T12:00:00Z");
const right = { consent_channel: "phone", consent_given_at: "2026-11-20T12:45", consent_wording: "da-7" };
const read = (texts: Record<string, string>) =>
  readConsent({ ...right, ...texts }, zone, now, "Jonas Elkjær");

describe("a consent as it was typed", () => {
  it("is kept with its channel, its instant, its wording and who took it", () => {
    expect(read({})).toEqual({
      ok: true,
      consent: {
        channel: "phone",
        givenAt: "2026-11-20T11:45:00.000Z",
        wording: "da-7",
        takenBy: "Jonas Elkjær",
      },
    });
  });
  it.each([
    ["a channel that is not offered", { consent_channel: "pigeon" }, { consent_channel: "required" }],
    ["no time", { consent_given_at: " " }, { consent_given_at: "required" }],
    ["half a time", { consent_given_at: "2026-11-20T12:4" }, { consent_given_at: "instant" }],
    ["a day that is none", { consent_given_at: "2026-11-31T12:45" }, { consent_given_at: "instant" }],
    [
      "a time to come, by the scheme's clock",
      { consent_given_at: "2026-11-20T13:01" },
      { consent_given_at: "in_future" },
    ],
    ["no wording", { consent_wording: "" }, { consent_wording: "required" }],
    ["a wording without end", { consent_wording: "x".repeat(61) }, { consent_wording: "too_long" }],
  ])("is refused at its field for %s", (_, texts, problems) => {
    expect(read(texts)).toEqual({ ok: false, problems });
  });
  it("tells everything that is wrong at once", () => {
    const problems = {
      consent_channel: "required",
      consent_given_at: "required",
      consent_wording: "required",
    };
    expect(readConsent({}, zone, now, "x")).toEqual({ ok: false, problems });
  });
});

describe("a local time", () => {
  it("is read in the scheme's zone, in summer and in winter", () => {
    expect(readLocalTime("2026-07-01T12:00", zone)?.toISOString()).toBe("2026-07-01T10:00:00.000Z");
    expect(readLocalTime("2026-12-01 12:00", zone)?.toISOString()).toBe("2026-12-01T11:00:00.000Z");
  });
});
