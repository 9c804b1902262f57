import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, mandateBody, openStage, pick, type Stage, withIban } from "./testing";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const paths = (answer: Answer) => answer.listAt("violations").map((one) => pick(one, "propertyPath"));
const create = (changes: object) =>
  stage.api("POST", "/directdebits/mandates", { ...mandateBody, ...changes });

const bankAccount = mandateBody.customer.bankAccount;

describe("creating a mandate", () => {
  test.each<[string, object, string]>([
    ["no sales location", { serviceId: undefined }, "serviceId"],
    ["a malformed sales location", { serviceId: "1000-2000" }, "serviceId"],
    ["an unknown sales location", { serviceId: "SL-9999-9999" }, "serviceId"],
    ["no amount", { amount: undefined }, "amount.value"],
    ["an amount of nothing", { amount: { value: 0 } }, "amount.value"],
    ["a negative amount", { amount: { value: -1 } }, "amount.value"],
    ["a broken cent", { amount: { value: 12.5 } }, "amount.value"],
    ["an amount as text", { amount: { value: "1250" } }, "amount.value"],
    ["an amount over SEPA's limit", { amount: { value: 100_000_000_000 } }, "amount.value"],
    ["another currency", { amount: { value: 100, currency: "DKK" } }, "amount.currency"],
    ["wrong check digits", withIban("NL91INGB0001234567"), "customer.bankAccount.iban"],
    ["spaces in the account", withIban("NL28 INGB 0000 0000 01"), "customer.bankAccount.iban"],
    ["no account", { customer: { bankAccount: { owner: "S. Bakker" } } }, "customer.bankAccount.iban"],
    ["no holder", { customer: { bankAccount: { iban: bankAccount.iban } } }, "customer.bankAccount.owner"],
    [
      "a malformed BIC",
      { customer: { bankAccount: { ...bankAccount, bic: "ING" } } },
      "customer.bankAccount.bic",
    ],
    ["an unknown type", { type: "flexible" }, "type"],
    ["a date that does not exist", { processDate: "2026-02-30" }, "processDate"],
    ["a date in Dutch", { processDate: "02-03-2026" }, "processDate"],
    ["yesterday", { processDate: "2026-02-11" }, "processDate"],
    ["an instant of yesterday", { processDate: "2026-02-11T23:59:00+01:00" }, "processDate"],
    ["an address of another kind", { exchangeUrl: "ftp://127.0.0.1/x" }, "exchangeUrl"],
    ["an address without a host", { exchangeUrl: "backoffice" }, "exchangeUrl"],
    ["a reference that is a number", { reference: 417 }, "reference"],
    ["stats that are a text", { stats: "mandate:417" }, "stats"],
    ["stats with a number", { stats: { extra1: 417 } }, "stats.extra1"],
    ["no interval", { type: "RECURRING" }, "interval.period"],
    [
      "an unknown period",
      { type: "RECURRING", interval: { period: "quarter", value: 1, quantity: 2 } },
      "interval.period",
    ],
    [
      "an endless series",
      { type: "RECURRING", interval: { period: "month", value: 1, quantity: 0 } },
      "interval.quantity",
    ],
  ])("is refused with %s", async (_, changes, path) => {
    const answer = await create(changes);
    expect(answer.status).toBe(400);
    expect(answer.at("code")).toBe("PAY-1400");
    expect(answer.at("type")).toBe("https://developer.pay.nl/docs/error-codes");
    expect(paths(answer)).toContain(path);
    expect(new Set(paths(answer)).size).toBe(paths(answer).length);
  });

  test("reports every wrong field once, each with a message and a code", async () => {
    const answer = await stage.api("POST", "/directdebits/mandates", {});
    expect(paths(answer)).toEqual([
      "serviceId",
      "amount.value",
      "customer.bankAccount.iban",
      "customer.bankAccount.owner",
    ]);
    for (const one of answer.listAt("violations")) {
      expect(pick(one, "message")).toMatch(/./);
      expect(pick(one, "code")).toMatch(/^PAY-/);
    }
  });

  test.each([[[]], ["text"], [null], [42]])("is refused when the body is %j", async (body) => {
    expect((await stage.api("POST", "/directdebits/mandates", body)).status).toBe(400);
  });

  test.each<[string, object]>([
    ["today", { processDate: "2026-02-12" }],
    ["a date-time with an offset", { processDate: "2026-05-04T00:00:00+02:00" }],
    ["no date", { processDate: null }],
    ["no currency", { amount: { value: 100 } }],
    ["fields nobody knows", { integration: { test: true } }],
    ["an interval that a FLEXIBLE mandate does not need", { interval: { period: "month", value: 0 } }],
    ["no type, which makes it SINGLE", { type: undefined }],
    ["an address elsewhere", { exchangeUrl: "https://backoffice.example.org/hook" }],
  ])("is accepted with %s", async (_, changes) => {
    expect((await create(changes)).status).toBe(201);
  });

  test("leaves nothing behind when it is refused", async () => {
    const before = (await stage.sim("GET", "/debits")).listAt("").length;
    await create({ amount: { value: 0 } });
    expect((await stage.sim("GET", "/debits")).listAt("")).toHaveLength(before);
    expect(stage.simulator.journal.at(-1)).toMatchObject({ status: 400, effect: null });
  });
});

describe("adding a debit", () => {
  const add = (body: object) => stage.api("POST", "/directdebits", { amount: { value: 100 }, ...body });

  test.each<[string, object, string]>([
    ["no mandate", {}, "mandate"],
    ["an unknown mandate", { mandate: "IO-9999-9999-9999" }, "mandate"],
    ["an unknown mandate under its other name", { mandateId: "IO-9999-9999-9999" }, "mandate"],
    ["two mandates", { mandate: "IO-1000-2000-3001", mandateId: "IO-1000-2000-3002" }, "mandate"],
    ["no amount", { mandate: "IO-1000-2000-3001", amount: undefined }, "amount.value"],
    ["a date in the past", { mandate: "IO-1000-2000-3001", processDate: "2020-01-01" }, "processDate"],
    ["a flag as text", { mandate: "IO-1000-2000-3001", isLastOrder: "true" }, "isLastOrder"],
  ])("is refused with %s", async (_, body, path) => {
    const answer = await add(body);
    expect(answer.status).toBe(400);
    expect(paths(answer)).toContain(path);
  });
});

test("the switches turn 400 into 422 and the titles into Dutch", async () => {
  await stage.sim("POST", "/settings", { validationStatus: 422, dutchTitles: true });
  const answer = await create({ type: "NONE" });
  expect([answer.status, answer.at("code"), answer.at("title")]).toEqual([422, "PAY-1400", "Foute aanvraag"]);
  expect(paths(answer)).toEqual(["type"]);
  await stage.sim("POST", "/settings", { validationStatus: 400, dutchTitles: false });
  expect((await create({ type: "NONE" })).status).toBe(400);
});
