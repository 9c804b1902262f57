import { beforeAll, describe, expect, it, vi } from "vitest";
import { createPayment } from "@/lib/payments/create";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { approver, built, customers, HEAD, madeThere, rowsOf, runOf } from "@/lib/testing/runs";
import { until } from "@/lib/testing/until";
import { approveRun } from "./approve";
import { chooseRow } from "./choose";
import { freezeRun } from "./freeze";
import { sendRun } from "./send";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
let customer = "";
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  [customer = ""] = await customers(at, 1);
});
const finance = () => at.desk.as("finance");

describe("a payment of the same debt that was made since the run was approved", () => {
  it.each([
    ["untouched", "150,00", "DUP"],
    ["taken out and let in again", "160,00", "AGAIN"],
  ])("keeps out a row that was %s", async (how, amount, prefix) => {
    const runId = await built(at, [HEAD, `${customer};${amount};Heat;${prefix}-1;2026-12-01`].join("\n"));
    if (how !== "untouched") {
      await chooseRow(finance(), { runId, n: 1, choice: "out" });
      await chooseRow(finance(), { runId, n: 1, choice: "in" });
    }
    const contentHash = await freezeRun(finance(), runId);
    await approveRun(approver(at), { runId, contentHash });
    const [row] = await rowsOf(at, runId);
    await createPayment(finance(), {
      mandateId: row?.mandateId ?? "",
      values: { amount, text: "Heat", due: "2026-12-01", reference: `${prefix}-9` },
      despiteDuplicate: false,
    });
    await sendRun(finance(), runId);
    await until(
      async () => (await runOf(at, runId)).state === "done",
      async () => {
        await at.pass(2_000);
        await at.desk.work();
      },
    );
    expect(await rowsOf(at, runId)).toMatchObject([{ state: "refused", reason: "duplicate_paid" }]);
    expect([...madeThere(at, prefix).keys()]).toEqual([`${prefix}-9`]);
  });
});
