import { describe, expect, it } from "vitest";
import { type HealthFacts, healthOf, readTrouble } from "@/lib/connections/health";

const noon = new Date("2026-11-20T12:00:00Z");
const later = new Date("2026-11-20T12:05:00Z");
const facts = (more: Partial<HealthFacts>): HealthFacts => ({
  hasCredential: true,
  lastOkAt: null,
  lastProblem: null,
  lastProblemAt: null,
  ...more,
});

describe("healthOf", () => {
  it("says first that there is no credential, whatever happened before", () => {
    expect(healthOf(facts({ hasCredential: false, lastOkAt: noon }))).toEqual({ state: "no_credential" });
  });
  it("knows a connection that nobody has tried", () => {
    expect(healthOf(facts({}))).toEqual({ state: "untried" });
  });
  it("lets the later of a good and a bad call tell", () => {
    const bad = { lastProblem: "unreachable: ECONNREFUSED", lastProblemAt: noon };
    expect(healthOf(facts({ ...bad, lastOkAt: later }))).toEqual({ state: "works" });
    expect(healthOf(facts({ ...bad, lastProblemAt: later, lastOkAt: noon }))).toEqual({
      state: "trouble",
      trouble: { kind: "unreachable", detail: "ECONNREFUSED" },
      at: later,
    });
  });
});

describe("readTrouble", () => {
  it("reads a refused send's credential trouble as a probe's", () => {
    expect(readTrouble("credential: HTTP 401")).toEqual({ kind: "credential_refused", detail: "HTTP 401" });
  });
  it("keeps a note it does not know whole", () => {
    expect(readTrouble("weather: rain")).toEqual({ kind: "unexpected", detail: "weather: rain" });
    expect(readTrouble("rain")).toEqual({ kind: "unexpected", detail: "rain" });
  });
});
