import { describe, expect, it } from "vitest";
import { RULES } from "@/lib/deadlines/rules";
import { day } from "@/lib/kernel/day";
import { providers } from "@/lib/providers/registry";
import { samplePayment } from "@/lib/testing/payment";
import type { Payment } from "./door";
import { openEnd } from "./open-end";
import { newsExpectedBy } from "./stale";
import { standingOf } from "./standing";

const bs = RULES["nets-bs"];
const sepa = RULES["sepa-core"];
const today = day("2026-11-20");
const standing = (patch: Partial<Payment>, around: { now?: string; held?: boolean } = {}) =>
  standingOf(samplePayment(patch), {
    rule: bs,
    newsBy: (payment) => newsExpectedBy(payment, bs),
    provider: providers.debitdirect,
    now: new Date(around.now ?? "2026-11-20T11:52:00Z"),
    today: day((around.now ?? "2026-11-20").slice(0, 10)),
    held: around.held ?? false,
  });

describe("until when a payment is not final", () => {
  it.each([
    [{ state: "pending" }, null],
    [{ state: "pending", slipped: true }, { code: "slipped" }],
    [{ state: "scheduled" }, { code: "reject_to", until: "2026-12-07" }],
    [{ state: "rejected" }, { code: "not_taken" }],
    [{ state: "chargeback" }, { code: "given_back" }],
    [{ state: "cancelled" }, { code: "stopped" }],
    [
      { state: "settled", reversibleUntil: "2026-11-20" },
      { code: "back_to", until: "2026-11-20" },
    ],
    [
      { state: "settled", reversibleUntil: "2026-11-19", claimUntil: "2027-12-02" },
      { code: "claim_to", until: "2027-12-02" },
    ],
    [{ state: "settled", claimUntil: "2026-11-19" }, null],
  ] as const)("%o is %o", (patch, expected) => {
    expect(openEnd(samplePayment(patch), bs, today)).toEqual(expected);
  });

  it("has no day of rejection where debits go on any bank day", () => {
    expect(openEnd(samplePayment({ state: "scheduled", window: "" }), sepa, today)).toBeNull();
  });
});

describe("when there should be news", () => {
  it("is two bank days after the window was processed, while nobody said that it was scheduled", () => {
    // Processed Monday 23 November.
    expect(newsExpectedBy(samplePayment(), bs)).toEqual(new Date("2026-11-25T22:59:59.999Z"));
  });

  it("is two bank days after the day of collection, over a weekend too", () => {
    const friday = samplePayment({ state: "scheduled", window: "", planned: "2026-11-20" });
    expect(newsExpectedBy(friday, sepa)).toEqual(new Date("2026-11-24T22:59:59.999Z"));
    expect(newsExpectedBy({ ...friday, state: "pending" }, sepa)).toEqual(
      new Date("2026-11-24T22:59:59.999Z"),
    );
  });

  it("is never for what is still here or over", () => {
    for (const state of ["draft", "ready", "settled", "rejected", "cancelled"] as const)
      expect(newsExpectedBy(samplePayment({ state }), bs)).toBeNull();
  });
});

describe("what stands beside the state", () => {
  it("is stale from the first millisecond after the news was due", () => {
    expect(standing({}, { now: "2026-11-25T22:59:59.999Z" }).modifier).toBeUndefined();
    expect(standing({}, { now: "2026-11-25T23:00:00.000Z" }).modifier).toBe("stale");
  });

  it("is what is being tried, unless that waits for a person", () => {
    expect(standing({ state: "ready", sending: "sending" })).toMatchObject({
      underway: "sending",
      modifier: undefined,
    });
    expect(standing({ state: "ready", sending: "sending" }, { held: true })).toMatchObject({
      underway: undefined,
      modifier: "held",
    });
    expect(standing({ sending: "unknown" }).underway).toBe("unknown");
  });

  it("is a word that nobody knows, before silence", () => {
    expect(standing({ unmapped: "OnHold" }, { now: "2027-01-01T00:00:00Z" }).modifier).toBe("unmapped");
  });

  it("is the class of a refusal whose code the provider's words know", () => {
    expect(standing({ state: "rejected", reasonCode: "precondition" }).modifier).toBe("soft");
    expect(standing({ state: "rejected", reasonCode: "Afvist" }).modifier).toBeUndefined();
  });
});
