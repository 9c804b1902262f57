import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST as approve } from "@/app/api/v1/runs/[id]/approve/route";
import { GET as getOne } from "@/app/api/v1/runs/[id]/route";
import { GET as getRows } from "@/app/api/v1/runs/[id]/rows/route";
import { POST as create, GET as list } from "@/app/api/v1/runs/route";
import { apiKeys } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { createApiKey } from "@/lib/access/api-keys";
import { hashToken } from "@/lib/access/tokens";
import type { Ctx } from "@/lib/context";
import { approveRun } from "@/lib/runs/approve";
import { discardRun } from "@/lib/runs/discard";
import { freezeRun } from "@/lib/runs/freeze";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { runOf } from "@/lib/testing/runs";
import {
  approveRunEndpoint,
  createRunEndpoint,
  getRunEndpoint,
  listRunRowsEndpoint,
  listRunsEndpoint,
} from "./endpoints/runs";
import { ask, foreignKeyOn, keyOn } from "./testing";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
let finance: string;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  finance = await keyOn(at.desk, "finance");
});

const body = (reference: string) => ({
  name: "By program",
  test: true,
  rows: [
    { customer_number: "100234", amount_minor: 123_675, text: "Heat", reference, due: "2026-12-01" },
    { customer_number: "999999", amount_minor: 100, text: "Heat", reference: `${reference}-2` },
  ],
});

describe("a run by a program", () => {
  it("is brought in once, read, and listed with its rows", async () => {
    const asked = { key: finance, body: body("API-1"), idempotencyKey: "run-1" };
    const made = await ask(createRunEndpoint, create, asked);
    expect(made).toMatchObject({
      status: 201,
      json: {
        state: "draft",
        plan: [
          { group: "on_time", count: 1, sums: [{ currency: "DKK", count: 1, amount_minor: 123_675 }] },
          { group: "slips", count: 0 },
          { group: "excluded", count: 1, reasons: [{ reason: "customer_unknown", count: 1 }] },
        ],
      },
    });
    const again = await ask(createRunEndpoint, create, asked);
    expect(again.json.id).toBe(made.json.id);
    const params = { id: String(made.json.id) };
    expect(made.headers.get("location")).toBe(`/api/v1/runs/${params.id}`);
    const one = await ask(getRunEndpoint, getOne, { key: finance, params });
    expect(one.json).toMatchObject({ id: params.id, progress: { total: 1, rows: { to_issue: 1 } } });
    const rows = await ask(listRunRowsEndpoint, getRows, { key: finance, params, query: "group=excluded" });
    expect(rows.json.data).toMatchObject([{ row: 2, verdict: "excluded", reason: "customer_unknown" }]);
    const all = await ask(listRunsEndpoint, list, { key: finance, query: "state=draft" });
    expect(all.json.data).toMatchObject([{ id: params.id, name: "By program" }]);
  });

  it("is nobody else's, and needs the right", async () => {
    const made = await ask(createRunEndpoint, create, { key: finance, body: body("API-2") });
    const params = { id: String(made.json.id) };
    const foreign = await foreignKeyOn(at.desk, "finance");
    expect((await ask(getRunEndpoint, getOne, { key: foreign, params })).status).toBe(404);
    const agent = await keyOn(at.desk, "agent");
    expect((await ask(createRunEndpoint, create, { key: agent, body: body("API-3") })).status).toBe(403);
  });

  it("U6: is not approved by the program that made it, nor by any key without the right", async () => {
    const made = await ask(createRunEndpoint, create, { key: finance, body: body("API-4") });
    const id = String(made.json.id);
    const content_hash = await freezeRun(at.desk.as("finance"), id);
    const refused = await ask(approveRunEndpoint, approve, {
      key: finance,
      params: { id },
      body: { content_hash },
    });
    expect(refused).toMatchObject({ status: 403, json: { code: "not_permitted" } });
    // Were a key given the right, its own work would still be its own.
    const { preparedById, preparedByName } = await runOf(at, id);
    const withRight: Ctx = {
      ...at.desk.as("finance", { approver: true }),
      actor: { kind: "api", id: preparedById, name: preparedByName },
    };
    await expect(approveRun(withRight, { runId: id, contentHash: content_hash })).rejects.toMatchObject({
      code: "own_work",
    });
    expect((await runOf(at, id)).state).toBe("frozen");
  });

  describe("U6: what a key has prepared", () => {
    const frozen = async (prefix: string) => {
      const made = await ask(createRunEndpoint, create, { key: finance, body: body(prefix) });
      const runId = String(made.json.id);
      return { runId, contentHash: await freezeRun(at.desk.as("finance"), runId) };
    };
    const makerIs = (createdById: string | null) =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx
          .update(apiKeys)
          .set({ createdById })
          .where(eq(apiKeys.hash, hashToken(finance)));
      });
    const own = { code: "own_work" };
    const maker = () => at.desk.as("admin", { approver: true });
    const otherAdmin = () => at.desk.as("admin", { approver: true, name: "Bo" });
    const approver = () => at.desk.as("finance", { approver: true, name: "Carla" });

    it("is not approved by whoever made the key, and is by another admin", async () => {
      const what = await frozen("API-5");
      await expect(approveRun(maker(), what)).rejects.toMatchObject(own);
      await approveRun(otherAdmin(), what);
      await discardRun(at.desk.as("finance"), what.runId);
    });

    it("is not approved by anybody who may have made it when nobody knows who did", async () => {
      const what = await frozen("API-6");
      await makerIs(null);
      await expect(approveRun(maker(), what)).rejects.toMatchObject(own);
      await expect(approveRun(otherAdmin(), what)).rejects.toMatchObject(own);
      // An admin once, and not any more.
      await createApiKey(at.desk.as("admin", { name: "Dan" }), { name: "Of Dan", role: "agent" });
      const { actor } = at.desk.as("admin", { name: "Dan" });
      await expect(approveRun({ ...approver(), actor }, what)).rejects.toMatchObject(own);
      await approveRun(approver(), what);
      await discardRun(at.desk.as("finance"), what.runId);
      await makerIs("usr_admin_");
    });

    it("is not approved by another key of the same maker, were a key given the right", async () => {
      const what = await frozen("API-7");
      const another = await createApiKey(at.desk.as("admin"), { name: "Another", role: "finance" });
      const asKey: Ctx = { ...approver(), actor: { kind: "api", id: another.id, name: "Another" } };
      await expect(approveRun(asKey, what)).rejects.toMatchObject(own);
      await discardRun(at.desk.as("finance"), what.runId);
    });
  });
});
