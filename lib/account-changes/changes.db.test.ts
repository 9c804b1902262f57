import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { accountChanges, connections, mandates, payments, runItems, submissions, tasks } from "@/db/schema";
import { verifyAudit } from "@/lib/audit/verify";
import { updateSettings } from "@/lib/connections/update-settings";
import { dayIn } from "@/lib/kernel/instant";
import { recordEnd } from "@/lib/mandates/record-end";
import { stopMandate } from "@/lib/mandates/stop";
import { buildRun } from "@/lib/runs/build";
import { sendSubmission } from "@/lib/submissions/send";
import { deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { deskOnPaynl, type PaynlDesk } from "@/lib/testing/paynl";
import { toldEnd } from "@/lib/testing/told-end";
import { until } from "@/lib/testing/until";
import { changeAccount } from "./change";
import { approveChange, callOffChange, refuseChange } from "./decide";
import { openChangeOf } from "./open-change-of";
import { changeOutlook } from "./outlook";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const START = "2026-11-02T09:00:00Z";
const NEW_IBAN = "NL91 ABNA 0417 1643 00";
const reason = "called from the number we know";

const consentAt = (at: PaynlDesk) => ({
  channel: "phone" as const,
  givenAt: at.desk.runtime.clock.now().toISOString(),
  wording: "Ik machtig u.",
  takenBy: "Eva",
});
const change = (at: PaynlDesk, mandateId: string, more: object = {}) =>
  changeAccount(at.desk.as("agent", { name: "Eva" }), {
    mandateId,
    values: { type: "FLEXIBLE", holder: "S. Bakker", iban: NEW_IBAN, amount: "125,00" },
    consent: consentAt(at),
    reason,
    ...more,
  });
const mandate = async (at: { desk: PaynlDesk["desk"] }, id: string) => {
  const [row] = await at.desk.runtime.db.read.select().from(mandates).where(eq(mandates.id, id));
  if (!row) throw new Error("no mandate");
  return row;
};
const changeRow = async (at: PaynlDesk, id: string) =>
  (await at.desk.runtime.db.read.select().from(accountChanges).where(eq(accountChanges.id, id)))[0];
const open = (at: PaynlDesk, subjectId: string) =>
  at.desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), eq(tasks.state, "open")));
async function newOneActive(at: PaynlDesk, id: string): Promise<void> {
  await until(
    async () => (await mandate(at, id)).state === "active",
    async () => {
      await at.pass(86_400_000);
      await at.applyAll();
    },
  );
}

