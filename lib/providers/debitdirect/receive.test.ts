import { describe, expect, it } from "vitest";
import type { Incoming } from "@/lib/providers/contract";
import { receive } from "./receive";
import { MAX_EVENT_BYTES } from "./settings";
import { theirMandate, theirPayment } from "./testing";

const incoming = (body: string | Uint8Array): Incoming => ({
  method: "POST",
  query: {},
  headers: {},
  body: typeof body === "string" ? new TextEncoder().encode(body) : body,
});
const event = (objectType: unknown, eventType: unknown, data: unknown) =>
  receive(incoming(JSON.stringify({ objectType, eventType, timeStamp: "2024-05-02T03:02:00.0Z", data })));

describe("an event of a payment", () => {
  it.each(["rejected", "reject", "cancelled", "settled", "chargeback", "chargedback", "charge_back"])(
    "%s is known and answered 200",
    (eventType) => {
      const received = event("payment", eventType, theirPayment.id);
      expect(received).toMatchObject({
        authenticity: "unsigned",
        known: true,
        title: `payment ${eventType}`,
        stored: { status: 200 },
        hints: [{ about: "payment", ref: { providerId: theirPayment.id } }],
      });
    },
  );

  it.each([
    ["an object", theirPayment, "PAYMENT_1"],
    ["JSON text", JSON.stringify(theirPayment), "PAYMENT_1"],
    ["an object with an id only", { Id: theirPayment.id }, theirPayment.id],
    ["a bare UUID", theirPayment.id, theirPayment.id],
  ])("points at the payment when data is %s", (_, data, providerId) => {
    expect(event("payment", "settled", data).hints).toEqual([{ about: "payment", ref: { providerId } }]);
  });

  it("points at our reference when that is all it says", () => {
    expect(event("payment", "settled", { reference: "INV-1" }).hints).toEqual([
      { about: "payment", ref: { reference: "INV-1" } },
    ]);
  });

  it.each([["..."], ["md_EXAMPLE"], [""], [null], [7], [[]], [{ handle: "../me" }]])(
    "asks for the list when data is %j",
    (data) => {
      expect(event("payment", "settled", data).hints).toEqual([{ about: "payments" }]);
    },
  );
});

describe("an event of a payment with a bare word", () => {
  it("tries it as a handle, whose form nobody publishes, and asks for the list", () => {
    expect(event("payment", "settled", "pay_0123456789").hints).toEqual([
      { about: "payment", ref: { providerId: "pay_0123456789" } },
      { about: "payments" },
    ]);
  });
});

describe("an event of a mandate", () => {
  it.each([
    ["registration", theirMandate],
    ["cancel", JSON.stringify(theirMandate)],
    ["registration", "md_EXAMPLE"],
    ["registration", '"md_EXAMPLE"'],
  ])("%s with %j points at the mandate", (eventType, data) => {
    expect(event("mandate", eventType, data)).toMatchObject({
      known: true,
      hints: [{ about: "mandate", ref: { providerId: "md_EXAMPLE" } }],
    });
  });

  it.each(["cus_EXAMPLE", "am_EXAMPLE", "..."])("with %s asks for the list", (data) => {
    expect(event("mandate", "registration", data).hints).toEqual([{ about: "mandates" }]);
  });
});

describe("an event nobody has announced", () => {
  it("is kept with what it points at", () => {
    expect(event("payment", "refunded", theirPayment.id)).toMatchObject({
      known: false,
      title: "payment refunded",
      hints: [{ about: "payment" }],
      stored: { status: 200 },
    });
  });

  it("of an unknown object asks for both lists", () => {
    expect(event("agreement", "activated", "am_EXAMPLE")).toMatchObject({
      known: false,
      hints: [{ about: "mandates" }, { about: "payments" }],
    });
    expect(event("constructor", "x", null).known).toBe(false);
  });

  it("has a title without control characters, of bearable length", () => {
    expect(event("pay\u0000ment\n", `x${"y".repeat(500)}`, null).title).toMatch(/^pay ment xy{20,70}$/);
  });
});

describe("anything else", () => {
  it.each([
    ["no bytes", new Uint8Array()],
    ["bad UTF-8", Uint8Array.from([0xff, 0xfe, 0x00, 0xc3])],
    ["a form", "objectType=payment&eventType=settled"],
    ["half of it", '{"objectType":"payment"'],
    ["an array", "[1]"],
    ["deep nesting", "[".repeat(100_000)],
    ["10 MB", new Uint8Array(10 * 1024 * 1024).fill(0x20)],
    ["a long string", JSON.stringify({ objectType: "payment", data: "x".repeat(MAX_EVENT_BYTES) })],
  ])("as %s is kept, answered 200 and not known", (_, body) => {
    expect(receive(incoming(body))).toMatchObject({ known: false, stored: { status: 200 } });
  });

  it("with a field twice is read once", () => {
    const body = '{"objectType":"mandate","objectType":"payment","eventType":"settled","data":"x"}';
    expect(receive(incoming(body))).toMatchObject({
      title: "payment settled",
      hints: [{ about: "payments" }],
    });
  });
});

describe("the key for repeats", () => {
  it("is the same for the same bytes and another for others", () => {
    const one = event("payment", "settled", "a").dedupeKey;
    expect(event("payment", "settled", "a").dedupeKey).toBe(one);
    expect(event("payment", "settled", "b").dedupeKey).not.toBe(one);
  });
});
