import { expect, it, vi } from "vitest";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue } from "@/lib/testing/debitdirect-payments";
import { deskOnPaynl } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";
import { debtorVersion, recordVersion } from "./version";

vi.setConfig({ testTimeout: 60_000 });

it("a debtor's version changes with what happens to their payments and mandates, and only then", async () => {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  const agent = at.desk.as("agent");
  const seen = [await debtorVersion(agent, at.debtorId), await debtorVersion(agent, at.debtorId)];
  expect(seen[1]).toBe(seen[0]);
  await at.pass(1_000);
  await issue(at);
  const issued = await debtorVersion(agent, at.debtorId);
  expect(issued).not.toBe(seen[0]);
  await at.pass(1_000);
  await at.desk.work();
  expect(await debtorVersion(agent, at.debtorId)).not.toBe(issued);
  const stranger = { ...agent, creditorId: "cre_other" };
  await expect(debtorVersion(stranger, at.debtorId)).rejects.toMatchObject({ code: "not_found" });
});

it("a mandate's page hears of the debits that its provider planned with it", async () => {
  const at = await deskOnPaynl("2026-11-29T10:00:00Z");
  const id = await at.mandate();
  const version = () => recordVersion(at.desk.as("agent"), { noun: "mandate", id });
  const [before, same] = [await version(), await version()];
  expect(same).toBe(before);
  const { version: unmoved } = await at.readMandate(id);
  await until(
    async () => (await at.paymentsOf(id)).length > 0,
    async () => {
      await at.pass(1_000);
      await at.desk.work();
    },
  );
  expect((await at.readMandate(id)).version).toBe(unmoved);
  expect(await version()).not.toBe(before);
});
