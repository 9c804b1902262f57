import { describe, expect, it } from "vitest";
import { agreementEvidence, mandateEvidence, paymentEvidence } from "./map";
import { theirAgreement, theirMandate, theirPayment } from "./testing";
import { readObject, wireAgreement, wireMandate, wirePayment } from "./wire";

function payment(changes: Record<string, unknown>) {
  const read = readObject(wirePayment, { ...theirPayment, ...changes });
  if (read === null) throw new Error("not a payment");
  return paymentEvidence(read);
}

function mandate(changes: Record<string, unknown>) {
  const read = readObject(wireMandate, { ...theirMandate, ...changes });
  if (read === null) throw new Error("not a mandate");
  return mandateEvidence(read);
}

function agreement(changes: Record<string, unknown>) {
  const read = readObject(wireAgreement, { ...theirAgreement, ...changes });
  return read === null ? null : agreementEvidence(read);
}

describe("payment status", () => {
  it.each([
    ["Pending", 0, "pending"],
    ["Settled", 8, "settled"],
    ["Scheduled", 16, "scheduled"],
    ["Rejected", 64, "rejected"],
    ["Cancelled", 128, "cancelled"],
    ["Chargeback", 256, "chargeback"],
    ["PendingCancel", 512, "pending"],
  ])("%s and its number %i both read as %s", (word, number, state) => {
    expect(payment({ status: word })).toMatchObject({
      word,
      state,
      rule: `dd.payment.${word.toLowerCase()}`,
    });
    expect(payment({ status: number })).toMatchObject({ word: String(number), state });
    expect(payment({ status: String(number) }).state).toBe(state);
  });

  it("notes a bare number that is only implied by the list, and one that is published", () => {
    expect(payment({ status: 128 }).rule).toBe("dd.payment.cancelled.implied_number");
    expect(payment({ status: 512 }).rule).toBe("dd.payment.pendingcancel.implied_number");
    expect(payment({ status: 64 }).rule).toBe("dd.payment.rejected.number");
  });

  it.each(["Paused", "", 1, 32, 1024, -0.5, null, {}, [], true])("keeps no state for %j", (status) => {
    expect(payment({ status })).toMatchObject({ state: null, rule: "dd.payment.unknown" });
  });
});

describe("payment evidence", () => {
  it("takes what was given back for collected, on the planned day when they do not say which", () => {
    const paymentDate = "2024-05-01T00:00:00Z";
    const said = { paymentDate, settlementDate: null };
    expect(payment({ ...said, status: "Chargeback" })).toMatchObject({ settledOn: "2024-05-01" });
    expect(payment({ ...said, status: "Chargeback", settlementDate: "2024-05-02T00:00:00Z" })).toMatchObject({
      settledOn: "2024-05-02",
    });
    for (const status of ["Pending", "Scheduled", "Rejected", "PendingCancel"])
      expect(payment({ ...said, status })).toMatchObject({ settledOn: null });
  });

  it("carries names, money, days and the test flag", () => {
    expect(payment({ settlementDate: "2024-05-02T00:00:00Z" })).toEqual({
      about: "payment",
      word: "Pending",
      rule: "dd.payment.pending",
      state: "pending",
      at: new Date("2024-04-15T09:12:45Z"),
      reason: null,
      ref: { providerId: "PAYMENT_1", reference: "INV-20240415-0007", mandateProviderId: "md_EXAMPLE" },
      providerId: "PAYMENT_1",
      amountMinor: 49_900,
      currency: "DKK",
      planned: "2024-05-01",
      scheduledOn: "2024-04-23",
      settledOn: "2024-05-02",
      test: true,
      madeByProvider: false,
    });
  });

  it("shows their status text as it is, as code and as words", () => {
    const { reason } = payment({ status: "Rejected", statusText: "Insufficient funds" });
    expect(reason).toEqual({ code: "Insufficient funds", text: "Insufficient funds" });
  });

  it("reads a list item, which has less, without a reason", () => {
    const { statusText: _, ...item } = theirPayment;
    const read = readObject(wirePayment, { ...item, mandate: { id: "m1", handle: "md_EXAMPLE" } });
    expect(read && paymentEvidence(read)).toMatchObject({ state: "pending", reason: null });
  });

  it.each([
    ["2024-05-01T00:00:00Z", "2024-05-01"],
    ["2024-05-01T00:00:00", "2024-05-01"],
    ["2024-05-01", "2024-05-01"],
    ["2024-05-01T00:00:00+02:00", "2024-05-01"],
    ["2024-04-30T22:00:00Z", "2024-05-01"],
    ["2017-01-12T15:38:09.07", "2017-01-12"],
    ["0001-01-01T00:00:00", null],
    ["2024-02-30T00:00:00Z", null],
    ["2024-05-01T25:00:00Z", null],
    ["tomorrow", null],
    [20240501, null],
  ])("reads the date %s as the Danish day %s", (paymentDate, expected) => {
    expect(payment({ paymentDate }).planned).toBe(expected);
  });

  it.each([
    ["49900", 49_900],
    [2_147_483_647, 2_147_483_647],
    [2_147_483_648, null],
    [499.5, null],
    ["499.00", null],
    ["1e3", null],
    [null, null],
  ])("reads the amount %j as %j minor units", (amount, expected) => {
    expect(payment({ amount }).amountMinor).toBe(expected);
  });
});

describe("mandate evidence", () => {
  it.each([
    ["Created", "pending", null],
    ["PendingProcess", "pending", null],
    ["PendingVerification", "pending", null],
    ["Active", "active", null],
    ["Cancelled", "ended", "unsaid"],
    ["Expired", null, null],
    [undefined, null, null],
  ])("%s reads as %s", (status, state, endedBy) => {
    expect(mandate({ status })).toMatchObject({ state, endedBy, providerId: "md_EXAMPLE" });
  });

  it("says whose it is, by scheme and customer number", () => {
    expect(mandate({}).found).toEqual({
      scheme: "nets-bs",
      customerNumber: "100234",
      customerName: "Andersen, Anna",
      agreementProviderId: null,
    });
  });

  it("reads the older sample: other scheme name, number as a number, no name", () => {
    const customer = { uniqueNumber: 100234, createdAt: "2017-01-12T15:38:09.07" };
    const older = mandate({
      id: undefined,
      scheme: "mastercard-bs",
      meta: {},
      customer,
      modifiedAt: "2017-01-12T15:38:09.07",
    });
    expect(older.found).toEqual({
      scheme: "nets-bs",
      customerNumber: "100234",
      customerName: null,
      agreementProviderId: null,
    });
    expect(older.at).toEqual(new Date("2017-01-12T15:38:09.070Z"));
  });

  it("keeps a mandate without customer number, found by nobody", () => {
    expect(mandate({ customer: null }).found).toBeNull();
  });
});

describe("agreement evidence", () => {
  it.each([
    ["Pending", "pending"],
    ["Active", "active"],
    ["InActive", "ended"],
    ["Closed", null],
  ])("%s reads as %s", (state, expected) => {
    expect(agreement({ state })).toMatchObject({ providerId: "am_EXAMPLE", state: expected, test: true });
  });

  it("takes the state under its other name", () => {
    expect(agreement({ state: undefined, status: "Active" })?.state).toBe("active");
  });
});
