import { describe, expect, it, vi } from "vitest";
import { debtorMandates } from "@/lib/debtors/mandates";
import { debtorStanding } from "@/lib/debtors/standing";
import { mandateOffer, mandateOffers } from "@/lib/mandates/offer";
import { usualAnswerMs } from "@/lib/mandates/usual-answer";
import { firstAttempt } from "@/lib/submissions/first-attempt";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue } from "@/lib/testing/debitdirect-payments";
import { deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { openPayments } from "./next-of";
import { openSums } from "./sums-of";

vi.setConfig({ testTimeout: 60_000 });

const before = "2026-11-20T09:00:00Z";

describe("what is open on a mandate", () => {
  it("is told by whether it left, with its sum and currency", async () => {
    const at = await deskOnDebitDirect(before);
    const first = await issue(at, { amount: "100,00" });
    await firstAttempt(at.desk.as("finance"), first.submissionId);
    await issue(at, { amount: "50,25" });
    const sums = await openSums(at.desk.as("auditor"), at.mandateId);
    expect(sums.sort((a, b) => a.amountMinor - b.amountMinor)).toEqual([
      { where: "waiting", currency: "DKK", count: 1, amountMinor: 5_025 },
      { where: "there", currency: "DKK", count: 1, amountMinor: 10_000 },
    ]);
  });
  it("comes the soonest first, whatever was made first, for the mandate and the debtor alike", async () => {
    const at = await deskOnDebitDirect(before);
    const ctx = at.desk.as("auditor");
    expect(await openPayments(ctx, { mandateId: at.mandateId })).toEqual([]);
    await issue(at, { due: "2027-01-04", amount: "1,00" });
    const { paymentId } = await issue(at, { due: "2026-12-01", amount: "2,00" });
    const soonest = [{ id: paymentId }, { planned: "2027-01-04" }];
    expect(await openPayments(ctx, { mandateId: at.mandateId })).toMatchObject(soonest);
    expect(await openPayments(ctx, { debtorId: at.debtorId })).toMatchObject(soonest);
  });
});

describe("a debtor's mandates", () => {
  it("say by which the debtor can be charged", async () => {
    const at = await deskOnDebitDirect(before);
    const found = await debtorMandates(at.desk.as("auditor"), at.debtorId);
    expect(debtorStanding(found)).toMatchObject({ code: "chargeable", by: { id: at.mandateId } });
    expect(debtorStanding(await debtorMandates(at.desk.as("auditor"), "deb_none"))).toEqual({ code: "none" });
  });
});

describe("what a new mandate can be made under", () => {
  it("is every agreement of the creditor, with what its provider asks, and nobody else's", async () => {
    const at = await deskOnBetalingsservice(before);
    const [offer, ...others] = await mandateOffers(at.desk.as("agent"));
    expect(others).toEqual([]);
    expect(offer).toMatchObject({ agreement: { id: at.agreementId }, capabilities: { mandates: "form" } });
    expect(offer?.form.map((field) => field.name)).toEqual(["identity", "account"]);
    const elsewhere = { ...at.desk.as("agent"), creditorId: "cre_other" };
    expect(await mandateOffers(elsewhere)).toEqual([]);
    await expect(mandateOffer(elsewhere, at.agreementId)).rejects.toMatchObject({ code: "not_found" });
  });
  it("has no usual time of answer until a few have been answered", async () => {
    const at = await deskOnBetalingsservice(before);
    expect(await usualAnswerMs(at.desk.as("agent"), at.connectionId)).toBeNull();
  });
});
