import { describe, expect, it } from "vitest";
import { prepare } from "./prepare";
import {
  adoptAgreement,
  agreement,
  cancelPayment,
  createPayment,
  key,
  registerAgreement,
  subscribeEvents,
} from "./testing";

describe("a payment", () => {
  it("is their documented request, with the key and without a credential", () => {
    const prepared = prepare(createPayment, {});
    expect(prepared).toMatchObject({ operation: "payment.create", key, method: "POST", path: "/payments" });
    expect(prepared.headers).toEqual({
      accept: "application/json",
      "content-type": "application/json",
      "x-version": "4.0",
      "idempotency-key": key,
    });
    expect(JSON.parse(prepared.body)).toEqual({
      mandate: "md_EXAMPLE",
      currency: "DKK",
      amount: 49_900,
      description: "Membership May 2024",
      reference: "INV-20240415-0007",
      paymentDate: "2024-05-01T00:00:00Z",
    });
  });

  it("is the same bytes every time", () => {
    expect(prepare(structuredClone(createPayment), {})).toEqual(prepare(createPayment, {}));
  });

  it("cuts a text that is too long, between characters", () => {
    const { body } = prepare({ ...createPayment, text: "🐎".repeat(200) }, {});
    expect(JSON.parse(body).description).toBe("🐎".repeat(140));
  });

  it("leaves the version out when the setting says none", () => {
    expect(prepare(createPayment, { version_header: "none" }).headers).not.toHaveProperty("x-version");
  });

  it.each([
    ["nothing", { amountMinor: 0 }],
    ["a fraction", { amountMinor: 1.5 }],
    ["more than 32 bits", { amountMinor: 2_147_483_648 }],
    ["less than 32 bits", { amountMinor: -2_147_483_649 }],
    ["another currency", { currency: "EUR" as const }],
    ["no reference", { reference: "" }],
    ["a reference of 36 characters", { reference: "x".repeat(36) }],
    ["a mandate without handle", { mandate: { ...createPayment.mandate, providerId: null } }],
    ["another scheme", { agreement: { ...agreement, scheme: "autogiro" } }],
  ])("of %s is a programming error", (_, changes) => {
    expect(() => prepare({ ...createPayment, ...changes }, {})).toThrow(RangeError);
  });

  it("of a negative amount is a credit, and an error when credits are off", () => {
    const credit = { ...createPayment, amountMinor: -100 };
    expect(JSON.parse(prepare(credit, {}).body).amount).toBe(-100);
    expect(() => prepare(credit, { credits: "off" })).toThrow(RangeError);
  });
});

describe("a cancellation", () => {
  it("follows the settings, because no page says how", () => {
    expect(prepare(cancelPayment, {})).toMatchObject({
      method: "DELETE",
      path: "/payments/PAYMENT_1",
      body: "",
    });
    const settings = { cancel_method: "POST", cancel_path: "/payments/{payment}/cancel" };
    expect(prepare(cancelPayment, settings)).toMatchObject({
      method: "POST",
      path: "/payments/PAYMENT_1/cancel",
    });
  });

  it("keeps the handle inside its segment", () => {
    expect(prepare({ ...cancelPayment, providerId: "a/../b?c$&" }, {}).path).toBe(
      "/payments/a%2F..%2Fb%3Fc%24%26",
    );
    for (const providerId of ["", ".", "..", "\ud800"])
      expect(() => prepare({ ...cancelPayment, providerId }, {})).toThrow(RangeError);
  });
});

describe("an agreement", () => {
  it("for Betalingsservice sends the PBS number in both places and no debtor group", () => {
    const prepared = prepare(registerAgreement, {});
    expect(prepared).toMatchObject({ method: "POST", path: "/merchants/agreements" });
    expect(prepared.headers).toMatchObject({ "idempotency-key": key });
    expect(JSON.parse(prepared.body)).toEqual({
      scheme: "nets-bs",
      schemeData: {
        cvrNumber: "10203040",
        pbsNumber: "01234567",
        creditorNumber: "01234567",
        agreementType: "standard",
      },
      test: true,
    });
  });

  it("sends another creditor number when one is given", () => {
    const values = { ...agreement.values, creditor_number: "07654321" };
    const { body } = prepare({ ...registerAgreement, agreement: { ...agreement, values } }, {});
    expect(JSON.parse(body).schemeData).toMatchObject({ pbsNumber: "01234567", creditorNumber: "07654321" });
  });

  it("for Leverandørservice sends the two fields of the samples", () => {
    const values = { cvr_number: "10203040", creditor_number: "12345" };
    const prepared = prepare(
      { ...registerAgreement, agreement: { ...agreement, scheme: "nets-ls", test: false, values } },
      {},
    );
    expect(JSON.parse(prepared.body)).toEqual({
      scheme: "nets-ls",
      schemeData: { cvrNumber: "10203040", creditorNumber: "12345" },
      test: false,
    });
  });

  it("that exists is read, not registered", () => {
    expect(prepare(adoptAgreement, {})).toMatchObject({
      method: "GET",
      path: "/merchants/agreements/am_EXAMPLE",
      body: "",
    });
  });

  it("goes to the path of the settings", () => {
    expect(prepare(registerAgreement, { agreements_path: "/agreements" }).path).toBe("/agreements");
  });
});

describe("the other operations", () => {
  it("subscribe an address", () => {
    const prepared = prepare(subscribeEvents, {});
    expect(prepared).toMatchObject({ method: "POST", path: "/merchants/webhooks/subscribe" });
    expect(JSON.parse(prepared.body)).toEqual({ webhookUrl: subscribeEvents.eventsUrl });
  });

  it("refuse to make or end a mandate", () => {
    const { mandate } = createPayment;
    expect(() => prepare({ operation: "mandate.end", key, agreement, mandate }, {})).toThrow("not offered");
  });
});
