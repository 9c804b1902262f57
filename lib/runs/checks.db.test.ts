import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Tx } from "@/db/client";
import { agreements, connections, credentials, messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { stopMandate } from "@/lib/mandates/stop";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { whileUnreachable } from "@/lib/testing/debitdirect-payments";
import { approved, customers, fileFor, rowsOf, runOf } from "@/lib/testing/runs";
import { discardRun } from "./discard";
import { sendRun } from "./send";
import { stopRun } from "./stop";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
let numbers: string[];
let finance: Ctx;
let files = 0;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  numbers = await customers(at, 3);
  finance = at.desk.as("finance");
});

/** An approved run; what is wrong meanwhile; what the press of "send" comes to. */
async function refusedFor(spoil: (runId: string, press: () => Promise<unknown>) => Promise<unknown>) {
  files += 1;
  const runId = await approved(at, fileFor(numbers, `CHECK${files}`));
  const before = at.simulator.journal.length;
  await spoil(runId, () => expect(sendRun(finance, runId)).rejects.toMatchObject({ code: "checks_failed" }));
  const run = await runOf(at, runId);
  expect(run).toMatchObject({ state: "approved", checkedAt: expect.any(Date) });
  expect(at.simulator.journal.slice(before).filter((entry) => entry.method === "POST")).toEqual([]);
  await discardRun(finance, runId);
  return run.checks.filter((check) => !check.ok);
}

const write = (work: (tx: Tx) => Promise<unknown>) => inTransaction(at.desk.runtime.db, work);

const ahead = (ms: number): Ctx => ({
  ...finance,
  clock: { movable: true, now: () => new Date(at.desk.runtime.clock.now().getTime() + ms) },
});

describe("before a run may send", () => {
  it("everything is looked at, and kept with its instant", async () => {
    const runId = await approved(at, fileFor(numbers, "GOOD"));
    await sendRun(finance, runId);
    const { checks, checkedAt } = await runOf(at, runId);
    expect(checkedAt).toBeInstanceOf(Date);
    expect(checks.map(({ code, ok, says }) => [code, ok, says])).toEqual([
      ["clock", true, "good"],
      ["credential", true, "good"],
      ["identity", true, "first"],
      ["kind", true, "test"],
      ["cutoff", true, "good"],
      ["mandates", true, "good"],
    ]);
    const probes = await at.desk.runtime.db.read.select().from(messages).where(eq(messages.title, "probe"));
    expect(probes.length).toBeGreaterThan(0);
    await stopRun(finance, runId);
  });

  it.each([
    [61_500, "ahead"],
    [-61_500, "behind"],
  ])("A18: a clock %i ms off is refused with the measured skew: %s", async (ms, says) => {
    const failed = await refusedFor(async (runId) => {
      await expect(sendRun(ahead(ms), runId)).rejects.toMatchObject({ code: "checks_failed" });
    });
    expect(failed).toMatchObject([{ code: "clock", says }]);
    expect(Number(failed[0]?.params.seconds)).toBeGreaterThan(60);
    expect(Number(failed[0]?.params.seconds)).toBeLessThan(64);
  });

  it("a clock that is less off is not", async () => {
    files += 1;
    const runId = await approved(at, fileFor(numbers, `CHECK${files}`));
    await sendRun(ahead(55_000), runId);
    await stopRun(finance, runId);
  });

  it("A11: a credential that the provider refuses, or that ends before the cut-off, is", async () => {
    const refused = await refusedFor(async (_runId, press) => {
      at.simulator.faults.arm({
        kind: "status",
        method: "GET",
        path: "/me",
        status: 401,
        body: "{}",
        times: 1,
      });
      await press();
    });
    expect(refused).toMatchObject([{ code: "credential", says: "credential_refused" }, { code: "identity" }]);
    const expires = (expiresAt: Date | null) =>
      write(async (tx) => tx.update(credentials).set({ expiresAt }));
    const ends = await refusedFor(async (_runId, press) => {
      await expires(new Date("2026-11-20T12:00:00Z"));
      await press();
    });
    expect(ends).toMatchObject([
      { code: "credential", says: "expires", params: { at: "2026-11-20T12:00:00.000Z" } },
    ]);
    await expires(null);
  });

  it("O6: a key of somebody else, who is not who we were, is", async () => {
    const failed = await refusedFor(async (_runId, press) => {
      const body = JSON.stringify({ handle: "somebody_else", name: "Other", test: true });
      at.simulator.faults.arm({ kind: "status", method: "GET", path: "/me", status: 200, body, times: 1 });
      await press();
    });
    expect(failed).toMatchObject([{ code: "identity", says: "other", params: { told: "somebody_else" } }]);
    const [connection] = await at.desk.runtime.db.read.select().from(connections);
    expect(connection?.identity).not.toBe("somebody_else");
  });

  it("an agreement of the other kind is, and a sandbox for a live run", async () => {
    const kind = (test: boolean) =>
      write(async (tx) => tx.update(agreements).set({ test }).where(eq(agreements.id, at.agreementId)));
    const failed = await refusedFor(async (_runId, press) => {
      await kind(false);
      await press();
    });
    expect(failed).toMatchObject([{ code: "kind", says: "mixed", params: { rows: 3 } }]);
    await kind(true);
  });

  it("a provider that cannot be reached is", async () => {
    const failed = await refusedFor(async (_runId, press) => whileUnreachable(at, press));
    expect(failed).toMatchObject([
      { code: "clock", says: "not_asked" },
      { code: "credential", says: "unreachable" },
      { code: "identity", says: "not_asked" },
    ]);
  });

  it("a mandate that is not active any more is", async () => {
    const failed = await refusedFor(async (runId, press) => {
      const [row] = await rowsOf(at, runId);
      const mandate = { mandateId: row?.mandateId ?? "", reason: "disputed" };
      await stopMandate(finance, { ...mandate, act: "suspend" });
      await press();
      await stopMandate(finance, { ...mandate, act: "resume" });
    });
    expect(failed).toMatchObject([{ code: "mandates", says: "not_active", params: { rows: 1 } }]);
  });

  it("P10: a cut-off that passed meanwhile is", async () => {
    const failed = await refusedFor(async (_runId, press) => {
      await at.moveTo("2026-11-23T09:00:00Z");
      await press();
    });
    expect(failed).toMatchObject([{ code: "cutoff", says: "passed" }]);
  });
});
