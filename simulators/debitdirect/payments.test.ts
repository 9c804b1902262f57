import { describe, expect, it } from "vitest";
import { openSimulator, rowsOf, textOf, wishFor, withMandate } from "./testing";

const NOW = "2024-04-15T09:12:44Z";
const UUID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

describe("creating a payment", () => {
  it("answers 200, Pending, with every documented field", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const made = await desk.pay(wishFor(mandate));
    expect(made.status).toBe(200);
    expect(made.body).toEqual({
      id: UUID,
      handle: expect.stringMatching(/^pay_[A-Za-z0-9]{24}$/),
      paymentDate: "2024-05-01T00:00:00Z",
      scheduleDate: "2024-04-23T00:00:00Z",
      description: "Membership",
      reference: "INV-1",
      amount: 49900,
      currency: "DKK",
      test: true,
      status: "Pending",
      statusText: null,
      settlementDate: null,
      createdAt: expect.stringMatching(/^2024-04-15T09:12:4\dZ$/),
      modifiedAt: expect.stringMatching(/^2024-04-15T09:12:4\dZ$/),
      mandate: { handle: mandate, scheme: "nets-bs", status: "Active", customerId: UUID },
    });
  });
  it("marks a payment as test or live after its agreement", async () => {
    const desk = await openSimulator(NOW);
    const live = await desk.mandate(await desk.agreement("nets-bs", false));
    expect((await desk.pay(wishFor(live))).body.test).toBe(false);
  });
  it.each([
    ["amount 0", { amount: 0 }],
    ["an amount with a fraction", { amount: 499.5 }],
    ["an amount as text", { amount: "49900" }],
    ["an amount over 32 bits", { amount: 2_147_483_648 }],
    ["no amount", { amount: undefined }],
    ["another currency", { currency: "SEK" }],
    ["no currency", { currency: null }],
    ["no mandate", { mandate: undefined }],
    ["no date", { paymentDate: undefined }],
    ["a date that is none", { paymentDate: "2024-02-30T00:00:00Z" }],
    ["a time that is none", { paymentDate: "2024-02-20T25:00:00Z" }],
    ["a Danish date", { paymentDate: "01-05-2024" }],
    ["a reference that is a number", { reference: 17 }],
  ])("refuses %s with 422 and creates nothing", async (_, change) => {
    const desk = await openSimulator(NOW);
    const refused = await desk.pay(wishFor(await withMandate(desk), change));
    expect([refused.status, refused.body.type]).toEqual([422, "validation"]);
    expect(rowsOf(await desk.look("payments"))).toEqual([]);
    expect(desk.effects().filter((one) => one.startsWith("payment"))).toEqual([]);
  });
  it("takes the largest amount of 32 bits, and a day or a time without a zone as UTC", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    expect((await desk.pay(wishFor(mandate, { amount: 2_147_483_647 }))).status).toBe(200);
    for (const paymentDate of ["2024-05-02", "2024-05-02T12:00:00", "2024-05-01T22:00:00Z"])
      expect((await desk.pay(wishFor(mandate, { paymentDate }))).body.paymentDate).toBe(
        "2024-05-02T00:00:00Z",
      );
  });
  it("answers 404 for a mandate it does not know", async () => {
    const desk = await openSimulator(NOW);
    expect((await desk.pay(wishFor("md_nobody"))).status).toBe(404);
  });
  it("refuses a mandate that is not Active with 422, or 428 when told", async () => {
    const desk = await openSimulator(NOW);
    const agreement = await desk.agreement();
    const waiting = await desk.control("mandates", {
      agreement,
      customerNumber: "7",
      status: "PendingVerification",
    });
    const wish = wishFor(textOf(waiting.body, "handle"));
    expect((await desk.pay(wish)).status).toBe(422);
    await desk.settings({ inactiveMandate: "428" });
    expect((await desk.pay(wish)).status).toBe(428);
    await desk.control(`mandates/${wish.mandate}/activate`);
    expect((await desk.pay(wish)).status).toBe(200);
    await desk.control(`agreements/${agreement}/terminate`);
    expect((await desk.pay(wish)).status).toBe(428);
  });
  it("takes a credit as a negative amount until that is switched off", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    expect((await desk.pay(wishFor(mandate, { amount: -100 }))).body.amount).toBe(-100);
    await desk.settings({ credits: "422" });
    expect((await desk.pay(wishFor(mandate, { amount: -100 }))).status).toBe(422);
  });
  it("refuses a payment at the agreements' address", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const wrong = await desk.call("POST", "/merchants/agreements", {
      ...wishFor(mandate),
      Scheme: "nets-bs",
    });
    expect(wrong.status).toBe(422);
    expect(rowsOf(await desk.look("payments"))).toEqual([]);
  });
});

