import { describe, expect, it } from "vitest";
import type { Debit, Mandate } from "@/lib/providers/paynl/map";
import { mandateAloneEvidence, mandateEvidence } from "@/lib/providers/paynl/map-mandate";
import { CODE, firstDebit, OUR_MANDATE, theirDebit, theirMandate } from "@/lib/providers/paynl/testing";
import { readDebit, readMandate } from "@/lib/providers/paynl/wire";

const settings = { lastDateProvesCollection: true, settledDayFrom: "modified_at" } as const;

function mandateOf(patch: Record<string, unknown> = {}): Mandate {
  const mandate = readMandate(theirMandate(patch));
  if (!mandate) throw new Error("the mandate of the test cannot be read");
  return mandate;
}

function debitsOf(...values: unknown[]): Debit[] {
  return values.map(readDebit).filter((debit) => debit !== null);
}

const single = { type: "SINGLE" };
const twice = { type: "RECURRING", interval: { period: "month", value: 1, quantity: 2 } };
const second = (code: number, patch: Record<string, unknown> = {}) =>
  theirDebit(code, { stats: { extra1: OUR_MANDATE }, ...patch });
const reversedOnce = { lastDirectDebitDate: "2026-03-02T00:00:00+01:00" };

describe("a mandate's state from its debits", () => {
  it.each([
    ["no debit yet", {}, [], "pending", "first_debit_open", null],
    ["first debit planned", {}, [firstDebit(91)], "pending", "first_debit_open", null],
    ["first debit at the bank", {}, [firstDebit(94)], "pending", "first_debit_open", null],
    ["first debit offered again", {}, [firstDebit(199)], "pending", "first_debit_open", null],
    ["first debit collected", {}, [firstDebit(100)], "active", "debit_collected", null],
    ["first debit refused", {}, [firstDebit(127)], "failed", "first_debit_failed", null],
    ["first debit declined", {}, [firstDebit(94, { declined: true })], "failed", "first_debit_failed", null],
    ["first debit under a code we do not know", {}, [firstDebit(777)], null, "debit_unknown", null],
    ["first debit deleted", {}, [firstDebit(103)], "pending", "first_debit_open", null],
    ["first debit reversed, never collected", {}, [firstDebit(106)], "failed", "first_debit_failed", null],
    [
      "first debit reversed after collection",
      reversedOnce,
      [firstDebit(106)],
      "active",
      "debit_collected",
      null,
    ],
    ["a later debit refused", {}, [theirDebit(127), firstDebit(100)], "active", "debit_collected", null],
    [
      "the last debit collected",
      {},
      [firstDebit(100), theirDebit(100, { isLastOrder: true })],
      "ended",
      "last_debit_collected",
      "expiry",
    ],
    [
      "the last debit on its way",
      {},
      [firstDebit(100), theirDebit(94, { isLastOrder: true })],
      "active",
      "debit_collected",
      null,
    ],
    ["single, collected", single, [firstDebit(100)], "ended", "single_completed", "expiry"],
    ["single, refused", single, [firstDebit(127)], "failed", "first_debit_failed", null],
    ["single, waiting", single, [firstDebit(526)], "pending", "first_debit_open", null],
    ["series, one of two", twice, [firstDebit(100)], "active", "debit_collected", null],
    ["series, both done", twice, [second(127), firstDebit(100)], "ended", "series_completed", "expiry"],
    ["series, second under way", twice, [firstDebit(100), second(91)], "active", "debit_collected", null],
    [
      "series, first refused and second planned",
      twice,
      [firstDebit(127), second(91)],
      "pending",
      "first_debit_open",
      null,
    ],
    ["series, all refused", twice, [firstDebit(127), second(127)], "failed", "first_debit_failed", null],
  ])("%s", (_, patch, debits, state, rule, endedBy) => {
    expect(mandateEvidence(mandateOf(patch), debitsOf(...debits), settings)).toMatchObject({
      state,
      rule: `paynl.mandate.${rule}`,
      endedBy,
      providerId: CODE,
      mandateNumber: CODE,
    });
  });

  it("does not trust the last debit date when told not to", () => {
    const mandate = mandateOf(reversedOnce);
    const untrusting = { ...settings, lastDateProvesCollection: false };
    expect(mandateEvidence(mandate, debitsOf(firstDebit(106)), untrusting).state).toBe("failed");
  });

  it("names the bank's reason when the first debit failed", () => {
    const decline = { code: 115, name: "Account unknown", date: "2026-03-05T00:00:00+01:00" };
    const evidence = mandateEvidence(
      mandateOf(),
      debitsOf(firstDebit(127, { declined: true, decline })),
      settings,
    );
    expect(evidence).toMatchObject({ word: "127", reason: { code: "115", text: "Account unknown" } });
    expect(evidence.at).toEqual(new Date("2026-03-04T23:00:00.000Z"));
  });

  it.each([
    ["AT-1000-2000", "creditor"],
    ["system", "unsaid"],
    [null, "unsaid"],
  ])("is ended once deleted, by %s: %s", (deletedBy, endedBy) => {
    const gone = mandateOf({ deletedAt: "2026-04-01T12:00:00+02:00", deletedBy });
    const expected = { state: "ended", endedBy, at: new Date("2026-04-01T10:00:00.000Z") };
    expect(mandateEvidence(gone, debitsOf(firstDebit(100)), settings)).toMatchObject(expected);
    expect(mandateAloneEvidence(gone)).toMatchObject(expected);
  });

  it("carries our id and our key back", () => {
    expect(mandateAloneEvidence(mandateOf()).ref).toEqual({
      providerId: CODE,
      ourId: OUR_MANDATE,
      key: "0f8fad5b-d9cb-469f-a165-70867728950e",
    });
    expect(mandateAloneEvidence(mandateOf({ stats: { extra2: "not a key" } })).ref).toEqual({
      providerId: CODE,
    });
  });

  it("alone says no more than that it is there", () => {
    expect(mandateAloneEvidence(mandateOf(reversedOnce)).state).toBe("pending");
  });
});
