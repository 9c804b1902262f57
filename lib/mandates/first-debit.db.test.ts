import { expect, it, vi } from "vitest";
import { awaitsFirstDebit, earliestFirstDebit } from "@/lib/mandates/first-debit";
import { mandateOffer } from "@/lib/mandates/offer";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { deskOnPaynl } from "@/lib/testing/paynl";

vi.setConfig({ testTimeout: 60_000 });

it.each([
  ["a Sunday", "2026-11-29T09:00:00Z", "2026-11-30"],
  ["a bank day", "2026-11-30T09:00:00Z", "2026-12-01"],
  ["the eve of Christmas", "2026-12-24T09:00:00Z", "2026-12-28"],
])("promises no later first debit than the provider plans on %s", async (_, start, expected) => {
  const at = await deskOnPaynl(start);
  const offer = await mandateOffer(at.desk.as("agent"), at.agreementId);
  const promised = earliestFirstDebit(offer, new Date(start));
  const id = await at.mandate();
  // Its exchange call comes on the clock of the simulator.
  await at.pass(300_000);
  await at.applyAll();
  const [debit] = await at.paymentsOf(id);
  expect([promised, debit?.planned]).toEqual([expected, expected]);
});

it("is today where the provider says nothing, and none where none is planned", async () => {
  const now = new Date("2026-11-29T23:30:00Z");
  const paynl = await deskOnPaynl("2026-11-29T09:00:00Z");
  const offer = await mandateOffer(paynl.desk.as("agent"), paynl.agreementId);
  const { earliestFirstDebit: _, ...silent } = offer.provider;
  expect(earliestFirstDebit({ ...offer, provider: silent }, now)).toBe("2026-11-30");
  const other = await deskOnDebitDirect("2026-11-29T09:00:00Z");
  expect(earliestFirstDebit(await mandateOffer(other.desk.as("agent"), other.agreementId), now)).toBeNull();
});

it("is awaited from the moment the mandate is sent until the provider says that it stands or not", async () => {
  const at = await deskOnPaynl("2026-11-29T09:00:00Z");
  const { form } = await mandateOffer(at.desk.as("agent"), at.agreementId);
  const made = await at.readMandate(await at.mandate());
  expect(awaitsFirstDebit(made, form)).toBe(true);
  expect(awaitsFirstDebit({ state: "draft", sending: "sending" }, form)).toBe(true);
  for (const state of ["draft", "active", "failed", "ended"] as const)
    expect(awaitsFirstDebit({ state, sending: "none" }, form)).toBe(false);
  const other = await deskOnDebitDirect("2026-11-29T09:00:00Z");
  const elsewhere = await mandateOffer(other.desk.as("agent"), other.agreementId);
  expect(awaitsFirstDebit(made, elsewhere.form)).toBe(false);
});