describe("a change of account", () => {
  it("makes a new mandate besides, and ends the old one only once the new one stands", async () => {
    const at = await deskOnPaynl(START);
    const old = await at.activeMandate();
    const begun = await change(at, old);
    expect(await changeRow(at, begun.changeId)).toMatchObject({ state: "open", sealed: null });
    const fresh = begun.mandateId ?? "";
    await sendSubmission(at.desk.as("agent"), begun.submissionId ?? "");
    await at.applyAll();
    expect((await mandate(at, fresh)).state).toBe("pending");
    expect((await mandate(at, old)).state).toBe("active");
    // Nobody ends the old one by hand before: then there would be none.
    const end = { mandateId: old, act: "end", reason: "changed" } as const;
    await expect(stopMandate(at.desk.as("agent"), end)).rejects.toMatchObject({ code: "new_not_active" });
    await expect(change(at, old)).rejects.toMatchObject({ code: "duplicate" });

    await newOneActive(at, fresh);
    expect(await changeRow(at, begun.changeId)).toMatchObject({ state: "ending" });
    const [ending] = await at.desk.runtime.db.read
      .select()
      .from(submissions)
      .where(and(eq(submissions.operation, "mandate.end"), eq(submissions.subjectId, old)));
    // The worker does what Eva asked for.
    expect(ending).toMatchObject({ state: "intended", actorName: "Eva" });
    await until(
      async () => (await mandate(at, old)).state === "ended",
      async () => {
        await at.desk.work();
        await at.pass(5_000);
        await at.applyAll();
      },
    );
    expect(await changeRow(at, begun.changeId)).toMatchObject({ state: "done" });
    expect(await openChangeOf(at.desk.as("agent"), old)).toBeNull();
    expect((await mandate(at, fresh)).state).toBe("active");
    expect(await verifyAudit(at.desk.runtime.db, at.desk.creditorId)).toMatchObject({ brokenAt: null });
  });

  it("leaves the old one to a person while a payment is open on it", async () => {
    const at = await deskOnPaynl(START);
    const old = await at.activeMandate();
    const begun = await change(at, old);
    const fresh = begun.mandateId ?? "";
    await sendSubmission(at.desk.as("agent"), begun.submissionId ?? "");
    const { paymentId } = await at.payment(old, "40,00", { due: "2027-06-15" });
    expect((await changeOutlook(at.desk.as("agent"), old)).open.map((one) => one.id)).toContain(paymentId);
    await newOneActive(at, fresh);
    expect(await open(at, old)).toMatchObject([
      { kind: "change_to_finish", role: "agent", params: { count: 1 } },
    ]);
    expect((await mandate(at, old)).state).toBe("active");
    // A run charges the new account, and does not stumble over the two.
    const runId = await buildRun(at.desk.as("finance"), {
      name: "November",
      test: false,
      agreementId: null,
      decimals: ",",
      rows: [{ customer: "471", amount: "12,00", text: "Warmte", reference: "NEW-1", due: "" }],
    });
    const [row] = await at.desk.runtime.db.read.select().from(runItems).where(eq(runItems.runId, runId));
    expect(row).toMatchObject({ reason: null, mandateId: fresh });
    const today = dayIn(at.desk.runtime.clock.now(), "Europe/Amsterdam");
    await recordEnd(at.desk.as("agent"), toldEnd([old], { effectiveOn: today }));
    expect((await open(at, old)).filter((one) => one.kind === "change_to_finish")).toEqual([]);
    expect(await changeRow(at, begun.changeId)).toMatchObject({ state: "done" });
  });

  it("waits for somebody else just before a cut-off, sealed, and goes as it was typed", async () => {
    const at = await deskOnPaynl(START);
    const old = await at.activeMandate();
    const { paymentId } = await at.payment(old, "40,00");
    const [payment] = await at.desk.runtime.db.read.select().from(payments).where(eq(payments.id, paymentId));
    expect(payment?.state).toBe("ready");
    const begun = await change(at, old);
    expect(begun).toMatchObject({ mandateId: null, submissionId: null });
    const held = await changeRow(at, begun.changeId);
    expect(held?.state).toBe("waits");
    expect(JSON.stringify(held)).not.toContain("ABNA");
    expect(await open(at, old)).toMatchObject([{ kind: "change_to_approve", params: { by: "Eva" } }]);

    const own = {
      ...at.desk.as("finance", { approver: true }),
      actor: at.desk.as("agent", { name: "Eva" }).actor,
    };
    await expect(approveChange(own, begun.changeId)).rejects.toMatchObject({ code: "own_work" });
    await expect(approveChange(at.desk.as("finance"), begun.changeId)).rejects.toMatchObject({
      code: "not_permitted",
    });
    const approver = at.desk.as("finance", { approver: true, name: "Tor" });
    // Two at once: one mandate.
    const both = await Promise.allSettled([
      approveChange(approver, begun.changeId),
      approveChange(approver, begun.changeId),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const after = await changeRow(at, begun.changeId);
    expect(after).toMatchObject({ state: "open", sealed: null, secondName: "Tor" });
    const fresh = await mandate(at, after?.newMandateId ?? "");
    expect(fresh).toMatchObject({ masked: { iban: "NL •••• 4300" }, consent: { takenBy: "Eva" } });
    expect(await at.desk.runtime.db.read.select().from(mandates)).toHaveLength(2);
  });

  it("is refused or called off with a reason, and then the account stays", async () => {
    const at = await deskOnPaynl(START);
    const old = await at.activeMandate();
    await at.payment(old, "40,00");
    const approver = at.desk.as("finance", { approver: true });
    const agent = at.desk.as("agent", { name: "Eva" });
    const first = await change(at, old);
    await expect(refuseChange(approver, { changeId: first.changeId, reason: " " })).rejects.toMatchObject({
      fields: { reason: "required" },
    });
    await refuseChange(approver, { changeId: first.changeId, reason: "could not reach the debtor" });
    expect(await changeRow(at, first.changeId)).toMatchObject({ state: "called_off", sealed: null });
    expect(await open(at, old)).toEqual([]);
    await expect(approveChange(approver, first.changeId)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    const second = await change(at, old);
    await callOffChange(agent, { changeId: second.changeId, reason: "a mistake" });
    expect(await openChangeOf(agent, old)).toBeNull();
    expect((await mandate(at, old)).state).toBe("active");
    expect(await at.desk.runtime.db.read.select().from(mandates)).toHaveLength(1);
  });

  it("says everything that is wrong before anything is written", async () => {
    const at = await deskOnPaynl(START);
    const old = await at.activeMandate();
    await expect(change(at, old, { reason: " " })).rejects.toMatchObject({
      fields: { change_reason: "required" },
    });
    await expect(change(at, old, { consent: null })).rejects.toMatchObject({
      fields: { consent_channel: "required" },
    });
    await expect(change(at, "man_strange")).rejects.toMatchObject({ code: "not_found" });
    expect(await at.desk.runtime.db.read.select().from(accountChanges)).toEqual([]);
  });

  it("is not offered where the debtor's bank has to move it, unless the connection is told otherwise", async () => {
    const bs = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
    const { mandateId, submissionId } = await bs.mandate("0040 0440116243");
    await sendSubmission(bs.desk.as("agent"), submissionId);
    await bs.moveTo("2026-11-23T09:05:00Z");
    await until(
      async () => (await mandate(bs, mandateId)).state === "active",
      async () => {
        await bs.pass(5_000);
        await bs.desk.work();
      },
    );
    const agent = bs.desk.as("agent");
    expect((await changeOutlook(agent, mandateId)).change.way).toBe("bank");
    const input = { mandateId, values: {}, consent: null, reason };
    await expect(changeAccount(agent, input)).rejects.toMatchObject({ code: "not_offered" });
    const [connection] = await bs.desk.runtime.db.read
      .select()
      .from(connections)
      .where(eq(connections.id, bs.connectionId));
    await updateSettings(bs.desk.as("admin"), {
      connectionId: bs.connectionId,
      version: connection?.version ?? 0,
      values: { account_change: "new_mandate" },
    });
    expect((await changeOutlook(agent, mandateId)).change.way).toBe("new_mandate");
  });
});
