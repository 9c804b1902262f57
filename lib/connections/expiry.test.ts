import { describe, expect, it } from "vitest";
import { expiryOf } from "@/lib/connections/expiry";
import { nextCutoff } from "@/lib/deadlines/cutoff";
import { RULES } from "@/lib/deadlines/rules";

const now = new Date("2026-11-20T12:00:00Z");
const cutoffAfter = (at: Date) => nextCutoff(RULES["nets-bs"], at);
const read = (expiresAt: string | null) => expiryOf(expiresAt ? new Date(expiresAt) : null, now, cutoffAfter);

describe("expiryOf", () => {
  it("has nothing to say of a credential without an end", () => {
    expect(read(null)).toBeNull();
  });
  it("is calm up to 60 days before the end, and warns from there", () => {
    expect(read("2027-01-19T12:00:00.001Z")).toMatchObject({ state: "fine", daysLeft: 60, breaks: null });
    expect(read("2027-01-19T12:00:00.000Z")).toMatchObject({ state: "soon", daysLeft: 60 });
  });
  it("names the first cut-off that the credential does not live to see", () => {
    const expiry = read("2026-12-17T13:02:00Z");
    expect(expiry?.breaks?.cutoffAt.toISOString()).toBe("2026-12-20T22:59:59.999Z");
  });
  it("names the next cut-off from now once it has expired", () => {
    const expiry = read("2026-10-01T00:00:00Z");
    expect(expiry).toMatchObject({ state: "expired", daysLeft: 0 });
    expect(expiry?.breaks?.cutoffAt.toISOString()).toBe("2026-11-22T22:59:59.999Z");
  });
  it("breaks nothing where no scheme depends on it", () => {
    expect(expiryOf(new Date("2026-12-01T00:00:00Z"), now, () => null)).toMatchObject({ breaks: null });
  });
});
