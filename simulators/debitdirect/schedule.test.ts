import { describe, expect, it } from "vitest";
import { type Desk, openReceiver, openSimulator, rowsOf, textOf, wishFor, withMandate } from "./testing";

const APRIL = "2024-04-15T09:12:44Z";

async function read(desk: Desk, handle: string) {
  return (await desk.call("GET", `/payments/${handle}`)).body;
}

async function create(desk: Desk, mandate: string, changes: object = {}) {
  return textOf((await desk.pay(wishFor(mandate, changes))).body, "handle");
}

describe("the Betalingsservice month", () => {
  it("schedules on the processing day and settles on the first banking day", async () => {
    const desk = await openSimulator(APRIL);
    const handle = await create(desk, await withMandate(desk));
    await desk.setClock("2024-04-22T22:30:00Z");
    expect((await read(desk, handle)).status).toBe("Pending");
    await desk.setClock("2024-04-23T12:00:00Z");
    expect(await read(desk, handle)).toMatchObject({
      status: "Scheduled",
      modifiedAt: "2024-04-23T03:00:00Z",
    });
    await desk.setClock("2024-04-30T21:59:00Z");
    expect((await read(desk, handle)).status).toBe("Scheduled");
    await desk.setClock("2024-05-01T12:00:00Z");
    expect(await read(desk, handle)).toMatchObject({
      status: "Settled",
      settlementDate: "2024-05-01T00:00:00Z",
      modifiedAt: "2024-05-01T03:00:00Z",
    });
  });
  it("takes a payment in the last minute of the deadline and sends one minute later a month on", async () => {
    const desk = await openSimulator("2024-04-22T21:59:00Z");
    const mandate = await withMandate(desk);
    const inTime = await read(desk, await create(desk, mandate));
    expect([inTime.paymentDate, inTime.scheduleDate]).toEqual([
      "2024-05-01T00:00:00Z",
      "2024-04-23T00:00:00Z",
    ]);
    await desk.setClock("2024-04-22T22:00:00Z");
    const late = await create(desk, mandate, { reference: "INV-2" });
    expect(await read(desk, late)).toMatchObject({
      paymentDate: "2024-06-03T00:00:00Z",
      scheduleDate: "2024-05-24T00:00:00Z",
    });
    await desk.setClock("2024-05-23T12:00:00Z");
    expect((await read(desk, late)).status).toBe("Pending");
    await desk.setClock("2024-05-24T12:00:00Z");
    expect((await read(desk, late)).status).toBe("Scheduled");
    await desk.setClock("2024-06-03T12:00:00Z");
    expect(await read(desk, late)).toMatchObject({
      status: "Settled",
      settlementDate: "2024-06-03T00:00:00Z",
    });
  });
  it("still takes a payment on the Sunday of the September deadline", async () => {
    const desk = await openSimulator("2024-09-22T20:00:00Z");
    const handle = await create(desk, await withMandate(desk), { paymentDate: "2024-10-01T00:00:00Z" });
    expect((await read(desk, handle)).scheduleDate).toBe("2024-09-23T00:00:00Z");
  });
  it("leaves a payment for a later month Pending until its own window", async () => {
    const desk = await openSimulator(APRIL);
    const handle = await create(desk, await withMandate(desk), { paymentDate: "2024-07-15T00:00:00Z" });
    await desk.setClock("2024-06-20T12:00:00Z");
    expect((await read(desk, handle)).status).toBe("Pending");
    await desk.setClock("2024-07-01T12:00:00Z");
    expect(await read(desk, handle)).toMatchObject({
      status: "Settled",
      paymentDate: "2024-07-15T00:00:00Z",
      settlementDate: "2024-07-01T00:00:00Z",
    });
  });
  it("can leave test payments Pending for ever, and live ones not", async () => {
    const desk = await openSimulator(APRIL);
    await desk.settings({ testPayments: "stay-pending" });
    const test = await create(desk, await withMandate(desk));
    const live = await create(desk, await desk.mandate(await desk.agreement("nets-bs", false)));
    await desk.setClock("2024-06-03T12:00:00Z");
    expect([(await read(desk, test)).status, (await read(desk, live)).status]).toEqual([
      "Pending",
      "Settled",
    ]);
  });
});

describe("the Leverandørservice day", () => {
  it("schedules one banking day before and settles on the payment day", async () => {
    const desk = await openSimulator(APRIL);
    const mandate = await withMandate(desk, "nets-ls");
    const handle = await create(desk, mandate, { paymentDate: "2024-04-20T00:00:00Z" });
    expect(await read(desk, handle)).toMatchObject({
      paymentDate: "2024-04-22T00:00:00Z",
      scheduleDate: "2024-04-19T00:00:00Z",
    });
    await desk.setClock("2024-04-18T21:00:00Z");
    expect((await read(desk, handle)).status).toBe("Pending");
    await desk.setClock("2024-04-19T12:00:00Z");
    expect((await read(desk, handle)).status).toBe("Scheduled");
    await desk.setClock("2024-04-22T12:00:00Z");
    expect(await read(desk, handle)).toMatchObject({
      status: "Settled",
      settlementDate: "2024-04-22T00:00:00Z",
    });
  });
  it("moves a debit for today one banking day and a credit two", async () => {
    const desk = await openSimulator(APRIL);
    const mandate = await withMandate(desk, "nets-ls");
    const today = { paymentDate: "2024-04-15T00:00:00Z" };
    const debit = await read(desk, await create(desk, mandate, today));
    const credit = await read(desk, await create(desk, mandate, { ...today, amount: -500 }));
    expect([debit.paymentDate, credit.paymentDate]).toEqual(["2024-04-16T00:00:00Z", "2024-04-17T00:00:00Z"]);
    expect(debit.status).toBe("Pending");
  });
});

