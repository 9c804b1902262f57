import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { invitations, mandates, tasks } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { createDebtor } from "@/lib/debtors/create";
import { remindOnce } from "@/lib/jobs/remind";
import { createMandate } from "@/lib/mandates/create";
import { recordEnd } from "@/lib/mandates/record-end";
import { workerCtx } from "@/lib/runtime";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { toldEnd } from "@/lib/testing/told-end";
import { until } from "@/lib/testing/until";
import { invitationOf, noteInvitationSent } from "./note-sent";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2024-04-02T08:00:00Z");
});

async function invite(number: string): Promise<string> {
  const agent = at.desk.as("agent");
  const debtorId = await createDebtor(agent, {
    kind: "person",
    name: `Bo ${number}`,
    customer_number: number,
  });
  const made = await createMandate(agent, {
    debtorId,
    agreementId: at.agreementId,
    values: {},
    consent: null,
  });
  return made.mandateId;
}
const remind = () => remindOnce((id) => workerCtx(at.desk.runtime, id));
const open = (mandateId: string) =>
  at.desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, mandateId), eq(tasks.state, "open")));
const stateOf = async (id: string) =>
  (await at.desk.runtime.db.read.select().from(mandates).where(eq(mandates.id, id)))[0]?.state;

describe("an invited debtor", () => {
  it("is reminded as work for agents, due by the cut-off that it would still make, until it is done", async () => {
    const id = await invite("70001");
    expect(await stateOf(id)).toBe("invited");
    await remind();
    expect(await open(id)).toEqual([]);
    await at.moveTo("2024-04-09T07:00:00Z");
    await remind();
    expect(await open(id)).toMatchObject([
      {
        kind: "invitation_reminder",
        role: "agent",
        params: { month: "2024-05", lastDay: "2024-04-19", last: 0 },
        dueAt: new Date("2024-04-22T21:59:59.999Z"),
      },
    ]);
    // Once: two workers, or another round, change nothing.
    await Promise.all([remind(), remind()]);
    expect(await open(id)).toHaveLength(1);
    const agent = at.desk.as("agent", { name: "Eva" });
    await noteInvitationSent(agent, { mandateId: id, way: "mail", language: "da" });
    await noteInvitationSent(agent, { mandateId: id, way: "told", language: "da" });
    expect(await open(id)).toEqual([]);
    const told = await invitationOf(agent, id);
    expect(told.sends.map((one) => [one.way, one.byName])).toEqual([
      ["mail", "Eva"],
      ["told", "Eva"],
    ]);
    expect(told.invitation?.nextAt?.toISOString()).toBe("2024-04-16T07:00:00.000Z");
  });

  it("is not reminded any more once the sign-up is reported", async () => {
    const id = await invite("70002");
    await at.moveTo("2024-05-01T08:00:00Z");
    await remind();
    expect(await open(id)).toMatchObject([{ kind: "invitation_reminder", params: { month: "2024-06" } }]);
    await control(at.simulator.url, "/_sim/mandates", {
      agreement: at.agreementHandle,
      customerNumber: "70002",
    });
    await until(
      async () => (await stateOf(id)) === "active",
      async () => {
        await at.pass(10_000);
        await at.desk.work();
      },
    );
    expect(await open(id)).toEqual([]);
    expect((await invitationOf(at.desk.as("agent"), id)).invitation).toMatchObject({ nextAt: null });
    await expect(
      noteInvitationSent(at.desk.as("agent"), { mandateId: id, way: "mail", language: "da" }),
    ).rejects.toMatchObject({ code: "move_not_allowed" });
  });

  it("is not reminded any more once the invitation is withdrawn", async () => {
    const id = await invite("70003");
    await at.moveTo("2024-05-14T08:00:00Z");
    await remind();
    expect(await open(id)).toHaveLength(1);
    await recordEnd(at.desk.as("agent"), toldEnd([id], { effectiveOn: "2024-05-14" }));
    expect(await open(id)).toEqual([]);
    const [row] = await at.desk.runtime.db.read
      .select()
      .from(invitations)
      .where(eq(invitations.mandateId, id));
    expect(row?.closedAt).not.toBeNull();
  });

  it("is left to a person after three windows", async () => {
    const id = await invite("70004");
    await at.moveTo("2024-09-30T08:00:00Z");
    await remind();
    expect(await open(id)).toMatchObject([{ params: { last: 1 } }]);
    expect((await invitationOf(at.desk.as("agent"), id)).invitation?.nextAt).toBeNull();
  });
});
