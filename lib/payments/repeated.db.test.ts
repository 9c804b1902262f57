import { beforeAll, describe, expect, it, vi } from "vitest";
import { payments } from "@/db/schema";
import { fingerprintOf, type RequestKey } from "@/lib/access/once";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { createPayment } from "./create";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const press = (amount: string, request?: RequestKey) =>
  createPayment(
    at.desk.as("finance"),
    { mandateId: at.mandateId, values: { amount, text: "Heat" }, despiteDuplicate: false },
    request,
  );

const keyed = (key: string, content: unknown): RequestKey => ({ key, fingerprint: fingerprintOf(content) });
const all = async () => (await at.desk.runtime.db.read.select().from(payments)).length;

describe("a payment that is pressed more than once", () => {
  it("U1: is one payment for one form, however often it is sent, one after the other or at once", async () => {
    const before = await all();
    const first = await press("10,00", keyed("form-1", "10,00"));
    expect((await press("10,00", keyed("form-1", "10,00"))).paymentId).toBe(first.paymentId);
    const many = await Promise.all(Array.from({ length: 8 }, () => press("20,00", keyed("form-2", "20,00"))));
    expect(new Set(many.map((one) => one.paymentId)).size).toBe(1);
    expect(await all()).toBe(before + 2);
  });

  it("U1: is refused when the same form comes back with another amount", async () => {
    await press("30,00", keyed("form-3", "30,00"));
    await expect(press("31,00", keyed("form-3", "31,00"))).rejects.toMatchObject({
      code: "request_repeated_differently",
    });
  });

  it("U9: from another form is held as a possible duplicate, also when both are pressed at once", async () => {
    await press("40,00", keyed("form-4", "40,00"));
    await expect(press("40,00", keyed("form-5", "40,00"))).rejects.toMatchObject({ code: "duplicate" });
    const before = await all();
    const both = await Promise.allSettled([press("50,00"), press("50,00"), press("50,00")]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await all()).toBe(before + 1);
  });
});
