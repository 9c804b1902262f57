import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { emptyDatabaseUrl, testFolder } from "@/db/testing/database";
import { acknowledgeGap } from "@/lib/comparison/acknowledge";
import { compareConnection } from "@/lib/comparison/compare";
import { openGaps } from "@/lib/comparison/list";
import type { Ctx } from "@/lib/context";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, submissionOf } from "@/lib/testing/debitdirect-payments";
import { backUp } from "./back-up";
import { fenceOf } from "./fence";
import { liftFence } from "./lift-fence";
import { fenceAll } from "./raise-fence";
import { restore } from "./restore";

vi.setConfig({ testTimeout: 60_000 });

/** Fenced, compared with its provider, and every gap answered: it only remains to be lifted. */
async function comparedDesk(): Promise<DebitDirectDesk> {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  await fenceAll(at.desk.runtime, "no_witness");
  await at.pass(60_000);
  await at.desk.work();
  await compareConnection(at.desk.as("admin"), at.connectionId);
  for (const { id: gapId } of await openGaps(at.desk.as("admin")))
    await acknowledgeGap(at.desk.as("finance"), { gapId, reason: "looked at" });
  return at;
}

it("O3: a backup that was taken under an older fence is compared anew when it is restored", async () => {
  const at = await comparedDesk();
  const file = join(testFolder(), "backup");
  await backUp(at.desk.url, file);
  await liftFence(at.desk.as("admin"), { reason: "all is well" });
  const { submissionId } = await issue(at, { reference: "B" });
  await sendSubmission(at.desk.as("finance"), submissionId);
  expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "confirmed" });

  await at.pass(86_400_000);
  const url = await emptyDatabaseUrl();
  await restore(file, url, at.desk.runtime.clock);
  const desk = await at.desk.startAgain({ url });
  expect(await fenceOf(desk.runtime.db.read, desk.creditorId)).toMatchObject({ why: "restored" });
  // The comparison that it holds knows nothing of B.
  await expect(liftFence(desk.as("admin"), { reason: "it was compared" })).rejects.toMatchObject({
    code: "not_compared",
  });
});

/** Something begins when the nth transaction has done its statements and is not committed yet. */
function beforeCommit(ctx: Ctx, nth: number, begin: () => void): Ctx {
  let done = 0;
  const transaction: Ctx["db"]["transaction"] = (work) =>
    ctx.db.transaction(async (tx) => {
      const result = await work(tx);
      done += 1;
      if (done === nth) {
        begin();
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return result;
    });
  return { ...ctx, db: { ...ctx.db, transaction } };
}

it("I2: what the fence holds back at the very moment of its lifting goes all the same", async () => {
  const at = await comparedDesk();
  const { submissionId } = await issue(at);
  let begin = () => {};
  // Somebody else's doing: it begins outside of the sender's transaction.
  const lifted = new Promise<void>((resolve) => {
    begin = resolve;
  }).then(() => liftFence(at.desk.as("admin"), { reason: "all is well" }));
  await sendSubmission(beforeCommit(at.desk.as("finance"), 2, begin), submissionId);
  await lifted;
  expect(await fenceOf(at.desk.runtime.db.read, at.desk.creditorId)).toBeNull();
  await at.pass(5_000);
  await at.desk.work();
  expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "confirmed" });
});
