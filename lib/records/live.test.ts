import { describe, expect, it } from "vitest";
import { mandateAsksEvery, paymentAsksEvery } from "./live";

describe("how often a record's page asks whether it has changed", () => {
  it("is more seldom while a debtor is invited than while a bank answers or something is sent", () => {
    const pending = mandateAsksEvery({ state: "pending", sending: "none" }) ?? 0;
    expect(pending).toBeGreaterThan(0);
    expect(mandateAsksEvery({ state: "active", sending: "unknown" })).toBe(pending);
    expect(mandateAsksEvery({ state: "invited", sending: "none" })).toBeGreaterThan(pending);
  });

  it.each(["draft", "active", "suspended", "ended", "failed"] as const)(
    "is never for a mandate that waits for nobody: %s",
    (state) => {
      expect(mandateAsksEvery({ state, sending: "none" })).toBeNull();
    },
  );

  it("is never for a payment that has ended, unless something of it is being sent", () => {
    for (const state of ["draft", "rejected", "chargeback", "cancelled"] as const)
      expect(paymentAsksEvery({ state, sending: "none" })).toBeNull();
    for (const state of ["ready", "pending", "scheduled", "settled"] as const)
      expect(paymentAsksEvery({ state, sending: "none" })).not.toBeNull();
    expect(paymentAsksEvery({ state: "settled", sending: "none" })).toBeGreaterThan(
      paymentAsksEvery({ state: "scheduled", sending: "none" }) ?? 0,
    );
    expect(paymentAsksEvery({ state: "draft", sending: "sending" })).not.toBeNull();
  });
});
