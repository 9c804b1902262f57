import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { auditLog, settings } from "@/db/schema";
import { checkedImport, employ, fileWith, goodRow } from "@/lib/testing/imports";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { commitImport, commitLimit } from "./commit";
import { COMMIT_LIMIT, COMMIT_LIMIT_SETTING, MOST_ROWS } from "./limits";
import { setCommitLimit } from "./set-limit";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: BsDesk;
beforeAll(async () => {
  at = await deskOnBetalingsservice("2026-11-10T09:00:00Z");
  await employ(at.desk, "agent");
});

const set = (limit: string) => setCommitLimit(at.desk.as("admin", { name: "Rita" }), { limit });
const kept = () =>
  at.desk.runtime.db.read
    .select()
    .from(settings)
    .where(and(eq(settings.creditorId, at.desk.creditorId), eq(settings.name, COMMIT_LIMIT_SETTING)));
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
      subjectId: COMMIT_LIMIT_SETTING,
      before: '{"mandates":0}',
      after: '{"mandates":70}',
    });
    expect(earlier?.after).toBe('{"mandates":0}');
  });

  it("is not kept when it is our own number", async () => {
    await set(String(COMMIT_LIMIT));
    expect(await kept()).toEqual([]);
    expect(await commitLimit(at.desk.runtime.db.read, at.desk.creditorId)).toBe(COMMIT_LIMIT);
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
