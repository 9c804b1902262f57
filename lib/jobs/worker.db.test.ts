import { expect, it, vi } from "vitest";
import { breathe } from "@/lib/kernel/breathe";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { inbox, receive, webEvent } from "@/lib/testing/debitdirect-events";
import { issue, paymentOf, submissionOf } from "@/lib/testing/debitdirect-payments";
import { until } from "@/lib/testing/until";
import { workOnce } from "./worker";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

it("events are applied while as many sends as go at once wait for an answer", async () => {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  const sent = await issue(at);
  await sendSubmission(at.desk.as("finance"), sent.submissionId);
  const { providerId } = await paymentOf(at.desk, sent.paymentId);
  const waiting = await Promise.all([1, 2, 3, 4].map(() => issue(at)));
  at.simulator.faults.arm({ kind: "hang", method: "POST", path: "/payments", times: 4 });
  await receive(at, webEvent("payment", "scheduled", providerId));
  const round = workOnce((creditorId) => workerCtx(at.desk.runtime, creditorId));
  await until(async () => {
    const sends = await Promise.all(waiting.map((one) => submissionOf(at.desk, one.submissionId)));
    const applied = (await inbox(at)).every((message) => message.state === "done");
    return applied && sends.every((one) => one.state === "in_flight");
  }, breathe);
  expect(await round).toBeGreaterThan(4);
});
