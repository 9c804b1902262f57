import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paymentStates } from "@/lib/payments/states";
import { type Debit, debitEvidence } from "@/lib/providers/paynl/map";
import { CODE, firstDebit, OUR_REFERENCE, theirDebit } from "@/lib/providers/paynl/testing";
import { readDebit } from "@/lib/providers/paynl/wire";

const settings = { settledDayFrom: "modified_at" } as const;

function parsed(value: unknown): Debit {
  const debit = readDebit(value);
  if (!debit) throw new Error("the debit of the test cannot be read");
  return debit;
}

describe("a debit's status", () => {
  it.each([
    [91, "pending", "paynl.debit.added"],
    [526, "scheduled", "paynl.debit.in_batch"],
    [94, "scheduled", "paynl.debit.processed"],
    [97, "scheduled", "paynl.debit.processed_97"],
    [100, "settled", "paynl.debit.cashed"],
    [103, "cancelled", "paynl.debit.deleted"],
    [106, "chargeback", "paynl.debit.reversal"],
    [127, "rejected", "paynl.debit.refused_by_bank"],
    [199, "pending", "paynl.debit.relist"],
    ["91", "pending", "paynl.debit.added"],
    [92, null, "paynl.debit.unknown"],
    ["constructor", null, "paynl.debit.unknown"],
    [null, null, "paynl.debit.unknown"],
    [{ code: 100 }, null, "paynl.debit.unknown"],
  ])("%j is %s by rule %s", (code, state, rule) => {
    expect(debitEvidence(parsed(theirDebit(code)), settings)).toMatchObject({ state, rule });
  });

  it("keeps PAY.'s word as it came", () => {
    expect(debitEvidence(parsed(theirDebit(526)), settings).word).toBe("526");
    expect(debitEvidence(parsed(theirDebit("FOO")), settings).word).toBe("FOO");
    expect(debitEvidence(parsed({ id: "IL-1" }), settings)).toMatchObject({ word: "", state: null });
  });

  it.each([91, 94, 97, 100, 103, 199, 526, 999])("%i is rejected once it is declined", (code) => {
    const decline = { code: 109, name: "Administrative reason", date: "2026-05-05T08:00:00+02:00" };
    expect(debitEvidence(parsed(theirDebit(code, { declined: true, decline })), settings)).toMatchObject({
      state: "rejected",
      rule: "paynl.debit.declined",
      reason: { code: "109", text: "Administrative reason" },
      at: new Date("2026-05-05T06:00:00.000Z"),
      settledOn: null,
    });
  });

  it("keeps a reversal a reversal when it is declined too", () => {
    expect(debitEvidence(parsed(theirDebit(106, { declined: true })), settings).state).toBe("chargeback");
  });

  it("does not take a decline flag that it cannot read for a no", () => {
    expect(debitEvidence(parsed(theirDebit(100, { declined: 1 })), settings).state).toBeNull();
    expect(debitEvidence(parsed(theirDebit(100, { declined: "true" })), settings).state).toBe("rejected");
    expect(debitEvidence(parsed(theirDebit(100, { declined: null })), settings).state).toBe("settled");
  });

  it("ignores the decline of a debit that is not declined, as PAY.'s example has it", () => {
    const decline = { code: 119, name: "Administrative reason", date: "2026-01-01T00:00:00+01:00" };
    const evidence = debitEvidence(parsed(theirDebit(100, { decline })), settings);
    expect(evidence).toMatchObject({ state: "settled", reason: null });
  });

  it("reads the reason in either of its two shapes, and falls back on the status", () => {
    const reason = (patch: Record<string, unknown>) =>
      debitEvidence(parsed(theirDebit(127, patch)), settings).reason;
    expect(reason({ decline: { code: "277", reason: "Selective" } })).toEqual({
      code: "277",
      text: "Selective",
    });
    expect(reason({ decline: null })).toEqual({ code: "127", text: "Added" });
    expect(reason({ status: null, declined: true })).toEqual({ code: "declined", text: null });
  });
});

