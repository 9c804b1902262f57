import { describe, expect, it, vi } from "vitest";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { firstAttempt } from "@/lib/submissions/first-attempt";
import { API_KEY, deskOnDebitDirect, HEAT_AGREEMENT } from "@/lib/testing/debitdirect";
import { deskOnPaynl, type PaynlDesk } from "@/lib/testing/paynl";
import { leadingOf, nextCutoffs } from "./cutoffs";

vi.setConfig({ testTimeout: 60_000 });

/** Collects by months as well as by days from here on. */
async function withMonths({ desk }: PaynlDesk): Promise<void> {
  const monthly = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  const connectionId = await createConnection(desk.as("admin"), {
    provider: "debitdirect",
    name: "DebitDirect",
    environment: "simulator",
    baseUrl: monthly.simulator.url,
    settings: {},
    credential: { api_key: API_KEY },
  });
  await addAgreement(desk.as("admin"), {
    connectionId,
    values: HEAT_AGREEMENT,
  });
  await desk.work();
}

describe("the cut-off to lead with", () => {
  it("is a day's while a payment waits for it, and the month's before and after", async () => {
    const at = await deskOnPaynl("2026-11-03T09:00:00Z");
    const mandateId = await at.activeMandate();
    const ctx = at.desk.as("finance");
    const leading = async () => {
      const cutoff = leadingOf(await nextCutoffs(ctx));
      return [cutoff?.rule.id, cutoff?.waiting.map(({ count, amountMinor }) => [count, amountMinor])];
    };
    expect(await leading()).toEqual(["sepa-core", []]);
    await withMonths(at);
    expect(await leading()).toEqual(["nets-bs", []]);
    const later = await at.payment(mandateId, "10,00", { due: "2026-12-21" });
    expect(await leading()).toEqual(["nets-bs", []]);
    const { submissionId } = await at.payment(mandateId, "80,50");
    expect(await leading()).toEqual(["sepa-core", [[1, 8_050]]]);
    for (const id of [submissionId, later.submissionId]) await firstAttempt(ctx, id);
    expect(await leading()).toEqual(["nets-bs", []]);
  });

  it("is none before the first agreement", () => {
    expect(leadingOf([])).toBeNull();
  });
});