describe("reading payments", () => {
  it("lists items without statusText, with a customer and the mandate's id", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const made = await desk.pay(wishFor(mandate));
    const [item] = rowsOf(await desk.call("GET", "/payments"));
    expect(item).not.toHaveProperty("statusText");
    expect(item).toMatchObject({ id: made.body.id, customer: { id: UUID, name: null } });
    expect(item?.mandate).toEqual({ id: UUID, handle: mandate, scheme: "nets-bs" });
  });
  it("gives one payment bare, or in an envelope when told", async () => {
    const desk = await openSimulator(NOW);
    const made = await desk.pay(wishFor(await withMandate(desk)));
    const path = `/payments/${textOf(made.body, "handle")}`;
    expect((await desk.call("GET", path)).body).toEqual(made.body);
    await desk.settings({ onePayment: "envelope" });
    const wrapped = { results: [made.body], nextOffset: null, hasMore: false };
    expect((await desk.call("GET", path)).body).toEqual(wrapped);
  });
  it("hides dates when told", async () => {
    const desk = await openSimulator(NOW);
    await desk.settings({ scheduleDate: "null", settlementDate: "null" });
    const made = await desk.pay(wishFor(await withMandate(desk)));
    expect(made.body.scheduleDate).toBeNull();
    await desk.setClock("2024-05-02T00:00:00Z");
    const later = await desk.call("GET", `/payments/${textOf(made.body, "id")}`);
    expect(later.body).toMatchObject({ status: "Settled", settlementDate: null });
  });
  it("writes the statuses as the documented numbers when told", async () => {
    const desk = await openSimulator(NOW);
    await desk.settings({ statusForm: "number" });
    const mandate = await withMandate(desk);
    const settled = textOf((await desk.pay(wishFor(mandate))).body, "handle");
    const rejected = textOf((await desk.pay(wishFor(mandate, { amount: 113 }))).body, "handle");
    const read = async (handle: string) => (await desk.call("GET", `/payments/${handle}`)).body.status;
    expect(await read(settled)).toBe(0);
    await desk.setClock("2024-04-24T00:00:00Z");
    expect(await read(settled)).toBe(16);
    await desk.setClock("2024-05-02T00:00:00Z");
    expect([await read(settled), await read(rejected)]).toEqual([8, 64]);
    await desk.control(`payments/${settled}/chargeback`);
    expect(await read(settled)).toBe(256);
  });
  it("keeps a new payment out of list and get while the visibility lags", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    await desk.settings({ visibilityLagSeconds: 300 });
    const path = `/payments/${textOf((await desk.pay(wishFor(mandate))).body, "handle")}`;
    expect((await desk.call("GET", path)).status).toBe(404);
    expect(rowsOf(await desk.call("GET", "/payments"))).toEqual([]);
    expect(rowsOf(await desk.look("payments"))).toHaveLength(1);
    await desk.control("clock", { advance_ms: 301_000 });
    expect((await desk.call("GET", path)).status).toBe(200);
    expect(rowsOf(await desk.call("GET", "/payments"))).toHaveLength(1);
  });
});

describe("cancelling a payment", () => {
  it("ends a Pending one at once", async () => {
    const desk = await openSimulator(NOW);
    const made = await desk.pay(wishFor(await withMandate(desk)));
    const path = `/payments/${textOf(made.body, "handle")}`;
    const cancelled = await desk.call("DELETE", path);
    expect([cancelled.status, cancelled.body.status]).toEqual([200, "Cancelled"]);
    expect((await desk.call("DELETE", path)).status).toBe(422);
    await desk.setClock("2024-05-03T00:00:00Z");
    expect((await desk.call("GET", path)).body.status).toBe("Cancelled");
    expect(desk.effects()).toContain(`payment.cancelled ${textOf(made.body, "id")}`);
  });
  it.each([
    ["cancelled", "Cancelled"],
    ["too-late", "Settled"],
  ])("asks the scheme for a Scheduled one: %s ends %s", async (lateCancel, end) => {
    const desk = await openSimulator(NOW);
    await desk.settings({ lateCancel });
    const path = `/payments/${textOf((await desk.pay(wishFor(await withMandate(desk)))).body, "handle")}`;
    await desk.setClock("2024-04-24T00:00:00Z");
    expect((await desk.call("DELETE", path)).body.status).toBe("PendingCancel");
    await desk.setClock("2024-05-02T00:00:00Z");
    expect((await desk.call("GET", path)).body.status).toBe(end);
  });
  it.each(["404", "422"])("answers %s when switched off that way", async (cancelPayment) => {
    const desk = await openSimulator(NOW);
    await desk.settings({ cancelPayment });
    const path = `/payments/${textOf((await desk.pay(wishFor(await withMandate(desk)))).body, "handle")}`;
    expect((await desk.call("DELETE", path)).status).toBe(Number(cancelPayment));
    expect((await desk.call("GET", path)).body.status).toBe("Pending");
  });
});
