import { desc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema";
import { createConnection } from "@/lib/connections/create";
import { getConnection } from "@/lib/connections/list";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { updateSettings } from "./update-settings";

const clock = { now: () => new Date("2026-11-20T11:52:00Z"), movable: true };

async function deskWithConnection(): Promise<{ desk: TestDesk; connectionId: string }> {
  const desk = await testDesk(clock);
  const connectionId = await createConnection(desk.as("admin"), {
    provider: "debitdirect",
    name: "DebitDirect",
    environment: "simulator",
    baseUrl: "http://127.0.0.1:9",
    settings: {},
    credential: null,
  });
  return { desk, connectionId };
}

describe("updateSettings", () => {
  it("checks by the provider's own form, keeps the values, and notes only what changed", async () => {
    const { desk, connectionId } = await deskWithConnection();
    await updateSettings(desk.as("admin"), { connectionId, version: 0, values: { page_size: "20" } });
    const after = await getConnection(desk.as("admin"), connectionId);
    expect(after.settings.page_size).toBe("20");
    expect(after.version).toBe(1);
    const [entry] = await desk.runtime.db.read.select().from(auditLog).orderBy(desc(auditLog.seq));
    expect(entry).toMatchObject({
      action: "connection.settings_changed",
      before: "{}",
      after: '{"page_size":"20"}',
    });
  });

  it("refuses what the form does not take, at its field", async () => {
    const { desk, connectionId } = await deskWithConnection();
    const values = { page_size: "100", payments_path: "payments" };
    await expect(
      updateSettings(desk.as("admin"), { connectionId, version: 0, values }),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: { page_size: "out_of_range", payments_path: "pattern" },
    });
  });

  it("does not overwrite what somebody else changed meanwhile", async () => {
    const { desk, connectionId } = await deskWithConnection();
    await updateSettings(desk.as("admin"), { connectionId, version: 0, values: { page_size: "20" } });
    await expect(
      updateSettings(desk.as("admin"), { connectionId, version: 0, values: { page_size: "30" } }),
    ).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect((await getConnection(desk.as("admin"), connectionId)).settings.page_size).toBe("20");
  });

  it("is for admins only", async () => {
    const { desk, connectionId } = await deskWithConnection();
    await expect(
      updateSettings(desk.as("finance"), { connectionId, version: 0, values: {} }),
    ).rejects.toMatchObject({ code: "not_permitted" });
  });
});
