import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { mandates, submissions } from "@/db/schema";
import { fingerprintOf, type RequestKey } from "@/lib/access/once";
import { createDebtor } from "@/lib/debtors/create";
import { openTasks } from "@/lib/testing/debitdirect-payments";
import { deskOnPaynl, type PaynlDesk } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";
import { createMandate } from "./create";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: PaynlDesk;
beforeAll(async () => {
  at = await deskOnPaynl("2026-11-19T09:00:00Z");
});

let debtors = 0;
async function debtor(): Promise<string> {
  debtors += 1;
  const [name, customer_number] = [`Bo Berg ${debtors}`, `48${debtors}`];
  return createDebtor(at.desk.as("agent"), { kind: "person", name, customer_number });
}

const press = (debtorId: string, request?: RequestKey) =>
  createMandate(
    at.desk.as("agent"),
    {
      debtorId,
      agreementId: at.agreementId,
      values: {
        type: "FLEXIBLE",
        holder: "B. Berg",
        iban: "NL28 INGB 0000 0000 01",
        amount: "125,00",
        period: "month",
        every: "1",
      },
      consent: {
        channel: "link",
        givenAt: at.desk.runtime.clock.now().toISOString(),
        wording: "Ik machtig u.",
        takenBy: "site",
      },
    },
    request,
  );

describe("a mandate that is pressed more than once", () => {
  it("U1: is one for one form, although the second press looks like a duplicate", async () => {
    const debtorId = await debtor();
    const key = { key: "form-1", fingerprint: fingerprintOf(debtorId) };
    const first = await press(debtorId, key);
    const again = await Promise.all([press(debtorId, key), press(debtorId, key)]);
    expect(again.map((one) => one.mandateId)).toEqual([first.mandateId, first.mandateId]);
    expect(again.map((one) => one.submissionId)).toEqual([null, null]);
  });

  it("U9: without a form's own key is one and a refusal, also when both come at once", async () => {
    const debtorId = await debtor();
    const both = await Promise.allSettled([press(debtorId), press(debtorId), press(debtorId)]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of both)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "duplicate" });
    const { read } = at.desk.runtime.db;
    expect(await read.select().from(mandates).where(eq(mandates.debtorId, debtorId))).toHaveLength(1);
  });
});

describe("a mandate that an event has brought before it is sent again", () => {
  it("W3: is not created a second time: its intent is withdrawn", async () => {
    const path = "/v2/directdebits/mandates";
    at.simulator.faults.arm({ kind: "status-after", method: "POST", path, status: 429, body: "", times: 1 });
    const mandateId = await at.mandate();
    const { read } = at.desk.runtime.db;
    const submission = async () => {
      const [row] = await read.select().from(submissions).where(eq(submissions.subjectId, mandateId));
      return row;
    };
    expect(await submission()).toMatchObject({ state: "intended", tries: 1 });
    await until(
      async () => (await submission())?.closedAt !== null,
      async () => {
        await at.pass(1_000);
        await at.applyAll();
        if ((await at.readMandate(mandateId)).state === "draft") return;
        await at.pass(120_000);
        await at.desk.work();
      },
    );
    expect(await submission()).toMatchObject({ state: "withdrawn", tries: 1 });
    expect(await at.readMandate(mandateId)).toMatchObject({ state: "pending", sending: "none" });
    const made = at.simulator.journal.filter(
      (entry) => entry.effect?.includes("mandate.created") && entry.request.includes(mandateId),
    );
    expect(made).toHaveLength(1);
    expect(await openTasks(at.desk, mandateId)).toEqual([]);
  });
});
