import { describe, expect, it } from "vitest";
import { type Desk, openReceiver, openSimulator, rowsOf, textOf, wishFor, withMandate } from "./testing";

const NOW = "2024-04-15T09:12:44Z";

async function subscribed() {
  const desk = await openSimulator(NOW);
  const receiver = await openReceiver();
  const answer = await desk.call("POST", "/merchants/webhooks/subscribe", { webhookUrl: receiver.url });
  expect(answer.status).toBe(200);
  return { desk, receiver };
}

const events = async (desk: Desk) => rowsOf(await desk.look("events"));

describe("web events", () => {
  it("have exactly the four documented fields", async () => {
    const { desk, receiver } = await subscribed();
    const handle = await withMandate(desk);
    expect(receiver.received).toEqual([
      {
        objectType: "mandate",
        eventType: "registration",
        timeStamp: expect.stringMatching(/^2024-04-15T09:12:4\d\.\dZ$/),
        data: handle,
      },
    ]);
    expect(await events(desk)).toMatchObject([{ state: "delivered", tries: [{ status: 200, error: null }] }]);
  });
  it("carry the object as it was at that moment, as text or as an object, when told", async () => {
    const { desk, receiver } = await subscribed();
    const mandate = await withMandate(desk);
    const payment = await desk.pay(wishFor(mandate, { amount: 10066 }));
    await desk.settings({ dataForm: "object" });
    await desk.setClock("2024-05-10T00:00:00Z");
    const seen = receiver.received.slice(1);
    expect(seen).toMatchObject([
      { eventType: "settled", data: { handle: payment.body.handle, status: "Settled" } },
      { eventType: "chargeback", data: { handle: payment.body.handle, status: "Chargeback" } },
    ]);
    await desk.settings({ dataForm: "json-text" });
    await desk.control(`mandates/${mandate}/cancel`);
    const last = receiver.received.at(-1);
    expect(JSON.parse(textOf(last, "data"))).toMatchObject({ handle: mandate, status: "Cancelled" });
  });
  it("use the event types that were set", async () => {
    const { desk, receiver } = await subscribed();
    const mandate = await withMandate(desk);
    await desk.pay(wishFor(mandate, { amount: 10066 }));
    await desk.pay(wishFor(mandate, { amount: 10013 }));
    await desk.settings({ rejectEventType: "reject", chargebackEventType: "charge_back" });
    await desk.setClock("2024-05-10T00:00:00Z");
    expect(receiver.kinds().slice(1).toSorted()).toEqual([
      "payment charge_back",
      "payment reject",
      "payment settled",
    ]);
  });
  it("tell of a cancelled payment and of a chargeback on order", async () => {
    const { desk, receiver } = await subscribed();
    const mandate = await withMandate(desk);
    const first = textOf((await desk.pay(wishFor(mandate))).body, "handle");
    const second = textOf((await desk.pay(wishFor(mandate))).body, "handle");
    await desk.call("DELETE", `/payments/${first}`);
    await desk.setClock("2024-05-02T00:00:00Z");
    await desk.control(`payments/${second}/chargeback`);
    expect(receiver.kinds().slice(1)).toEqual(["payment cancelled", "payment settled", "payment chargeback"]);
  });
  it("are kept but not sent while nobody has subscribed, and can be sent later", async () => {
    const desk = await openSimulator(NOW);
    await withMandate(desk);
    const [event] = await events(desk);
    expect(event).toMatchObject({ state: "no-address", url: null, tries: [] });
    expect((await desk.control("events/resend", { n: event?.n })).status).toBe(422);
    const receiver = await openReceiver();
    await desk.call("POST", "/merchants/webhooks/subscribe", { webhookUrl: receiver.url });
    const resent = await desk.control("events/resend", { n: event?.n });
    expect(resent.body).toMatchObject({ state: "delivered", tries: [{ status: 200 }] });
    expect(receiver.kinds()).toEqual(["mandate registration"]);
  });
  it("go to the address subscribed last, of their own merchant only", async () => {
    const { desk, receiver } = await subscribed();
    const second = await openReceiver();
    await desk.call("POST", "/merchants/webhooks/subscribe", { webhookUrl: second.url });
    await withMandate(desk);
    expect([receiver.received.length, second.received.length]).toEqual([0, 1]);
  });
  it("are not tried again by default, so that polling has to find what was missed", async () => {
    const { desk, receiver } = await subscribed();
    receiver.answerWith(500);
    await withMandate(desk);
    receiver.answerWith(200);
    await desk.control("clock", { advance_ms: 600_000 });
    expect(receiver.received).toHaveLength(1);
    expect(await events(desk)).toMatchObject([{ state: "failed", tries: [{ status: 500 }] }]);
  });
  it("are tried three times a minute apart when told", async () => {
    const { desk, receiver } = await subscribed();
    await desk.settings({ webhookTries: 3 });
    receiver.answerWith(503);
    await withMandate(desk);
    for (let i = 0; i < 5; i += 1) await desk.control("clock", { advance_ms: 61_000 });
    expect(receiver.received).toHaveLength(3);
    expect(await events(desk)).toMatchObject([{ state: "failed", tries: [{}, {}, {}] }]);
  });
  it("stop being tried once taken", async () => {
    const { desk, receiver } = await subscribed();
    await desk.settings({ webhookTries: 3 });
    receiver.answerWith(503);
    await withMandate(desk);
    receiver.answerWith(204);
    for (let i = 0; i < 3; i += 1) await desk.control("clock", { advance_ms: 61_000 });
    expect(await events(desk)).toMatchObject([
      { state: "delivered", tries: [{ status: 503 }, { status: 204 }] },
    ]);
  });
  it("can be lost, doubled and turned round", async () => {
    const { desk, receiver } = await subscribed();
    const agreement = await desk.agreement();
    await desk.settings({ loseEvents: 1 });
    await desk.mandate(agreement, "1");
    expect(receiver.received).toEqual([]);
    expect(await events(desk)).toMatchObject([{ state: "lost" }]);
    await desk.settings({ loseEvents: 0, eventCopies: 3 });
    await desk.mandate(agreement, "2");
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.received.map((one) => JSON.stringify(one))).size).toBe(1);
    await desk.settings({ eventCopies: 1, eventOrder: "reversed" });
    await desk.control("mandates/cancel-all", { agreement });
    const cancelled = receiver.received.slice(3).map((one) => one.data);
    const made = rowsOf(await desk.look("mandates")).map((one) => one.handle);
    expect(cancelled).toEqual(made.toReversed());
  });
  it("note an address where nobody listens", async () => {
    const desk = await openSimulator(NOW);
    await desk.call("POST", "/merchants/webhooks/subscribe", { webhookUrl: "http://127.0.0.1:9/x" });
    await withMandate(desk);
    expect(await events(desk)).toMatchObject([{ state: "failed", tries: [{ status: null }] }]);
  });
});

describe("subscribing", () => {
  it.each(["http://example.com/x", "https://127.0.0.1.example.com/", "ftp://127.0.0.1/", "x", ""])(
    "refuses the address %s",
    async (webhookUrl) => {
      const desk = await openSimulator(NOW);
      const answer = await desk.call("POST", "/merchants/webhooks/subscribe", { webhookUrl });
      expect(answer.status).toBe(422);
    },
  );
});
