import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { connections, submissions } from "@/db/schema";
import type { SubmissionState } from "@/db/tables/journeys";
import { inTransaction } from "@/db/transaction";
import { createConnection } from "@/lib/connections/create";
import { workerCtx } from "@/lib/runtime";
import { API_KEY, type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, submissionOf } from "@/lib/testing/debitdirect-payments";
import { dueLookUps, dueSends } from "./due";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
let other: string;
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  other = await createConnection(at.desk.as("admin"), {
    provider: "debitdirect",
    name: "Another",
    environment: "simulator",
    baseUrl: at.simulator.url,
    settings: {},
    credential: { api_key: API_KEY },
  });
});

const worker = () => workerCtx(at.desk.runtime, at.desk.creditorId);
const named = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);
const hold = (heldUntil: Date) =>
  inTransaction(at.desk.runtime.db, async (tx) => {
    await tx.update(connections).set({ heldUntil }).where(eq(connections.id, at.connectionId));
  });

/** Due copies of one payment; that one itself is closed. The first has the most urgent value. */
async function due(of: { connectionId: string; state: SubmissionState }[], names: string[][]): Promise<void> {
  const { submissionId } = await issue(at);
  const one = await submissionOf(at.desk, submissionId);
  await inTransaction(at.desk.runtime.db, async (tx) => {
    await tx.update(submissions).set({ state: "withdrawn", nextAt: null }).where(eq(submissions.id, one.id));
    for (const [index, what] of of.entries())
      for (const [n, id] of (names[index] ?? []).entries())
        await tx
          .insert(submissions)
          .values({ ...one, ...what, id, subjectId: id, valueRank: index * 10_000 + n - 100_000 });
  });
}

describe.each([
  { kind: "sends", state: "intended", take: dueSends },
  { kind: "look-ups", state: "unknown", take: dueLookUps },
] as const)("due $kind", ({ state, take }) => {
  const ids = async (limit: number) => (await take(worker(), limit)).map((one) => one.id);

  it("go by turns of the connections, so that none starves another with all it has", async () => {
    const both = [
      { connectionId: at.connectionId, state },
      { connectionId: other, state },
    ];
    await due(both, [named("many", 300), named("few", 3)]);
    const taken = await ids(10);
    expect(taken.filter((id) => id.startsWith("many"))).toEqual(named("many", 5));
    expect(taken.filter((id) => id.startsWith("few"))).toEqual(named("few", 3));
    expect(taken.slice(0, 2).sort()).toEqual(["few0", "many0"]);
  });

  it("give a connection that alone has some the whole batch", async () => {
    await due([{ connectionId: other, state }], [named("alone", 12)]);
    expect(await ids(10)).toEqual(named("alone", 10));
  });

  it("leave none out where there are more connections than places", async () => {
    const both = [
      { connectionId: at.connectionId, state },
      { connectionId: other, state },
    ];
    await due(both, [named("many", 9), named("few", 1)]);
    expect((await ids(1)).sort()).toEqual(["few0", "many0"]);
  });
});

it("a pause of a connection keeps its sends back and not its look-ups", async () => {
  const { connectionId } = at;
  await due(
    [
      { connectionId, state: "intended" },
      { connectionId, state: "unknown" },
    ],
    [["to-send"], ["to-ask"]],
  );
  await hold(new Date(at.desk.runtime.clock.now().getTime() + 30_000));
  expect(await dueSends(worker(), 10)).toEqual([]);
  expect(await dueLookUps(worker(), 10)).toMatchObject([{ id: "to-ask" }]);
  await at.pass(30_000);
  expect(await dueSends(worker(), 10)).toMatchObject([{ id: "to-send" }]);
});
