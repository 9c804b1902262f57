import { expect, it, vi } from "vitest";
import { pollConnection } from "@/lib/inbox/poll";
import { cancelPayment } from "@/lib/payments/cancel";
import { workerCtx } from "@/lib/runtime";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, openTasks, paymentOf } from "@/lib/testing/debitdirect-payments";
import { sendSubmission } from "./send";

vi.setConfig({ testTimeout: 60_000 });

it("I12: a cancellation that came to its end leaves the payment's older question to be seen", async () => {
  const at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  const finance = at.desk.as("finance");
  at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
  const { paymentId, submissionId } = await issue(at);
  await sendSubmission(finance, submissionId);
  await pollConnection(workerCtx(at.desk.runtime, at.desk.creditorId), at.connectionId);
  expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending", sending: "unknown" });
  const cancelling = await cancelPayment(finance, { paymentId, reason: "wrong bill" });
  if (cancelling) await sendSubmission(finance, cancelling);
  expect(await paymentOf(at.desk, paymentId)).toMatchObject({ sending: "unknown" });
  expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "unknown_outcome" }]);
});
