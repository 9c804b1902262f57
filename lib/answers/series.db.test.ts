import { expect, it, vi } from "vitest";
import { deskOnPaynl } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";
import { mandateAnswer } from "./of-debtor";

vi.setConfig({ testTimeout: 60_000 });

/** A Sunday. */
const start = "2026-11-29T10:00:00Z";

it("a series that its provider plans is answered for by its earliest open debit", async () => {
  const at = await deskOnPaynl(start);
  const agent = at.desk.as("agent");
  const series = { type: "RECURRING", period: "week", quantity: "4", process_date: "2026-11-30" };
  const id = await at.mandate(series);
  await until(
    async () => (await at.paymentsOf(id)).length > 1,
    async () => {
      await at.pass(60_000);
      await at.desk.work();
    },
  );
  const [first] = (await at.paymentsOf(id)).toSorted((a, b) => a.requested.localeCompare(b.requested));
  expect(first).toMatchObject({ planned: "2026-11-30" });
  expect(await mandateAnswer(agent, id)).toMatchObject({ about: { noun: "payment", id: first?.id } });
});
