import { existsSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { auditLog, payments, tasks } from "@/db/schema";
import { emptyDatabaseUrl, testFolder } from "@/db/testing/database";
import { verifyAudit } from "@/lib/audit/verify";
import { adoptGap } from "@/lib/comparison/adopt";
import { compareConnection } from "@/lib/comparison/compare";
import { openGaps } from "@/lib/comparison/list";
import type { Ctx } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import { createPayment } from "@/lib/payments/create";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import {
  issue,
  openTasks,
  paymentOf,
  submissionOf,
  workUntilClosed,
} from "@/lib/testing/debitdirect-payments";
import { until } from "@/lib/testing/until";
import { backUp } from "./back-up";
import { fenceOf } from "./fence";
import { liftFence } from "./lift-fence";
import { restore } from "./restore";

vi.setConfig({ testTimeout: 120_000 });

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** How often the provider made a payment with this reference: the judge. */
const made = (at: DebitDirectDesk, reference: string) =>
  at.simulator.journal.filter((entry) => entry.effect?.endsWith(`ref=${reference}`)).length;
const anyMade = (at: DebitDirectDesk) =>
  at.simulator.journal.filter((entry) => /ref=/.test(entry.effect ?? "")).length;

const send = (at: DebitDirectDesk, id: string) => sendSubmission(at.desk.as("finance"), id);

/** A backup in which A is sent and B is about to be; then B, C and D leave. */
async function sentAfterBackup() {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  const a = await issue(at, { reference: "A", amount: "10,00" });
  await send(at, a.submissionId);
  const b = await issue(at, { reference: "B", amount: "20,00" });
  const file = join(testFolder(), "backup");
  await backUp(at.desk.url, file);
  await send(at, b.submissionId);
  for (const [reference, amount] of [
    ["C", "30,00"],
    ["D", "40,00"],
  ] as const)
    await send(at, (await issue(at, { reference, amount })).submissionId);
  expect(["A", "B", "C", "D"].map((one) => made(at, one))).toEqual([1, 1, 1, 1]);
  return { at, b, file };
}

describe("O3: a restored backup", () => {
  it("sends nothing until it was compared and each payment it does not know has an answer; then each exists once", async () => {
    const { at, b, file } = await sentAfterBackup();
    const url = await emptyDatabaseUrl();
    await restore(file, url, at.desk.runtime.clock);
    const desk = await at.desk.startAgain({ url });
    const there: DebitDirectDesk = { ...at, desk };
    const before = anyMade(at);
    expect(await fenceOf(desk.runtime.db.read, desk.creditorId)).toMatchObject({ why: "restored" });

    // What the backup was about to send may have left since: it is looked up and adopted.
    expect((await submissionOf(desk, b.submissionId)).state).toBe("unknown");
    const e = await issue(there, { reference: "E", amount: "50,00" });
    await workUntilClosed(there, b.submissionId);
    expect(await submissionOf(desk, b.submissionId)).toMatchObject({
      state: "confirmed",
      resolution: "found",
    });
    expect(await submissionOf(desk, e.submissionId)).toMatchObject({ state: "intended", detail: "fenced" });
    expect(anyMade(at)).toBe(before);

    const admin = desk.as("admin");
    await expect(liftFence(admin, { reason: "now" })).rejects.toMatchObject({ code: "not_compared" });
    const compared = await compareConnection(admin, at.connectionId);
    expect(compared).toMatchObject({ state: "complete", gaps: 2 });
    const gaps = await openGaps(admin);
    expect(gaps.map((gap) => [gap.kind, gap.facts.reference, gap.facts.amountMinor])).toEqual(
      expect.arrayContaining([
        ["unknown_here", "C", 3_000],
        ["unknown_here", "D", 4_000],
      ]),
    );
    for (const gap of gaps)
      expect(await openTasks(desk, `${at.connectionId}/${gap.subject}`)).toMatchObject([
        { kind: "payment_unknown_here" },
      ]);
    await expect(liftFence(admin, { reason: "now" })).rejects.toMatchObject({ code: "gaps_open" });
    for (const gap of gaps) {
      const id = await adoptGap(desk.as("finance"), { gapId: gap.id, reason: "in the provider's list" });
      expect(await paymentOf(desk, id)).toMatchObject({ state: "pending", reference: gap.facts.reference });
    }
    expect(anyMade(at)).toBe(before);
    await liftFence(admin, { reason: "compared, all adopted" });
    await workUntilClosed(there, e.submissionId);
    expect(["A", "B", "C", "D", "E"].map((one) => made(at, one))).toEqual([1, 1, 1, 1, 1]);

    const written = await desk.runtime.db.read.select().from(auditLog);
    const actions = written.map((one) => one.action);
    for (const action of [
      "fence.raised",
      "connection.compared",
      "payment.adopted",
      "gap.adopted",
      "fence.lifted",
    ])
      expect(actions).toContain(action);
    expect((await verifyAudit(desk.runtime.db, desk.creditorId)).brokenAt).toBeNull();
    const left = await desk.runtime.db.read
      .select()
      .from(tasks)
      .where(eq(tasks.kind, "payment_unknown_here"));
    expect(left.every((task) => task.state === "done")).toBe(true);
  });
});

/** The context of a person, with something done after every commit, as when a backup is taken just then. */
function afterEachCommit(ctx: Ctx, then: () => Promise<void>): Ctx {
  const transaction: Ctx["db"]["transaction"] = async (work) => {
    const result = await ctx.db.transaction(work);
    await then();
    return result;
  };
  return { ...ctx, db: { ...ctx.db, transaction } };
}

describe("O3: a backup taken at any moment of a payment's way out", () => {
  it("ends with the payment made once, whichever commit was the last that it holds", async () => {
    const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
    const files: string[] = [];
    const backup = async () => {
      const file = join(testFolder(), "backup");
      await backUp(at.desk.url, file);
      files.push(file);
    };
    await backup();
    const ctx = afterEachCommit(at.desk.as("finance"), backup);
    const values = { amount: "70,00", text: "Heat", due: "2026-12-01", reference: "P" };
    const issued = await createPayment(ctx, { mandateId: at.mandateId, values, despiteDuplicate: false });
    await sendSubmission(ctx, issued.submissionId ?? "");
    expect(made(at, "P")).toBe(1);
    // Before it, with its intent, with its attempt, with its permit, with its answer.
    expect(files).toHaveLength(5);
    for (const file of files) {
      const url = await emptyDatabaseUrl();
      await restore(file, url, at.desk.runtime.clock);
      const desk = await at.desk.startAgain({ url });
      const admin = desk.as("admin");
      await compareConnection(admin, at.connectionId);
      for (const gap of await openGaps(admin)) await adoptGap(admin, { gapId: gap.id, reason: "there" });
      await liftFence(admin, { reason: "compared" });
      for (let round = 0; round < 6; round += 1) {
        await at.pass(20_000);
        await desk.work();
      }
      const [mine] = await desk.runtime.db.read.select().from(payments).where(eq(payments.reference, "P"));
      expect(mine).toMatchObject({ state: "pending", sending: "none" });
      expect(made(at, "P")).toBe(1);
    }
  });
});

if (process.env.DATABASE_URL?.startsWith("postgres"))
  describe("restoring on Postgres", () => {
    it("is refused where something is already", async () => {
      const { at, file } = await sentAfterBackup();
      await expect(restore(file, at.desk.url, at.desk.runtime.clock)).rejects.toThrow("not empty");
    });
  });

if (!process.env.DATABASE_URL?.startsWith("postgres"))
  describe("restoring on SQLite", () => {
    it("is refused while a desk is at work, and keeps what was there", async () => {
      const { at, file } = await sentAfterBackup();
      await expect(restore(file, at.desk.url, at.desk.runtime.clock)).rejects.toThrow("in use");
      await at.desk.runtime.db.close();
      // Until what it left is collected, this process still counts as one that has the file open.
      let kept: string | null = null;
      await until(
        async () => {
          const done = await restore(file, at.desk.url, at.desk.runtime.clock).catch(() => null);
          kept = done?.kept ?? null;
          return done !== null;
        },
        async () => {
          collectGarbage();
          await breathe();
        },
      );
      expect(kept && existsSync(kept)).toBe(true);
      const desk = await at.desk.startAgain({});
      expect((await fenceOf(desk.runtime.db.read, desk.creditorId))?.why).toBe("restored");
    });
  });
