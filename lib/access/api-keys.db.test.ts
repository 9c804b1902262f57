import { beforeAll, describe, expect, it } from "vitest";
import { apiKeys } from "@/db/schema";
import { systemClock } from "@/lib/clock";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { apiCtx, createApiKey, listApiKeys, revokeApiKey } from "./api-keys";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk(systemClock);
});

describe("an API key", () => {
  it("stands for its creditor with its role's permissions, and for nothing more", async () => {
    const { key } = await createApiKey(desk.as("admin"), { name: " Billing ", role: "finance" });
    const ctx = await apiCtx(desk.runtime, key);
    expect(ctx).toMatchObject({
      creditorId: desk.creditorId,
      actor: { kind: "api", name: "Billing" },
    });
    expect(ctx?.permissions.has("payments.create")).toBe(true);
    expect(ctx?.permissions.has("people.manage")).toBe(false);
    expect(ctx?.permissions.has("submissions.resend")).toBe(false);
  });

  it("may have the rights of more roles than one, and never an approver's", async () => {
    const { key } = await createApiKey(desk.as("admin"), {
      name: "Both",
      role: "agent",
      moreRoles: ["finance"],
    });
    const permissions = (await apiCtx(desk.runtime, key))?.permissions;
    expect(permissions?.has("mandates.write")).toBe(true);
    expect(permissions?.has("payments.create_any_amount")).toBe(true);
    expect(permissions?.has("connections.manage")).toBe(false);
    expect(permissions?.has("runs.approve")).toBe(false);
  });

  it("is answered once and kept as a hash", async () => {
    const { key } = await createApiKey(desk.as("admin"), { name: "Once", role: "agent" });
    const rows = await desk.runtime.db.read.select().from(apiKeys);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(rows.map((row) => row.lastFour)).toContain(key.slice(-4));
  });

  it("says when it was last used, to the minute", async () => {
    const admin = desk.as("admin");
    const { id, key } = await createApiKey(admin, { name: "Used", role: "agent" });
    const used = async () => (await listApiKeys(admin)).find((row) => row.id === id)?.lastUsedAt;
    expect(await used()).toBeNull();
    const askAt = (time: string) =>
      apiCtx({ ...desk.runtime, clock: { now: () => new Date(time), movable: true } }, key);
    await askAt("2026-11-20T08:00:00Z");
    await askAt("2026-11-20T08:00:30Z");
    expect(await used()).toEqual(new Date("2026-11-20T08:00:00Z"));
    await askAt("2026-11-20T17:00:00Z");
    expect(await used()).toEqual(new Date("2026-11-20T17:00:00Z"));
  });

  it("is dead at once when it is revoked, and the others live on", async () => {
    const admin = desk.as("admin");
    const [one, other] = [
      await createApiKey(admin, { name: "One", role: "agent" }),
      await createApiKey(admin, { name: "Other", role: "agent" }),
    ];
    await revokeApiKey(admin, one.id);
    expect(await apiCtx(desk.runtime, one.key)).toBeNull();
    expect(await apiCtx(desk.runtime, other.key)).not.toBeNull();
  });

  it("keeps the instant at which it was first revoked", async () => {
    const admin = desk.as("admin");
    const { id } = await createApiKey(admin, { name: "Twice", role: "agent" });
    await revokeApiKey(admin, id);
    const revokedAt = async () => (await listApiKeys(admin)).find((row) => row.id === id)?.revokedAt;
    const first = await revokedAt();
    await revokeApiKey(admin, id);
    expect(first).toBeInstanceOf(Date);
    expect(await revokedAt()).toEqual(first);
  });

  it("is not one for anything else that is sent", async () => {
    const { key } = await createApiKey(desk.as("admin"), { name: "Real", role: "agent" });
    for (const wrong of ["", "dd_", key.slice(0, -1), `${key}x`, key.toUpperCase(), "'; --"])
      expect(await apiCtx(desk.runtime, wrong)).toBeNull();
  });

  it("needs a name, and cannot be revoked by another creditor", async () => {
    const admin = desk.as("admin");
    await expect(createApiKey(admin, { name: " ", role: "agent" })).rejects.toMatchObject({
      fields: { name: "required" },
    });
    const { id, key } = await createApiKey(admin, { name: "Ours", role: "agent" });
    const stranger = { ...admin, creditorId: "cre_other" };
    await expect(revokeApiKey(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await listApiKeys(stranger)).toEqual([]);
    expect(await apiCtx(desk.runtime, key)).not.toBeNull();
  });
});
