import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, settings } from "@/db/schema";
import { commitImport } from "@/lib/imports/commit";
import { MOST_ROWS } from "@/lib/imports/limits";
import { ownLimit } from "@/lib/payments/create";
import { checkedImport, employ, fileWith, goodRow } from "@/lib/testing/imports";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { limitOf, limits } from "./limits";
import { setLimit } from "./set-limit";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: BsDesk;
beforeAll(async () => {
  at = await deskOnBetalingsservice("2026-11-10T09:00:00Z");
  await employ(at.desk, "agent");
});

const IMPORTS = "imports.commit_limit";
const set = (limit: string) => setLimit(at.desk.as("admin", { name: "Rita" }), { name: IMPORTS, limit });
const kept = () =>
  at.desk.runtime.db.read
    .select()
    .from(settings)
    .where(and(eq(settings.creditorId, at.desk.creditorId), eq(settings.name, IMPORTS)));
const entries = () =>
  at.desk.runtime.db.read
    .select()
    .from(auditLog)
    .where(eq(auditLog.action, "limit.set"))
    .orderBy(desc(auditLog.seq));

describe("the limit of an import", () => {
  it("holds for what is let through from now on", async () => {
    const rows = [1, 2, 3].map((n) => goodRow(8_000 + n));
    const id = await checkedImport(at, fileWith(rows));
    expect(await set("2")).toBe(2);
    await expect(commitImport(at.desk.as("agent"), id)).rejects.toMatchObject({
      code: "needs_approval",
      params: { limit: 2 },
    });
    await set("3");
    await commitImport(at.desk.as("agent"), id);
  });

  it("can be nothing, so that every import needs two people", async () => {
    await set("0");
    const id = await checkedImport(at, fileWith([goodRow(8_010)]));
    await expect(commitImport(at.desk.as("agent"), id)).rejects.toMatchObject({ code: "needs_approval" });
  });

  it("is written down with what it was, once for one change", async () => {
    await set("70");
    await set("70");
    const [last, earlier] = await entries();
    expect(last).toMatchObject({
      actorName: "Rita",
      subjectId: IMPORTS,
      before: '{"mandates":0}',
      after: '{"mandates":70}',
    });
    expect(earlier?.after).toBe('{"mandates":0}');
  });

  it("is not kept when it is our own number", async () => {
    await set(String(limits[IMPORTS].ours));
    expect(await kept()).toEqual([]);
    expect(await limitOf(at.desk.runtime.db.read, at.desk.creditorId, IMPORTS)).toBe(limits[IMPORTS].ours);
  });

  it.each([
    ["", "required"],
    ["many", "integer"],
    ["-1", "integer"],
    ["1.5", "integer"],
    [String(MOST_ROWS + 1), "out_of_range"],
  ])("is refused as %j", async (limit, problem) => {
    const before = await entries();
    await expect(set(limit)).rejects.toMatchObject({ code: "invalid", fields: { limit: problem } });
    expect(await entries()).toEqual(before);
  });
});

describe("the limit of a payment", () => {
  const PAYMENTS = "payments.agent_limit";
  const setAmount = (limit: string) => setLimit(at.desk.as("admin"), { name: PAYMENTS, limit });
  const now = () => limitOf(at.desk.runtime.db.read, at.desk.creditorId, PAYMENTS);

  it("is typed as an amount, in either way of writing, and may be nothing", async () => {
    expect(await setAmount("1.250,50")).toBe(125_050);
    expect(await now()).toBe(125_050);
    expect(await setAmount("7,000.00")).toBe(700_000);
    expect(await setAmount("0,00")).toBe(0);
    expect(await now()).toBe(0);
  });

  it.each([
    ["", "required"],
    ["1e3", "amount_unreadable"],
    ["1.234", "amount_ambiguous"],
    ["-5", "amount_not_positive"],
    ["99999999999", "amount_too_large"],
  ])("is refused as %j", async (limit, problem) => {
    await expect(setAmount(limit)).rejects.toMatchObject({ fields: { limit: problem } });
  });

  it("is an agent's; finance issues any amount", async () => {
    await setAmount("1.000,00");
    expect(await ownLimit(at.desk.as("agent"))).toBe(100_000);
    expect(await ownLimit(at.desk.as("finance"))).toBeNull();
  });

  it("is set by an admin alone", async () => {
    const input = { name: PAYMENTS, limit: "1,00" } as const;
    await expect(setLimit(at.desk.as("finance"), input)).rejects.toMatchObject({ code: "not_permitted" });
  });
});
