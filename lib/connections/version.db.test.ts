import { describe, expect, it } from "vitest";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { testDesk } from "@/lib/testing/desk";
import { addAgreement } from "./agreement";
import { cutoffFinder } from "./cutoff-finder";
import { getConnection } from "./list";
import { connectionSubmissions, isOpen } from "./submissions";
import { subscribeEvents } from "./subscribe";
import { connectionVersion } from "./version";

describe("a connection's version", () => {
  it("changes when something is asked of the provider, and again when it has answered", async () => {
    const { desk, connectionId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    const ctx = desk.as("admin");
    const before = await connectionVersion(ctx, connectionId);
    expect(await connectionVersion(ctx, connectionId)).toBe(before);
    await subscribeEvents(ctx, connectionId);
    const asked = await connectionVersion(ctx, connectionId);
    expect(asked).not.toBe(before);
    await desk.work();
    expect(await connectionVersion(ctx, connectionId)).not.toBe(asked);
  });

  it("is refused for another creditor's connection", async () => {
    const { connectionId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    const other = await testDesk({ now: () => new Date(), movable: false });
    await expect(connectionVersion(other.as("admin"), connectionId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("connectionSubmissions", () => {
  it("has what was asked for its agreements and its events, the newest first", async () => {
    const { desk, connectionId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    const ctx = desk.as("admin");
    await subscribeEvents(ctx, connectionId);
    const connection = await getConnection(ctx, connectionId);
    const found = await connectionSubmissions(ctx, connection);
    expect(found.map((one) => [one.operation, isOpen(one)])).toEqual([
      ["events.subscribe", true],
      ["agreement.register", false],
    ]);
    expect(JSON.stringify(found)).not.toContain("intentSealed");
  });
});

describe("cutoffFinder", () => {
  it("finds the next cut-off of what a connection collects, and none for one without agreements", async () => {
    const { desk, connectionId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    const find = await cutoffFinder(desk.as("finance"));
    const after = find(connectionId)(new Date("2026-12-01T00:00:00Z"));
    expect(after?.cutoffAt.toISOString()).toBe("2026-12-20T22:59:59.999Z");
    expect(find("con_none")(new Date("2026-12-01T00:00:00Z"))).toBeNull();
  });

  it("lets a monthly cut-off come before the daily ones of another scheme", async () => {
    const { desk, connectionId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    await addAgreement(desk.as("admin"), {
      connectionId,
      values: { scheme: "nets-ls", cvr_number: "13748136", creditor_number: "123", test: "true" },
    });
    const find = await cutoffFinder(desk.as("finance"));
    expect(find(connectionId)(new Date("2026-12-01T00:00:00Z"))?.cutoffAt.toISOString()).toBe(
      "2026-12-20T22:59:59.999Z",
    );
  });
});
