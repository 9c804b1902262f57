import { beforeEach, describe, expect, it, vi } from "vitest";
import { control } from "@/db/seed/simulators";
import { listAudit } from "@/lib/audit/list";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, openTasks, paymentOf } from "@/lib/testing/debitdirect-payments";
import { toldEnd } from "@/lib/testing/told-end";
import { until } from "@/lib/testing/until";
import { getMandate } from "./get";
import { linkMandate } from "./link";
import { listMandates } from "./list";
import { recordEnd } from "./record-end";
import { toldEndOf } from "./told-end-of";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const agent = () => at.desk.as("agent", { name: "Sofie Krogh" });
const record = (patch: Parameters<typeof toldEnd>[1] = {}, ids = [at.mandateId]) =>
  recordEnd(agent(), toldEnd(ids, patch));
const fieldsOf = async (patch: Parameters<typeof toldEnd>[1]) =>
  record(patch).then(
    () => null,
    (error: { fields?: unknown }) => error.fields,
  );

/** Another mandate of the same customer, signed up at the bank under another number. */
async function another(): Promise<string> {
  const customerNumber = "100999";
  await control(at.simulator.url, "/_sim/mandates", { agreement: at.agreementHandle, customerNumber });
  let found = "";
  await until(
    async () => {
      const { rows } = await listMandates(agent(), { customerNumber, state: "active" });
      found = rows[0]?.id ?? "";
      return found !== "";
    },
    async () => {
      await at.pass(10_000);
      await at.desk.work();
    },
  );
  await linkMandate(agent(), { mandateId: found, debtorId: at.debtorId });
  return found;
}

describe("an end that we were told of outside the API", () => {
  it("is kept with its cause, how and by whom it was told, and since when it holds", async () => {
    await record({ cause: "died", channel: "letter", toldBy: "Kirsten Dam", note: "Letter in binder 12" });
    expect(await getMandate(agent(), at.mandateId)).toMatchObject({ state: "ended", endedBy: "debtor" });
    expect(await toldEndOf(agent(), at.mandateId)).toMatchObject({
      cause: "died",
      channel: "letter",
      toldBy: "Kirsten Dam",
      effectiveOn: "2026-11-10",
      note: "Letter in binder 12",
      recordedByName: "Sofie Krogh",
    });
    const { rows } = await listAudit(at.desk.as("auditor"));
    expect(rows.find((row) => row.action === "mandate.record_end")).toMatchObject({
      subjectId: at.mandateId,
      reason: "Letter in binder 12",
    });
  });

  it("needs a cause, a channel, who told it, a note and a day, each said at its field", async () => {
    const nothing = { endedBy: "", cause: "", channel: "", toldBy: " ", effectiveOn: "", note: "" };
    expect(await fieldsOf(nothing)).toEqual({
      ended_by: "required",
      cause: "required",
      channel: "required",
      told_by: "required",
      effective_on: "required",
      note: "required",
    });
    expect(await fieldsOf({ endedBy: "unsaid", cause: "boredom", effectiveOn: "2026-02-30" })).toEqual({
      ended_by: "choice",
      cause: "choice",
      effective_on: "day",
    });
    expect((await getMandate(agent(), at.mandateId)).state).toBe("active");
  });

  it("holds neither from a day ahead nor from before the mandate", async () => {
    expect(await fieldsOf({ effectiveOn: "2026-11-11" })).toEqual({ effective_on: "day_ahead" });
    expect(await fieldsOf({ effectiveOn: "2026-11-09" })).toEqual({ effective_on: "before_mandate" });
    expect(await fieldsOf({ effectiveOn: "2026-11-10" })).toBeNull();
  });

  it("leaves what has not left waiting for a person, and says of what the provider has that somebody must look", async () => {
    const there = await issue(at);
    await sendSubmission(at.desk.as("finance"), there.submissionId);
    const here = await issue(at, { amount: "80,00" });
    await record();
    await sendSubmission(at.desk.as("finance"), here.submissionId);
    expect(await paymentOf(at.desk, here.paymentId)).toMatchObject({ state: "ready" });
    expect(await paymentOf(at.desk, there.paymentId)).toMatchObject({ state: "pending" });
    expect(await openTasks(at.desk, at.mandateId)).toMatchObject([
      { kind: "mandate_gone", params: { count: 2 } },
    ]);
  });

  it("ends several mandates of one debtor at once, or none of them", async () => {
    const second = await another();
    const both = [at.mandateId, second];
    await expect(record({}, [...both, "man_unknown"])).rejects.toMatchObject({ code: "not_found" });
    expect((await getMandate(agent(), second)).state).toBe("active");
    await record({}, both);
    for (const id of both) expect((await getMandate(agent(), id)).state).toBe("ended");
    await expect(record({}, both)).rejects.toMatchObject({ code: "move_not_allowed" });
  });
});
