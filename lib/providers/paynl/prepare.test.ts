import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import type { Intent } from "@/lib/providers/contract";
import { prepare } from "@/lib/providers/paynl/prepare";
import { referenceOf } from "@/lib/providers/paynl/references";
import { sepaText } from "@/lib/providers/paynl/sepa-text";
import { createMandate, createPayment, endMandate, OUR_MANDATE } from "@/lib/providers/paynl/testing";

const bodyOf = (intent: Intent, settings = {}) => JSON.parse(prepare(intent, settings).body);
const withValues = (values: Record<string, string>): typeof createMandate => ({
  ...createMandate,
  values: { ...createMandate.values, ...values },
});

describe("preparing a mandate", () => {
  it("sends everything that PAY. takes, our id twice and the amount in cents", () => {
    const prepared = prepare(createMandate, {});
    expect(prepared).toMatchObject({
      method: "POST",
      path: "/v2/directdebits/mandates",
      key: createMandate.key,
    });
    expect(JSON.parse(prepared.body)).toEqual({
      serviceId: "SL-1000-2000",
      reference: "man-01JD0000000000000000000001",
      description: "Annual service 2026",
      processDate: "2026-03-02",
      exchangeUrl: "https://desk.example.org/hooks/1",
      type: "FLEXIBLE",
      amount: { value: 12500, currency: "EUR" },
      customer: {
        email: "s.bakker@example.org",
        bankAccount: { iban: "NL28INGB0000000001", bic: "INGBNL2A", owner: "S. Bakker" },
      },
      stats: { extra1: OUR_MANDATE, extra2: createMandate.key },
    });
  });

  it("says how often only for a series", () => {
    const series = { period: "month", every: "2", quantity: "12" };
    expect(bodyOf(withValues({ ...series, type: "RECURRING" })).interval).toEqual({
      period: "month",
      value: 2,
      quantity: 12,
    });
    expect(bodyOf(withValues({ ...series, type: "SINGLE" }))).not.toHaveProperty("interval");
  });

  it("leaves out what is empty", () => {
    const bare = {
      ...withValues({ process_date: "", description: "", email: "", bic: "" }),
      eventsUrl: null,
    };
    expect(Object.keys(bodyOf(bare)).sort()).toEqual([
      "amount",
      "customer",
      "reference",
      "serviceId",
      "stats",
      "type",
    ]);
    expect(bodyOf(bare).customer).toEqual({
      bankAccount: { iban: "NL28INGB0000000001", owner: "S. Bakker" },
    });
  });

  it.each([
    ["2026-05-01", "2026-05-04"],
    ["2026-12-25", "2026-12-28"],
    ["2026-04-27", "2026-04-27"],
  ])("moves the first date %s to the bank day %s", (asked, sent) => {
    expect(bodyOf(withValues({ process_date: asked })).processDate).toBe(sent);
  });

  it("writes dates with the offset of Amsterdam when told so", () => {
    const settings = { process_date_form: "date_time" };
    expect(bodyOf(createMandate, settings).processDate).toBe("2026-03-02T00:00:00+01:00");
    expect(bodyOf(createPayment, settings).processDate).toBe("2026-05-04T00:00:00+02:00");
  });

  it("cuts and spells what the debtor sees", () => {
    const body = bodyOf(withValues({ holder: "Ægir Sørensen & Zoë", description: "Été ".repeat(20) }));
    expect(body.customer.bankAccount.owner).toBe("AEgir Sorensen + Zoe");
    expect(body.description).toBe("Ete Ete Ete Ete Ete Ete Ete Ete");
    expect(bodyOf(withValues({ holder: "Zoë" }), { transliterate: "no" }).customer.bankAccount.owner).toBe(
      "Zoë",
    );
  });

  it.each([
    ["amount", "0"],
    ["amount", "12,50"],
    ["amount", "1e3"],
    ["amount", ""],
    ["type", "WEEKLY"],
  ])("refuses to prepare %s %j", (name, value) => {
    expect(() => prepare(withValues({ [name]: value }), {})).toThrow(RangeError);
  });
});

describe("preparing a debit", () => {
  it("sends our reference and the code of the mandate", () => {
    const prepared = prepare(createPayment, {});
    expect(prepared).toMatchObject({ method: "POST", path: "/v2/directdebits" });
    expect(JSON.parse(prepared.body)).toEqual({
      mandate: "IO-1000-2000-3000",
      description: "Usage April 2026",
      processDate: "2026-05-04",
      amount: { value: 3275, currency: "EUR" },
      stats: { extra1: "PAY-2026-000417", extra2: createPayment.key },
    });
  });

  it("names the mandate's field as the connection says, and falls back on the reference for the text", () => {
    const body = bodyOf({ ...createPayment, text: "" }, { add_mandate_field: "mandateId" });
    expect(body).toMatchObject({ mandateId: "IO-1000-2000-3000", description: "PAY-2026-000417" });
    expect(body).not.toHaveProperty("mandate");
  });

  it.each<[string, Partial<typeof createPayment>]>([
    ["other currencies", { currency: "DKK" }],
    ["no amount", { amountMinor: 0 }],
    ["parts of cents", { amountMinor: 12.5 }],
    ["a mandate without a code", { mandate: { ...createPayment.mandate, providerId: null } }],
    ["a code that leads elsewhere", { mandate: { ...createPayment.mandate, providerId: "../x" } }],
  ])("refuses %s", (_, patch) => {
    expect(() => prepare({ ...createPayment, ...patch }, {})).toThrow(RangeError);
  });
});

it("ends a mandate with a delete and no body", () => {
  expect(prepare(endMandate, {})).toMatchObject({
    method: "DELETE",
    path: "/v2/directdebits/mandates/IO-1000-2000-3000",
    body: "",
  });
});

it("gives the same bytes every time, and no credential", () => {
  for (const intent of [createMandate, createPayment, endMandate]) {
    expect(prepare(intent, {})).toEqual(prepare(intent, {}));
    expect(Object.keys(prepare(intent, {}).headers)).not.toContain("authorization");
  }
});

it("does not offer what PAY. has not", () => {
  const { key, agreement } = createPayment;
  const cancel: Intent = {
    operation: "payment.cancel",
    key,
    agreement,
    paymentId: "pay_1",
    providerId: "IL-1",
  };
  expect(() => prepare(cancel, {})).toThrow("does not offer payment.cancel");
  expect(() => prepare({ ...createPayment, due: day("2026-05-04") }, {})).not.toThrow();
});

describe("references", () => {
  it("keeps letters, digits and hyphens, and at most 35 characters", () => {
    expect(referenceOf("man_01JD")).toBe("man-01JD");
    const long = [referenceOf(`man_${"A".repeat(40)}1`), referenceOf(`man_${"A".repeat(40)}2`)];
    expect(long[0]).toMatch(/^[A-Za-z0-9-]{35}$/);
    expect(long[0]).not.toBe(long[1]);
  });

  it("spells text in the scheme's characters", () => {
    expect(sepaText("Straße № 5 – “Łódź” 💶\nÅrhus")).toBe("Strasse No 5 - .Lodz. . Arhus");
  });
});