describe("outcomes", () => {
  it("rejects a payment that was marked, with the text in the single payment", async () => {
    const desk = await openSimulator(APRIL);
    const handle = await create(desk, await withMandate(desk));
    await desk.control(`payments/${handle}/mark`, { outcome: "reject", statusText: "Kontoen er lukket" });
    await desk.setClock("2024-05-01T12:00:00Z");
    expect(await read(desk, handle)).toMatchObject({
      status: "Rejected",
      statusText: "Kontoen er lukket",
      settlementDate: null,
    });
    expect((await desk.control(`payments/${handle}/mark`, { outcome: "settle" })).status).toBe(422);
    expect((await desk.control(`payments/${handle}/chargeback`)).status).toBe(422);
  });
  it("rejects an amount ending in 13 øre and takes one ending in 66 back three days after settlement", async () => {
    const desk = await openSimulator(APRIL);
    const mandate = await withMandate(desk);
    const rejected = await create(desk, mandate, { amount: 10013 });
    const returned = await create(desk, mandate, { amount: 10066 });
    await desk.setClock("2024-05-03T12:00:00Z");
    expect(await read(desk, rejected)).toMatchObject({
      status: "Rejected",
      statusText: "Ikke dækning på kontoen",
    });
    expect((await read(desk, returned)).status).toBe("Settled");
    await desk.setClock("2024-05-04T12:00:00Z");
    expect(await read(desk, returned)).toMatchObject({
      status: "Chargeback",
      modifiedAt: "2024-05-04T03:00:00Z",
    });
  });
  it("lets a payment time out", async () => {
    const desk = await openSimulator(APRIL);
    const handle = await create(desk, await withMandate(desk));
    await desk.control(`payments/${handle}/mark`, { outcome: "timeout" });
    await desk.setClock("2024-05-01T12:00:00Z");
    expect((await read(desk, handle)).status).toBe("Cancelled");
  });
  it("rejects what is Pending when its mandate ends and leaves what is Scheduled alone", async () => {
    const desk = await openSimulator(APRIL);
    const mandate = await withMandate(desk);
    const scheduled = await create(desk, mandate);
    await desk.setClock("2024-04-24T12:00:00Z");
    const pending = await create(desk, mandate);
    await desk.control(`mandates/${mandate}/cancel`);
    expect([(await read(desk, scheduled)).status, (await read(desk, pending)).status]).toEqual([
      "Scheduled",
      "Rejected",
    ]);
  });
});

describe("a clock that jumps", () => {
  it("lets months happen in order, each step with its own time, and tells of each", async () => {
    const desk = await openSimulator(APRIL);
    const receiver = await openReceiver();
    const mandate = await withMandate(desk);
    const daily = await desk.mandate(await desk.agreement("nets-ls"), "55");
    await desk.call("POST", "/merchants/webhooks/subscribe", { webhookUrl: receiver.url });
    const july = await create(desk, mandate, { paymentDate: "2024-07-01T00:00:00Z" });
    const may = await create(desk, mandate, { amount: 10066 });
    const april = await create(desk, daily, { paymentDate: "2024-04-18T00:00:00Z" });
    const june = await create(desk, mandate, { amount: 10013, paymentDate: "2024-06-10T00:00:00Z" });
    await desk.setClock("2024-12-01T12:00:00Z");
    expect(receiver.received).toEqual([
      { objectType: "payment", eventType: "settled", timeStamp: "2024-04-18T03:00:00.0Z", data: april },
      { objectType: "payment", eventType: "settled", timeStamp: "2024-05-01T03:00:00.0Z", data: may },
      { objectType: "payment", eventType: "chargeback", timeStamp: "2024-05-04T03:00:00.0Z", data: may },
      { objectType: "payment", eventType: "rejected", timeStamp: "2024-06-03T03:00:00.0Z", data: june },
      { objectType: "payment", eventType: "settled", timeStamp: "2024-07-01T03:00:00.0Z", data: july },
    ]);
    expect(await read(desk, july)).toMatchObject({ modifiedAt: "2024-07-01T03:00:00Z" });
    expect(rowsOf(await desk.look("events")).filter((one) => one.state === "delivered")).toHaveLength(5);
  });
  it("brings things up to date before it answers, without being asked to settle", async () => {
    const desk = await openSimulator(APRIL);
    const handle = await create(desk, await withMandate(desk));
    desk.sim.clock.set(new Date("2024-05-01T12:00:00Z"));
    expect((await read(desk, handle)).status).toBe("Settled");
  });
});
