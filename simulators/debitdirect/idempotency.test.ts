import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openSimulator, rowsOf, talkTo, textOf, wishFor, withMandate } from "./testing";

const NOW = "2024-04-15T09:12:44Z";

describe("Idempotency-Key", () => {
  it("replays a success with 208 and the same body, and creates nothing", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const key = randomUUID();
    const first = await desk.pay(wishFor(mandate), key);
    const again = await desk.pay(wishFor(mandate), key);
    expect([first.status, again.status]).toEqual([200, 208]);
    expect(again.text).toBe(first.text);
    expect(rowsOf(await desk.look("payments"))).toHaveLength(1);
    expect(desk.effects().filter((one) => one.startsWith("payment.created"))).toEqual([
      `payment.created ${textOf(first.body, "id")} ref=INV-1`,
    ]);
  });
  it("gives the saved answer to the same key with another body", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const key = randomUUID();
    const first = await desk.pay(wishFor(mandate), key);
    const other = await desk.pay(wishFor(mandate, { amount: 1, reference: "other" }), key.toUpperCase());
    expect(other.status).toBe(208);
    expect(other.text).toBe(first.text);
  });
  it("replays a failure too, even when the reason has passed", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    await desk.settings({ failNextPayments: 1 });
    const key = randomUUID();
    const failed = await desk.pay(wishFor(mandate), key);
    expect(failed.status).toBe(500);
    const again = await desk.pay(wishFor(mandate), key);
    expect(again.status).toBe(208);
    expect(again.text).toBe(failed.text);
    expect((await desk.pay(wishFor(mandate))).status).toBe(200);
    expect(rowsOf(await desk.look("payments"))).toHaveLength(1);
  });
  it("replays a 429", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    await desk.settings({ rateLimitPerSecond: 1 });
    await desk.call("GET", "/me");
    const key = randomUUID();
    expect((await desk.pay(wishFor(mandate), key)).status).toBe(429);
    await desk.settings({ rateLimitPerSecond: 0 });
    const again = await desk.pay(wishFor(mandate), key);
    expect([again.status, again.body.type]).toEqual([208, "ratelimit"]);
  });
  it("forgets a key after a day, so that the same call creates again", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const key = randomUUID();
    await desk.pay(wishFor(mandate), key);
    await desk.setClock("2024-04-16T09:10:00Z");
    expect((await desk.pay(wishFor(mandate), key)).status).toBe(208);
    await desk.setClock("2024-04-16T09:14:00Z");
    expect((await desk.pay(wishFor(mandate), key)).status).toBe(200);
    expect(rowsOf(await desk.look("payments"))).toHaveLength(2);
  });
  it("keeps keys apart by merchant", async () => {
    const desk = await openSimulator(NOW);
    const added = await desk.control("merchants", { name: "Somebody else" });
    const other = talkTo(desk.sim, textOf(added.body, "apiKey"));
    const key = { "idempotency-key": randomUUID() };
    expect((await desk.call("POST", "/customers", { number: "1" }, key)).status).toBe(200);
    expect((await other.call("POST", "/customers", { number: "1" }, key)).status).toBe(200);
  });
  it("is wanted on POST /payments: 428 without, unless told otherwise", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    expect((await desk.call("POST", "/payments", wishFor(mandate))).status).toBe(428);
    await desk.settings({ missingIdempotencyKey: "accepted" });
    expect((await desk.call("POST", "/payments", wishFor(mandate))).status).toBe(200);
  });
  it("must be a UUID v4", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    expect((await desk.pay(wishFor(mandate), "payment-1")).status).toBe(422);
    expect((await desk.pay(wishFor(mandate), "6b1f3c52-0000-1000-8000-00000000a001")).status).toBe(422);
  });
  it("lets one of many equal calls at once create the payment", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.pay(wishFor(mandate), key)));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.status === 208)).toHaveLength(19);
  });
  it("creates once when the line is cut after the call and the call is repeated", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const key = randomUUID();
    await desk.control("faults", { kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    await expect(desk.pay(wishFor(mandate), key)).rejects.toThrow();
    const again = await desk.pay(wishFor(mandate), key);
    expect(again.status).toBe(208);
    expect(desk.effects().filter((one) => one.startsWith("payment.created"))).toEqual([
      `payment.created ${textOf(again.body, "id")} ref=INV-1`,
    ]);
  });
});
