import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import {
  attempts,
  debtorAccounts,
  debtors,
  mandates,
  messages,
  moves,
  submissions,
  tasks,
} from "@/db/schema";
import { verifyAudit } from "@/lib/audit/verify";
import { sendSubmission } from "@/lib/submissions/send";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { until } from "@/lib/testing/until";

vi.setConfig({ testTimeout: 30_000 });

/** A Friday afternoon, 14:30 in Copenhagen: the banks' answers of 15 o'clock come next. */
const afternoon = "2026-11-20T13:30:00Z";
const good = "0040 0440116243";

async function mandate(at: BsDesk, id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(mandates).where(eq(mandates.id, id));
  if (!row) throw new Error("no mandate");
  return row;
}

async function workUntil(at: BsDesk, id: string, state: string, stepMs = 5_000): Promise<void> {
  await until(
    async () => (await mandate(at, id)).state === state,
    async () => {
      await at.pass(stepMs);
      await at.desk.work();
    },
  );
}

async function workUntilClosed(at: BsDesk, submissionId: string): Promise<void> {
  await until(
    async () => (await submission(at, submissionId)).closedAt !== null,
    async () => {
      await at.pass(20_000);
      await at.desk.work();
    },
  );
}

async function submission(at: BsDesk, id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(submissions).where(eq(submissions.id, id));
  if (!row) throw new Error("no submission");
  return row;
}

/** The judge of "was it asked for twice". */
const created = (at: BsDesk) =>
  at.simulator.journal.filter((entry) => entry.effect?.startsWith("mandate.created"));

const openTasks = (at: BsDesk, subjectId: string) =>
  at.desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), eq(tasks.state, "open")));

describe("a Betalingsservice mandate", () => {
  it("waits for the banks after the agent's press, and is active with its number once they have answered", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId, submissionId } = await at.mandate(good);
    expect(await mandate(at, mandateId)).toMatchObject({ state: "draft", sending: "sending" });
    await sendSubmission(at.desk.as("agent"), submissionId);
    expect(await mandate(at, mandateId)).toMatchObject({ state: "pending", sending: "none" });
    expect(await submission(at, submissionId)).toMatchObject({ state: "confirmed", tries: 1 });

    await at.moveTo("2026-11-20T14:05:00Z");
    await workUntil(at, mandateId, "active");
    const active = await mandate(at, mandateId);
    expect(active.mandateNumber).toMatch(/^\d{9}$/);
    expect(active.providerId).toBe(active.mandateNumber);

    const { read } = at.desk.runtime.db;
    const story = await read
      .select()
      .from(moves)
      .where(eq(moves.subjectId, mandateId))
      .orderBy(moves.version);
    expect(story.map((one) => [one.move, one.word])).toEqual([
      ["receipt", "RECEIVED"],
      ["activate", "VALIDATED"],
    ]);
    for (const step of story) {
      const [message] = await read
        .select()
        .from(messages)
        .where(eq(messages.id, step.messageId ?? ""));
      expect(message?.answerBody).toContain(step.word ?? "nothing");
    }
    expect(active.evidenceId).toBe(story[1]?.messageId);
    expect(created(at)).toHaveLength(1);
    expect(await verifyAudit(at.desk.runtime.db, at.desk.creditorId)).toMatchObject({ brokenAt: null });
  });

  it("keeps number and account sealed and masked, in every table and every message", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId, submissionId } = await at.mandate(good);
    await sendSubmission(at.desk.as("agent"), submissionId);
    await workUntil(at, mandateId, "pending");
    const { read } = at.desk.runtime.db;
    const everything = JSON.stringify([
      await read.select().from(mandates),
      await read.select().from(debtors),
      await read.select().from(debtorAccounts),
      await read.select().from(submissions),
      await read.select().from(attempts),
      await read.select().from(messages),
    ]);
    for (const canary of ["0101701234", "010170-1234", "0440116243"])
      expect(everything).not.toContain(canary);
    expect((await mandate(at, mandateId)).masked).toEqual({
      identity: "010170-••••",
      account: "0040 ••••••6243",
    });
    const [debtor] = await read.select().from(debtors).where(eq(debtors.id, at.debtorId));
    expect(debtor?.identityMasked).toBe("010170-••••");
  });

  it("fails with the bank's code when the account is wrong, and an agent is asked", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    const { mandateId, submissionId } = await at.mandate("0040 0440110004");
    await sendSubmission(at.desk.as("agent"), submissionId);
    await at.moveTo("2026-11-20T14:05:00Z");
    await workUntil(at, mandateId, "failed");
    expect(await mandate(at, mandateId)).toMatchObject({
      reasonCode: "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT",
      mandateNumber: null,
    });
    expect(await openTasks(at, mandateId)).toMatchObject([
      {
        kind: "mandate_failed",
        role: "agent",
        params: { code: "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT" },
      },
    ]);
    // A failed one stands in nobody's way: the corrected account is a new request.
    const { mandateId: second } = await at.mandate(good);
    expect(second).not.toBe(mandateId);
  });

  it("is refused at once when the provider sees that the number is impossible, with the field that is wrong", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    at.simulator.faults.arm({
      kind: "status",
      method: "POST",
      times: 1,
      status: 400,
      body: JSON.stringify({
        errorCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT",
        errorDescription: "010170-1234 is not a person.",
      }),
    });
    const { mandateId, submissionId } = await at.mandate(good);
    await sendSubmission(at.desk.as("agent"), submissionId);
    expect(await mandate(at, mandateId)).toMatchObject({
      state: "failed",
      reasonCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT",
    });
    const refused = await submission(at, submissionId);
    expect(refused).toMatchObject({ state: "refused", refusal: { kind: "data" } });
    expect(Object.keys(refused.refusal?.fields ?? {})).toEqual(["identity"]);
    expect(JSON.stringify([refused, await mandate(at, mandateId)])).not.toContain("010170-1234");
    expect(await openTasks(at, mandateId)).toMatchObject([{ kind: "refused", role: "agent" }]);
    expect(created(at)).toEqual([]);
  });
});

