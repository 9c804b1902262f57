import { describe, expect, it, vi } from "vitest";
import { liftFence } from "@/lib/instance/lift-fence";
import { fenceAll } from "@/lib/instance/raise-fence";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, openTasks, paymentOf, theirWords } from "@/lib/testing/debitdirect-payments";
import { deskOnPaynl } from "@/lib/testing/paynl";
import { acknowledgeGap } from "./acknowledge";
import { adoptGap } from "./adopt";
import { compareConnection } from "./compare";
import { openGaps } from "./list";

vi.setConfig({ testTimeout: 60_000 });

const START = "2026-11-10T09:00:00Z";

async function sent(at: DebitDirectDesk): Promise<string> {
  const { paymentId, submissionId } = await issue(at);
  await sendSubmission(at.desk.as("finance"), submissionId);
  return paymentId;
}

/** The provider answers the next reads of payments with these bodies. */
function answers(at: DebitDirectDesk, ...next: { status: number; body: object }[]): void {
  for (const { status, body } of next)
    at.simulator.faults.arm({
      kind: "status",
      method: "GET",
      path: "/payments",
      status,
      body: JSON.stringify(body),
      times: 1,
    });
}

const listed = (...results: object[]) => ({
  status: 200,
  body: { results, nextOffset: null, hasMore: false },
});
const missing = { status: 404, body: { title: "Not found", type: "notfound", traceId: "t" } };

describe("A14, A15: a comparison with the provider", () => {
  it("finds no gap where both have the same, and may be made at any time", async () => {
    const at = await deskOnDebitDirect(START);
    await sent(at);
    const done = await compareConnection(at.desk.as("admin"), at.connectionId);
    expect(done).toMatchObject({ state: "complete", gaps: 0, ours: 2 });
  });

  it("shows a payment of ours that is not there, moves nothing, and asks once", async () => {
    const at = await deskOnDebitDirect(START);
    const paymentId = await sent(at);
    const admin = at.desk.as("admin");
    answers(at, listed(), missing);
    expect(await compareConnection(admin, at.connectionId)).toMatchObject({ state: "complete", gaps: 1 });
    const [gap] = await openGaps(admin);
    expect(gap).toMatchObject({ kind: "missing_there", subject: paymentId });
    expect((await openTasks(at.desk, paymentId)).map((one) => one.kind)).toContain("missing_there");
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
    await expect(adoptGap(admin, { gapId: gap?.id ?? "", reason: "x" })).rejects.toMatchObject({
      code: "move_not_allowed",
    });
    await expect(acknowledgeGap(admin, { gapId: gap?.id ?? "", reason: " " })).rejects.toMatchObject({
      code: "invalid",
    });
    await acknowledgeGap(admin, { gapId: gap?.id ?? "", reason: "they lost it; we wrote to them" });
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
    answers(at, listed(), missing);
    expect(await compareConnection(admin, at.connectionId)).toMatchObject({ gaps: 0 });
  });

  it("shows one that is there with another amount, and closes the gap when it is gone", async () => {
    const at = await deskOnDebitDirect(START);
    const paymentId = await sent(at);
    answers(at, listed(await theirWords(at, paymentId, { amount: 1 })));
    const admin = at.desk.as("admin");
    expect(await compareConnection(admin, at.connectionId)).toMatchObject({ gaps: 1 });
    expect(await openGaps(admin)).toMatchObject([{ kind: "differs", facts: { amountMinor: 1 } }]);
    expect(await compareConnection(admin, at.connectionId)).toMatchObject({ gaps: 0 });
    expect(await openGaps(admin)).toEqual([]);
  });

  it.each([
    ["cannot be read", { status: 500, body: { title: "broken" } }],
    ["does not say that it is whole", { status: 200, body: { results: [], nextOffset: null } }],
  ])("proves nothing from a list that %s, and holds the fence up", async (_how, answer) => {
    const at = await deskOnDebitDirect(START);
    const admin = at.desk.as("admin");
    await fenceAll(at.desk.runtime, "elsewhere");
    answers(at, answer);
    expect(await compareConnection(admin, at.connectionId)).toMatchObject({ state: "incomplete", gaps: 1 });
    expect(await openGaps(admin)).toMatchObject([{ kind: "unread", subject: "payments" }]);
    await expect(liftFence(admin, { reason: "now" })).rejects.toMatchObject({ code: "gaps_open" });
    expect(await compareConnection(admin, at.connectionId)).toMatchObject({ state: "complete", gaps: 0 });
    await liftFence(admin, { reason: "now" });
  });

  it("says what a provider without lists cannot prove, and takes a person's word for one fence only", async () => {
    const at = await deskOnPaynl(START);
    const admin = at.desk.as("admin");
    expect(await compareConnection(admin, at.connectionId)).toMatchObject({ state: "complete", gaps: 0 });
    for (const round of [1, 2]) {
      await fenceAll(at.desk.runtime, "elsewhere");
      expect(await compareConnection(admin, at.connectionId), `fence ${round}`).toMatchObject({ gaps: 2 });
      const gaps = await openGaps(admin);
      expect(gaps.map((gap) => [gap.kind, gap.subject]).sort()).toEqual([
        ["by_hand", "mandates"],
        ["by_hand", "payments"],
      ]);
      for (const gap of gaps) await acknowledgeGap(admin, { gapId: gap.id, reason: "looked in the portal" });
      expect(await compareConnection(admin, at.connectionId)).toMatchObject({ gaps: 0 });
      await liftFence(admin, { reason: "now" });
      await at.pass(1_000);
    }
  });
});
