import { describe, expect, it } from "vitest";
import { type LocalText, locales } from "@/lib/kernel/locale";
import { debitdirect } from "./module";
import { agreement, createPayment } from "./testing";

const { mandate } = createPayment;

describe("what is offered", () => {
  it("is charging, by invitation; cancelling only where it is confirmed", () => {
    expect(debitdirect.capabilities("production", {})).toEqual({
      mandates: "invitation",
      endMandate: false,
      createPayment: true,
      cancelPayment: false,
      registerAgreement: true,
      subscribeEvents: true,
      listMandates: true,
      listPayments: true,
      receivesEvents: true,
    });
    expect(debitdirect.capabilities("simulator", {}).cancelPayment).toBe(true);
  });

  it("is two Danish schemes in kroner, each with its rule", () => {
    expect(
      debitdirect.schemes.map(({ code, currency, deadlineRule }) => [code, currency, deadlineRule]),
    ).toEqual([
      ["nets-bs", "DKK", "nets-bs"],
      ["nets-ls", "DKK", "nets-ls"],
    ]);
  });

  it("is repeated under the same key after proven absence", () => {
    expect(debitdirect.resend("production", {})).toEqual({
      afterAbsence: "same_key",
      visibilityDelayMs: 60_000,
    });
    expect(debitdirect.resend("simulator", { visibility_delay_seconds: "9" }).visibilityDelayMs).toBe(9000);
  });
});

describe("the agreement form", () => {
  const check = (values: Record<string, string>, environment: "simulator" | "sandbox" | "production") =>
    Object.keys(debitdirect.checkAgreement?.(values, environment) ?? {});

  it("keeps live agreements out of the sandbox: host and key are the same", () => {
    expect(check({ scheme: "nets-bs", test: "false" }, "sandbox")).toEqual(["test"]);
    expect(check({ scheme: "nets-bs", test: "true" }, "sandbox")).toEqual([]);
    expect(check({ scheme: "nets-bs", test: "false" }, "production")).toEqual([]);
  });

  it("asks for the creditor number where it cannot come from the PBS number", () => {
    expect(check({ scheme: "nets-ls", creditor_number: "" }, "production")).toEqual(["creditor_number"]);
    expect(check({ scheme: "nets-ls", creditor_number: "12345" }, "production")).toEqual([]);
    expect(check({ scheme: "nets-bs", creditor_number: "12345" }, "production")).toEqual(["creditor_number"]);
  });

  it("begins as a test", () => {
    expect(debitdirect.agreementForm.find(({ name }) => name === "test")?.initial).toBe("true");
  });
});

describe("the mandate form", () => {
  it("asks nothing that must be answered: the debtor signs up at the bank", () => {
    expect(debitdirect.mandateForm(agreement).map(({ name, required }) => [name, required])).toEqual([
      ["email", false],
      ["note", false],
    ]);
  });
});

describe("the credential", () => {
  const read = (apiKey: string) => debitdirect.readCredential({ api_key: apiKey }, new Date());

  it("is kept trimmed and shown by its last four and a fingerprint", () => {
    expect(read(" sk_EXAMPLEonlyEXAMPLEon1234 \n")).toEqual({
      ok: true,
      secrets: { api_key: "sk_EXAMPLEonlyEXAMPLEon1234" },
      facts: { fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/), lastFour: "1234", expiresAt: null },
    });
  });

  it.each([
    "",
    "  ",
    "short",
    "sk_with space inside",
    "sk_with:colon",
    "sk_æøåæøåæøå",
    `sk_${"x".repeat(300)}`,
  ])("is refused as %j, without repeating it", (apiKey) => {
    const result = read(apiKey);
    expect(result).toMatchObject({ ok: false, problems: { api_key: { en: expect.any(String) } } });
  });
});

describe("a mandate", () => {
  it("can be charged when it is active, reported and under a registered agreement", () => {
    expect(debitdirect.notChargeable(mandate, agreement)).toBeNull();
  });

  it("cannot otherwise, and says why", () => {
    const reasons = [
      debitdirect.notChargeable({ ...mandate, state: "pending" }, agreement),
      debitdirect.notChargeable({ ...mandate, providerId: null }, agreement),
      debitdirect.notChargeable(mandate, { ...agreement, providerId: null }),
    ];
    expect(new Set(reasons.map((reason) => reason?.en)).size).toBe(3);
    expect(reasons).not.toContain(null);
  });
});

describe("words", () => {
  it("are there in every language", () => {
    const { reasons, settingsForm, credentialForm, agreementForm } = debitdirect;
    const fields = [
      ...settingsForm,
      ...credentialForm,
      ...agreementForm,
      ...debitdirect.mandateForm(agreement),
    ];
    const texts: LocalText[] = [
      debitdirect.about,
      ...Object.values(reasons).flatMap(({ what, todo }) => [what, todo]),
      ...fields.flatMap(({ label, hint, options }) => [
        label,
        ...(hint ? [hint] : []),
        ...(options ?? []).map((option) => option.label),
      ]),
    ];
    for (const text of texts) for (const locale of locales) expect(text[locale].trim()).not.toBe("");
  });
});

describe("what is masked in everything stored", () => {
  it.each([
    "api_key",
    "authorization",
    "webhookUrl",
    "number",
    "uniqueNumber",
    "iban",
    "accountNumber",
    "cprNumber",
  ])("includes %s", (name) => {
    expect(debitdirect.sensitiveNames).toContain(name);
  });
});