describe("a mandate whose answer is lost", () => {
  it("A2: is looked up by its UUID, and there is one request at the provider", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", times: 1 });
    const { mandateId, submissionId } = await at.mandate(good);
    await sendSubmission(at.desk.as("agent"), submissionId);
    expect(await mandate(at, mandateId)).toMatchObject({ state: "draft", sending: "unknown" });
    expect(await openTasks(at, mandateId)).toMatchObject([{ kind: "unknown_outcome" }]);
    await workUntilClosed(at, submissionId);
    expect(await mandate(at, mandateId)).toMatchObject({ state: "pending", sending: "none" });
    expect(await openTasks(at, mandateId)).toEqual([]);
    expect(created(at)).toHaveLength(1);
  });

  it.each([
    ["409", { errorCode: "DUPLICATE_UUID", errorDescription: "The uuid has already been used." }],
    ["400 in words", { errorDescription: "The uuid has already been used." }],
  ])("A12: “already there” with %s is asked about and adopted, never made again", async (form, said) => {
    const at = await deskOnBetalingsservice(afternoon);
    at.simulator.faults.arm({
      kind: "status-after",
      method: "POST",
      status: form === "409" ? 409 : 400,
      body: JSON.stringify(said),
      times: 1,
    });
    const { mandateId, submissionId } = await at.mandate(good);
    await sendSubmission(at.desk.as("agent"), submissionId);
    expect(await submission(at, submissionId)).toMatchObject({ state: "unknown" });
    await workUntilClosed(at, submissionId);
    expect(await submission(at, submissionId)).toMatchObject({
      state: "confirmed",
      resolution: "found",
      tries: 1,
    });
    expect(await mandate(at, mandateId)).toMatchObject({ state: "pending", sending: "none" });
    expect(created(at)).toHaveLength(1);
  });

  it("A1: goes again under the same UUID only when it was absent twice, and is still one", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    at.simulator.faults.arm({ kind: "cut-before", method: "POST", times: 1 });
    const { submissionId } = await at.mandate(good);
    await sendSubmission(at.desk.as("agent"), submissionId);
    await workUntilClosed(at, submissionId);
    const tried = await at.desk.runtime.db.read
      .select()
      .from(attempts)
      .where(eq(attempts.submissionId, submissionId))
      .orderBy(attempts.n);
    expect(tried.map((one) => one.state)).toEqual(["unknown", "accepted"]);
    expect(new Set(tried.map((one) => `${one.key} ${one.bodySha256}`)).size).toBe(1);
    const searches = at.simulator.journal.filter((entry) => entry.path.endsWith("/searches"));
    expect(searches.length).toBeGreaterThanOrEqual(2);
    expect(created(at)).toHaveLength(1);
  });

  it("A16: is not sent again while the provider shows new requests late", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    await fetch(`${at.simulator.url}/_sim/settings`, {
      method: "POST",
      body: JSON.stringify({ visibilityLagSeconds: 50 }),
    });
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", times: 1 });
    const { submissionId } = await at.mandate(good);
    await sendSubmission(at.desk.as("agent"), submissionId);
    await workUntilClosed(at, submissionId);
    expect(await submission(at, submissionId)).toMatchObject({ state: "confirmed", tries: 1 });
    expect(created(at)).toHaveLength(1);
  });

  it("A11: waits for its key when that is refused, and goes by itself with the same UUID once there is a new one", async () => {
    const at = await deskOnBetalingsservice(afternoon);
    at.simulator.faults.arm({ kind: "status", status: 401, times: 1 });
    const { mandateId, submissionId } = await at.mandate(good);
    const { key } = await submission(at, submissionId);
    await sendSubmission(at.desk.as("agent"), submissionId);
    expect(await submission(at, submissionId)).toMatchObject({ state: "intended", tries: 1 });
    expect(await openTasks(at, at.connectionId)).toMatchObject([
      { kind: "connection_trouble", role: "admin" },
    ]);
    expect((await mandate(at, mandateId)).state).toBe("draft");
    await workUntil(at, mandateId, "pending", 70_000);
    expect(created(at).map((entry) => entry.effect)).toEqual([`mandate.created ${key}`]);
  });
});
