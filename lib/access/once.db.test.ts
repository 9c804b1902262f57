import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import type { Ctx } from "@/lib/context";
import { createDebtor } from "@/lib/debtors/create";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { fingerprintOf, once, type RequestKey } from "./once";

let desk: TestDesk;
let worked = 0;

beforeAll(async () => {
  desk = await testDesk(systemClock);
});

const request = (key: string, content: unknown = key): RequestKey => ({
  key,
  fingerprint: fingerprintOf(content),
});

const press = (ctx: Ctx, given: RequestKey | undefined) =>
  inTransaction(desk.runtime.db, (tx) =>
    once(tx, ctx, given, async () => {
      worked += 1;
      return `made_${worked}`;
    }),
  );

describe("a request that carries its own key", () => {
  it("is done once: a repeat shows the first result", async () => {
    const ctx = desk.as("agent");
    const first = await press(ctx, request("double-click"));
    expect(await press(ctx, request("double-click"))).toBe(first);
    expect(await press(ctx, request("another"))).not.toBe(first);
  });

  it("is done once when it is pressed many times at once", async () => {
    const ctx = desk.as("agent");
    const before = worked;
    const results = await Promise.all(Array.from({ length: 10 }, () => press(ctx, request("at-once"))));
    expect(new Set(results).size).toBe(1);
    expect(worked).toBe(before + 1);
  });

  it("is refused when it comes back with other content", async () => {
    const ctx = desk.as("agent");
    await press(ctx, request("changed", { amount: "1" }));
    await expect(press(ctx, request("changed", { amount: "2" }))).rejects.toMatchObject({
      code: "request_repeated_differently",
    });
  });

  it("belongs to who sent it: another person's same key is another request", async () => {
    const [anna, bent] = [desk.as("agent", { name: "Anna" }), desk.as("agent", { name: "Bent" })];
    expect(await press(anna, request("shared"))).not.toBe(await press(bent, request("shared")));
  });

  it("leaves nothing behind when its work failed: the next try does it", async () => {
    const ctx = desk.as("agent");
    const failing = inTransaction(desk.runtime.db, (tx) =>
      once(tx, ctx, request("failing"), () => Promise.reject(new Error("disk full"))),
    );
    await expect(failing).rejects.toThrow("disk full");
    const before = worked;
    await press(ctx, request("failing"));
    expect(worked).toBe(before + 1);
  });

  it("is done every time without a key", async () => {
    const ctx = desk.as("agent");
    expect(await press(ctx, undefined)).not.toBe(await press(ctx, undefined));
  });

  it("makes one debtor of a form that is sent twice, where a second form is refused", async () => {
    const ctx = desk.as("agent");
    const form = { kind: "person", name: "Anna Andersen", customer_number: "100234" };
    const first = await createDebtor(ctx, form, request("form", form));
    expect(await createDebtor(ctx, form, request("form", form))).toBe(first);
    await expect(createDebtor(ctx, form, request("form-2", form))).rejects.toMatchObject({
      code: "invalid",
      fields: { customer_number: "customer_number_taken" },
    });
  });
});
