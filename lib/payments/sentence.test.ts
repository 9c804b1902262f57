import { describe, expect, it } from "vitest";
import { RULES } from "@/lib/deadlines/rules";
import { day } from "@/lib/kernel/day";
import { samplePayment } from "@/lib/testing/payment";
import type { Payment } from "./door";
import { eventsAhead, tellPayment } from "./sentence";

const now = new Date("2026-11-20T11:52:00Z");
const bs = RULES["nets-bs"];
const sepa = RULES["sepa-core"];
type Open = Parameters<typeof tellPayment>[1]["open"];

const issuing = (patch: Partial<NonNullable<Open>> = {}): Open => ({
  operation: "payment.create",
  state: "intended",
  nextAt: now,
  detail: null,
  ...patch,
});
const tell = (patch: Partial<Payment>, open: Open = null, rule: typeof bs | typeof sepa = bs) =>
  tellPayment(samplePayment(patch), { open, submissions: [], rule, now });
const later = new Date("2026-11-20T12:00:00Z");

describe("a payment that is ready", () => {
  it("is being sent while its intent is due or in flight", () => {
    expect(tell({ state: "ready" }, issuing())).toEqual({ code: "sending" });
    expect(tell({ state: "ready" }, issuing({ state: "in_flight", nextAt: null }))).toEqual({
      code: "sending",
    });
  });

  it("is planned while its intent waits for its time and nothing is wrong", () => {
    expect(tell({ state: "ready" }, issuing({ nextAt: later }))).toEqual({ code: "planned" });
  });

  it.each(["credential", "rate", "unreachable", "clock"] as const)(
    "is held for %s until its next turn",
    (cause) => {
      const open = issuing({ nextAt: later, detail: `${cause}: what was said` });
      expect(tell({ state: "ready" }, open)).toEqual({ code: "held", cause, nextAt: later });
    },
  );

  it("is on its way again once that turn has come", () => {
    const open = issuing({ nextAt: now, detail: "rate: slow down" });
    expect(tell({ state: "ready" }, open)).toEqual({ code: "sending" });
  });

  it.each(["cutoff_passed", "mandate_not_active", "run_stopped"] as const)(
    "waits for a person: %s",
    (cause) => {
      const open = issuing({ nextAt: null, detail: cause });
      expect(tell({ state: "ready" }, open)).toEqual({ code: "held", cause, nextAt: null });
    },
  );

  it("is parked when nobody takes it up any more and nothing says why", () => {
    const open = issuing({ nextAt: null, detail: null });
    expect(tell({ state: "ready" }, open)).toEqual({ code: "held", cause: "parked", nextAt: null });
  });

  it.each([
    ["did_happen", "said_there"],
    ["did_not_happen", "unsent"],
  ] as const)("follows a person's verdict %s", (resolution, code) => {
    const submissions = [{ operation: "payment.create" as const, resolution }];
    const around = { open: null, submissions, rule: bs, now };
    expect(tellPayment(samplePayment({ state: "ready" }), around)).toEqual({ code });
  });

  it("says that nothing is being sent when its request was closed", () => {
    expect(tell({ state: "ready" })).toEqual({ code: "unsent" });
  });
});

describe("a payment that the provider has", () => {
  it("says whether its cut-off is still ahead, and that one made on the deadline day is at risk", () => {
    expect(tell({})).toEqual({ code: "pending", cutoffAhead: true });
    expect(tell({ cutoffAt: new Date("2026-11-20T11:00:00Z") })).toEqual({
      code: "pending",
      cutoffAhead: false,
    });
    expect(tell({ atRisk: true })).toEqual({ code: "at_risk", cutoffAhead: true });
  });

  it.each(["pending", "scheduled"] as const)(
    "is awaited from the day after its day on, and not before: %s",
    (state) => {
      const on = (planned: string) => tell({ state, planned, scheme: "sepa-core" }, null, sepa);
      expect(on("2026-11-20").code).toBe(state);
      expect(on("2026-11-19")).toEqual({ code: "awaited", state, day: "2026-11-19" });
    },
  );

  it("may be rejected until the 7th where the debtor has an overview, and has no such day elsewhere", () => {
    expect(tell({ state: "scheduled" })).toEqual({ code: "scheduled", rejectUntil: "2026-12-07" });
    expect(tell({ state: "scheduled", scheme: "sepa-core" }, null, sepa)).toEqual({
      code: "scheduled",
      rejectUntil: null,
    });
  });
});

describe("a payment that was collected", () => {
  const settled = { state: "settled", settledOn: "2026-11-02", claimUntil: "2027-12-02" } as const;
  it("can come back without a reason up to and including the last day, then by a claim, then not at all", () => {
    expect(tell({ ...settled, reversibleUntil: "2026-11-20" })).toEqual({
      code: "reversible",
      until: "2026-11-20",
      claimUntil: "2027-12-02",
    });
    expect(tell({ ...settled, reversibleUntil: "2026-11-19" })).toEqual({
      code: "claimable",
      until: "2027-12-02",
    });
    expect(tell({ ...settled, reversibleUntil: null, claimUntil: "2026-11-19" })).toEqual({
      code: "final",
    });
  });
});

describe("what the calendar still brings", () => {
  const processing = day("2026-11-23");
  it("is everything from the cut-off to the last claim, soonest first", () => {
    expect(eventsAhead(samplePayment(), bs, now, processing)).toEqual([
      { code: "cutoff", at: new Date("2026-11-22T22:59:59.999Z") },
      { code: "processing", on: "2026-11-23" },
      { code: "collected", on: "2026-12-01" },
      { code: "reject_end", on: "2026-12-07" },
      { code: "claim_end", on: "2028-01-01" },
    ]);
  });

  it("is only what a scheduled or collected payment still has before it", () => {
    const scheduled = eventsAhead(samplePayment({ state: "scheduled" }), bs, now, processing);
    expect(scheduled.map((event) => event.code)).toEqual(["collected", "reject_end", "claim_end"]);
    const settled = samplePayment({
      state: "settled",
      reversibleUntil: "2026-11-09",
      claimUntil: "2027-12-02",
    });
    expect(eventsAhead(settled, bs, now, null)).toEqual([{ code: "claim_end", on: "2027-12-02" }]);
  });

  it("is nothing for what ended, and for what is still here although its day has passed", () => {
    expect(eventsAhead(samplePayment({ state: "cancelled" }), bs, now, processing)).toEqual([]);
    const late = samplePayment({ state: "ready", sending: "sending", planned: "2026-11-02" });
    expect(eventsAhead(late, bs, now, null)).toEqual([]);
  });

  it("is nothing for what is here and waits for a person: its cut-off passed, or nothing is being sent", () => {
    const ahead = (patch: Partial<Payment>) =>
      eventsAhead(samplePayment({ state: "ready", sending: "sending", ...patch }), bs, now, null);
    expect(ahead({})).not.toEqual([]);
    expect(ahead({ cutoffAt: new Date("2026-11-20T11:51:00Z") })).toEqual([]);
    expect(ahead({ sending: "none" })).toEqual([]);
  });
});
