import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { eq, inArray } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { databaseUrl, engineOf } from "@/db/engine";
import { attempts, submissions } from "@/db/schema";
import { copyOf, testFolder, testWitness } from "@/db/testing/database";
import { inTransaction } from "@/db/transaction";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { createdFor, issue, openTasks, submissionOf } from "@/lib/testing/debitdirect-payments";
import type { TestDesk } from "@/lib/testing/desk";
import { fenceOf } from "./fence";

vi.setConfig({ testTimeout: 120_000 });

const sqlite = engineOf(databaseUrl()) === "sqlite";
const whyOf = async (desk: TestDesk) => (await fenceOf(desk.runtime.db.read, desk.creditorId))?.why ?? null;

async function sentOnce(): Promise<{ at: DebitDirectDesk; paymentId: string; submissionId: string }> {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  const made = await issue(at);
  await sendSubmission(at.desk.as("finance"), made.submissionId);
  expect(await createdFor(at, made.paymentId)).toHaveLength(1);
  return { at, ...made };
}

/** What a restore to the moment before the permit leaves: the attempt is written down, and has not left. */
async function backToBeforeThePermit(desk: TestDesk, submissionId: string): Promise<void> {
  await inTransaction(desk.runtime.db, async (tx) => {
    await tx
      .update(attempts)
      .set({ state: "recorded", permittedAt: null, answeredAt: null })
      .where(eq(attempts.submissionId, submissionId));
    await tx
      .update(submissions)
      .set({ state: "intended", closedAt: null, nextAt: desk.runtime.clock.now(), leaseUntil: null })
      .where(inArray(submissions.id, [submissionId]));
  });
}

describe("which copy of its data a desk is on", () => {
  it("is not asked by anybody in ordinary life: a start, a start beside it, a payment", async () => {
    const { at } = await sentOnce();
    const again = await at.desk.startAgain({});
    const beside = await again.startAgain({});
    for (const desk of [at.desk, again, beside]) {
      const { submissionId } = await issue({ ...at, desk });
      await sendSubmission(desk.as("finance"), submissionId);
      expect(await submissionOf(desk, submissionId)).toMatchObject({ state: "confirmed" });
      expect(await whyOf(desk)).toBeNull();
    }
  });

  it("O4: a copy of the database elsewhere comes up fenced, with the witness beside it and without", async () => {
    const { at } = await sentOnce();
    const waiting = await issue(at);
    const alone = await at.desk.startAgain({ url: await copyOf(at.desk.runtime.db), witness: testWitness() });
    expect(await whyOf(alone)).toBe("no_witness");
    const witness = join(testFolder(), "witness");
    for (const end of ["", "-wal", "-shm"]) copyFileSync(`${at.desk.witness}${end}`, `${witness}${end}`);
    const whole = await at.desk.startAgain({ url: await copyOf(at.desk.runtime.db), witness });
    expect(await whyOf(whole)).toBe("elsewhere");
    // A second start of a fenced copy finds nothing new, and it stays fenced.
    expect(await whyOf(await whole.startAgain({}))).toBe("elsewhere");
    const before = at.simulator.journal.filter((entry) => entry.method === "POST").length;
    for (const copy of [alone, whole]) {
      await sendSubmission(copy.as("finance"), waiting.submissionId);
      await copy.work();
      const own = await issue({ ...at, desk: copy });
      await copy.work();
      expect(await submissionOf(copy, own.submissionId)).toMatchObject({
        state: "intended",
        detail: "fenced",
      });
      expect(await submissionOf(copy, waiting.submissionId)).toMatchObject({ state: "unknown" });
      expect(await openTasks(copy, waiting.paymentId)).toMatchObject([{ kind: "unknown_outcome" }]);
    }
    expect(at.simulator.journal.filter((entry) => entry.method === "POST")).toHaveLength(before);
    expect(await whyOf(at.desk)).toBeNull();
  });

  it("another machine on the same server is let in while somebody is there, and fenced when nobody is", async () => {
    const { at } = await sentOnce();
    const second = await at.desk.startAgain({ witness: testWitness() });
    expect(await whyOf(second)).toBe(sqlite ? "no_witness" : null);
    if (sqlite) return;
    await at.desk.runtime.db.close();
    await second.runtime.db.close();
    expect(await whyOf(await at.desk.startAgain({ witness: testWitness() }))).toBe("no_witness");
  });

  it("O3: data put back to before a permit are found older at the next start", async () => {
    const { at, paymentId, submissionId } = await sentOnce();
    await backToBeforeThePermit(at.desk, submissionId);
    const again = await at.desk.startAgain({});
    expect(await whyOf(again)).toBe("older");
    await again.work();
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("O3: data put back under a desk at work are found older before the next permit", async () => {
    const { at, paymentId, submissionId } = await sentOnce();
    await backToBeforeThePermit(at.desk, submissionId);
    await sendSubmission(at.desk.as("finance"), submissionId);
    expect(await whyOf(at.desk)).toBe("older");
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown" });
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("a history that does not say which copy it is comes up fenced", async () => {
    const { at } = await sentOnce();
    await at.desk.runtime.db.execute("delete from instances");
    expect(await whyOf(await at.desk.startAgain({}))).toBe("no_record");
  });

  it("what cannot be noted outside the database does not leave, and goes once it can", async () => {
    const { at } = await sentOnce();
    const { paymentId, submissionId } = await issue(at);
    const full = {
      ...at.desk.runtime.instance,
      noteLeft: async () => {
        throw new Error("disk full");
      },
    };
    await sendSubmission({ ...at.desk.as("finance"), instance: full }, submissionId);
    expect(await createdFor(at, paymentId)).toHaveLength(0);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "intended" });
    await at.pass(120_000);
    await at.desk.work();
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });
});
