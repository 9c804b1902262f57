import { describe, expect, it } from "vitest";
import { openReceiver, openSimulator, rowsOf, textOf } from "./testing";

const NOW = "2024-04-15T09:12:44Z";

describe("mandates", () => {
  it("imports a mandate without a matching customer as a customer with only a number", async () => {
    const desk = await openSimulator(NOW);
    const handle = await desk.mandate(await desk.agreement(), "0042");
    const [item] = rowsOf(await desk.call("GET", "/customers/mandates"));
    expect(item).toEqual({
      id: expect.any(String),
      handle,
      scheme: "nets-bs",
      status: "Active",
      schemeData: [],
      customer: {
        id: expect.any(String),
        handle: expect.stringMatching(/^cus_/),
        name: null,
        number: "0042",
      },
    });
  });
  it("gives a mandate to the customer that has its number, compared as text", async () => {
    const desk = await openSimulator(NOW);
    const made = await desk.call("POST", "/customers", { name: "Andersen, Anna", number: "42" });
    const agreement = await desk.agreement();
    await desk.mandate(agreement, "42");
    await desk.mandate(agreement, "042");
    const names = rowsOf(await desk.call("GET", "/customers/mandates")).map((one) => one.customer);
    expect(names).toMatchObject([
      { name: null, number: "042" },
      { id: made.body.id, name: "Andersen, Anna" },
    ]);
  });
  it("gives the same debtor a new handle and the same customer after signing up again", async () => {
    const desk = await openSimulator(NOW);
    const agreement = await desk.agreement();
    const first = await desk.mandate(agreement, "42");
    expect((await desk.control("mandates", { agreement, customerNumber: "42" })).status).toBe(422);
    await desk.control(`mandates/${first}/cancel`);
    const second = await desk.mandate(agreement, "42");
    expect(second).not.toBe(first);
    expect(rowsOf(await desk.call("GET", "/customers/mandates")).map((one) => one.status)).toEqual([
      "Active",
      "Cancelled",
    ]);
    expect(rowsOf(await desk.call("GET", "/customers"))).toHaveLength(1);
  });
  it("tells of registrations and cancellations, and of waiting mandates only once they are active", async () => {
    const desk = await openSimulator(NOW);
    const receiver = await openReceiver();
    await desk.call("POST", "/merchants/webhooks/subscribe", { webhookUrl: receiver.url });
    const agreement = await desk.agreement();
    const input = { agreement, customerNumber: "1", status: "pendingverification" };
    const waiting = textOf((await desk.control("mandates", input)).body, "handle");
    expect(receiver.received).toEqual([]);
    await desk.control(`mandates/${waiting}/activate`);
    await desk.control(`mandates/${waiting}/cancel`);
    expect(receiver.kinds()).toEqual(["mandate registration", "mandate cancel"]);
    expect((await desk.control(`mandates/${waiting}/activate`)).status).toBe(422);
  });
  it("cancels all mandates of one agreement and no other", async () => {
    const desk = await openSimulator(NOW);
    const receiver = await openReceiver();
    const [one, other] = [await desk.agreement(), await desk.agreement("nets-ls")];
    for (let i = 0; i < 30; i += 1) await desk.mandate(one, `${i}`);
    const kept = await desk.mandate(other, "1");
    await desk.call("POST", "/merchants/webhooks/subscribe", { webhookUrl: receiver.url });
    expect((await desk.control("mandates/cancel-all", { agreement: one })).body).toEqual({
      cancelled: 30,
    });
    expect(receiver.kinds()).toEqual(Array.from({ length: 30 }, () => "mandate cancel"));
    const active = rowsOf(await desk.look("mandates")).filter((mandate) => mandate.status === "Active");
    expect(active.map((mandate) => mandate.handle)).toEqual([kept]);
  });
});

describe("customers", () => {
  it("creates, reads, updates and lists customers", async () => {
    const desk = await openSimulator(NOW);
    const made = await desk.call("POST", "/customers", { Name: "Anna", Number: "42" });
    expect(made.body).toMatchObject({ name: "Anna", number: "42" });
    const path = `/customers/${textOf(made.body, "handle")}`;
    expect((await desk.call("PUT", path, { name: "Anna A.", number: "43" })).body.name).toBe("Anna A.");
    expect((await desk.call("GET", `/customers/${textOf(made.body, "id")}`)).body.number).toBe("43");
    expect(rowsOf(await desk.call("GET", "/customers"))).toHaveLength(1);
  });
  it("refuses a missing number and one that another customer has", async () => {
    const desk = await openSimulator(NOW);
    await desk.call("POST", "/customers", { number: "1" });
    const second = await desk.call("POST", "/customers", { number: "2" });
    expect((await desk.call("POST", "/customers", { number: "1" })).status).toBe(422);
    expect((await desk.call("POST", "/customers", { name: "x" })).status).toBe(422);
    const path = `/customers/${textOf(second.body, "handle")}`;
    expect((await desk.call("PUT", path, { number: "1" })).status).toBe(422);
  });
  it("has no write calls when they are switched off", async () => {
    const desk = await openSimulator(NOW);
    await desk.settings({ writeCustomers: "404" });
    expect((await desk.call("POST", "/customers", { number: "1" })).status).toBe(404);
    expect((await desk.call("PUT", "/customers/x", { number: "1" })).status).toBe(404);
    expect((await desk.call("GET", "/customers")).status).toBe(200);
  });
});
