import { afterEach, beforeEach, expect, test } from "vitest";
import { openStage, type Stage, withIban } from "./testing";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const refund = (order: string, body?: object) => stage.api("PATCH", `/transactions/${order}/refund`, body);

/** A debit of EUR 125.00 that was collected on Wednesday 4 March 2026. */
async function collected(changes: object = {}) {
  const { il } = await stage.mandate(changes);
  await stage.moveTo("2026-03-04T12:00:00Z");
  return { il, order: (await stage.debit(il)).textAt("orderId") };
}

test("an empty body refunds everything, by order id or by transaction code", async () => {
  const first = await collected();
  const answer = await refund(first.order);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toMatchObject({
    orderId: first.order,
    transactionId: expect.stringMatching(/^EX-\d{4}-\d{4}-\d{4}$/),
    description: null,
    processDate: "2026-03-05",
    amount: { value: 12500, currency: "EUR" },
    amountRefunded: { value: 12500, currency: "EUR" },
    createdBy: "AT-1000-2000",
  });
  expect(answer.listAt("refundedTransactions")).toHaveLength(1);
  expect(stage.simulator.journal.at(-1)?.effect).toMatch(
    new RegExp(`^refund\\.created EX-[-\\d]+ ref=${first.order}$`),
  );
  expect(await stage.statusOf(first.il)).toBe(100);
  await stage.moveTo("2026-03-04T12:01:00Z");
  expect((await refund(answer.textAt("transactionId"))).at("code")).toBe("PAY-015");
});

test("a part may be refunded twice, six seconds apart, up to the whole", async () => {
  const { order } = await collected();
  const part = (value: number) =>
    refund(order, { amount: { value, currency: "EUR" }, description: "Goodwill" });
  expect((await part(5000)).at("amountRefunded.value")).toBe(5000);
  expect((await part(5000)).at("code")).toBe("PAY-014");
  await stage.moveTo("2026-03-04T12:01:00Z");
  expect((await part(7501)).at("code")).toBe("PAY-015");
  expect((await part(7500)).at("amountRefunded.value")).toBe(12500);
});

test("the calls say that it was asked, sent the next morning, paid, and came back", async () => {
  const { order } = await collected();
  await refund(order, { amount: { value: 5000 } });
  await stage.simulator.settle();
  const code = (await stage.sim("GET", "/refunds")).textAt("0.code");
  expect((await stage.sim("POST", `/refunds/${code}/storno`)).status).toBe(409);
  expect(stage.receiver.actions().at(-1)).toBe("refund:add");
  await stage.moveTo("2026-03-05T09:00:30Z");
  expect(stage.receiver.actions().at(-1)).toBe("refund:send");
  await stage.moveTo("2026-03-05T11:00:30Z");
  expect(stage.receiver.actions().at(-1)).toBe("refund:received");
  await stage.sim("POST", `/refunds/${code}/storno`);
  await stage.simulator.settle();
  const last = stage.receiver.calls.at(-1)?.fields;
  expect(last).toMatchObject({ action: "refund:storno", amount: "50.00", order_id: order });
  expect((await refund(order)).at("amount.value")).toBe(12500);
});

test("a refund's own exchange address is called", async () => {
  const { order } = await collected();
  await refund(order, { exchangeUrl: `${stage.receiver.url}&refund=1` });
  await stage.simulator.settle();
  expect(stage.receiver.calls.at(-1)?.url).toBe("/hook?k=7f0c&refund=1");
});

test("the debtor can take the money back after a refund too: the creditor loses twice", async () => {
  const { il, order } = await collected(withIban("NL46RABO0000000003"));
  expect((await refund(order)).status).toBe(200);
  await stage.moveTo("2026-03-15T12:00:00Z");
  expect(await stage.statusOf(il)).toBe(106);
});

test("nothing is refunded that was reversed, not paid, unknown or malformed", async () => {
  const { order } = await collected();
  const unpaid = await stage.mandate({ processDate: null });
  const wordy = await refund(order, { description: "x".repeat(33) });
  expect(wordy.at("violations.0.propertyPath")).toBe("description");
  expect((await refund(order, { amount: { value: -5 } })).status).toBe(400);
  expect((await refund((await stage.debit(unpaid.il)).textAt("orderId"))).status).toBe(400);
  const unknown = await refund("52801234567X9999");
  expect([unknown.status, unknown.at("code")]).toEqual([404, "PAY-001"]);
  await stage.sim("POST", "/debits/IL-1000-2000-3001/storno");
  const chargeback = await refund(order);
  expect([chargeback.status, chargeback.at("code")]).toEqual([400, "PAY-013"]);
  expect((await stage.sim("GET", "/refunds")).listAt("")).toEqual([]);
});