describe("a debit's money and days", () => {
  it("carries amount and currency as they came", () => {
    expect(debitEvidence(parsed(theirDebit(91)), settings)).toMatchObject({
      amountMinor: 3275,
      currency: "EUR",
    });
    const amount = (value: unknown) => debitEvidence(parsed(theirDebit(91, { amount: value })), settings);
    expect(amount({ value: "3275", currency: "USD" })).toMatchObject({ amountMinor: 3275, currency: "USD" });
    expect(amount({ value: "32.75", currency: "EUR" })).toMatchObject({ amountMinor: null });
    expect(amount({ value: 32.75 })).toMatchObject({ amountMinor: null, currency: null });
    expect(amount(3275)).toMatchObject({ amountMinor: null, currency: null });
  });

  it("reads the planned day in Amsterdam, whatever the form", () => {
    const planned = (processDate: unknown) =>
      debitEvidence(parsed(theirDebit(91, { processDate })), settings).planned;
    expect(planned("2026-05-04")).toBe("2026-05-04");
    expect(planned("2026-05-04T00:00:00+02:00")).toBe("2026-05-04");
    expect(planned("2026-05-03T22:00:00Z")).toBe("2026-05-04");
    expect(planned("2026-05-04T00:00:00+0200")).toBe("2026-05-04");
    expect(planned("2026-05-04 00:00:00")).toBeNull();
    expect(planned("2026-02-30")).toBeNull();
    expect(planned("9999-12-31T23:59:59Z")).toBeNull();
    expect(planned("0001-01-01T00:00:00Z")).toBeNull();
  });

  it("dates a collected debit by its last change, or by its process date when told so", () => {
    const debit = parsed(theirDebit(100));
    expect(debitEvidence(debit, settings).settledOn).toBe("2026-05-06");
    expect(debitEvidence(debit, { settledDayFrom: "process_date" }).settledOn).toBe("2026-05-04");
    expect(debitEvidence(parsed(theirDebit(94)), settings)).toMatchObject({
      settledOn: null,
      scheduledOn: "2026-05-06",
    });
    expect(debitEvidence(parsed(theirDebit(526)), settings).scheduledOn).toBeNull();
  });
});

describe("whose debit it is", () => {
  it("is ours when it carries a payment reference", () => {
    const evidence = debitEvidence(parsed(theirDebit(91)), settings);
    expect(evidence).toMatchObject({ madeByProvider: false, providerId: "IL-1000-2000-3001" });
    expect(evidence.ref).toEqual({
      providerId: "IL-1000-2000-3001",
      reference: OUR_REFERENCE,
      mandateProviderId: CODE,
    });
  });

  it.each([
    ["our mandate id", { extra1: "man_01JD0000000000000000000001" }],
    ["the id of another mandate of ours", { extra1: "man_01JD0000000000000000000002" }],
    ["an empty text", { extra1: "" }],
    ["nothing", { extra1: null }],
    ["no stats", null],
  ])("is PAY.'s when it carries %s", (_, stats) => {
    const evidence = debitEvidence(parsed(firstDebit(91, { stats })), settings);
    expect(evidence.madeByProvider).toBe(true);
    expect(evidence.ref.reference).toBeUndefined();
  });

  it("is PAY.'s when it repeats the stats of a mandate that was made elsewhere", () => {
    const debit = parsed(theirDebit(91, { stats: { extra1: "CONTRACT 17" } }));
    expect(debitEvidence(debit, settings, { ourId: "CONTRACT 17", reference: null }).madeByProvider).toBe(
      true,
    );
  });
});

it("reads any JSON as a debit without throwing, and knows only its own codes", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (any, status, dates) => {
      for (const value of [
        any,
        { id: "IL-1", status: any },
        theirDebit(status, { processDate: dates, modifiedAt: dates, decline: any, declined: dates }),
      ]) {
        const debit = readDebit(value);
        if (!debit) continue;
        const { state } = debitEvidence(debit, settings);
        expect(state === null || paymentStates.includes(state)).toBe(true);
      }
    }),
  );
});
