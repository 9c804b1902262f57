import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as cancel from "@/app/api/v1/payments/[id]/cancel/route";
import * as one from "@/app/api/v1/payments/[id]/route";
import * as all from "@/app/api/v1/payments/route";
import { payments, requests } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { breathe } from "@/lib/kernel/breathe";
import { setLimit } from "@/lib/settings/set-limit";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { until } from "@/lib/testing/until";
import { cancelPaymentEndpoint, createPaymentEndpoint, getPaymentEndpoint } from "./endpoints/payments";
import { type Asked, ask, foreignKeyOn, keyOn } from "./testing";

vi.setConfig({ testTimeout: 30_000 });

let at: DebitDirectDesk;
let finance: string;

beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  finance = await keyOn(at.desk, "finance");
});

const bill = () => ({
  mandate_id: at.mandateId,
  amount: { amount_minor: 123_675, currency: "DKK" },
  due: "2026-12-01",
  text: "Heat December",
});
const issue = (given: Asked = {}) =>
  ask(createPaymentEndpoint, all.POST, { key: finance, body: bill(), ...given });

/** The judge of "was it sent twice": what the provider's own journal says it created. */
const created = () => at.simulator.journal.filter((entry) => entry.effect?.startsWith("payment.created"));

describe("issuing a payment", () => {
  it("answers the payment with its landing, and the provider has it", async () => {
    const { status, headers, json } = await issue();
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/api/v1/payments/${json.id}`);
    expect(headers.get("idempotent-replay")).toBeNull();
    expect(json).toMatchObject({
      mandate_id: at.mandateId,
      state: "pending",
      sending: "none",
      amount: { amount_minor: 123_675, currency: "DKK" },
      origin: "api",
      requested: "2026-12-01",
      planned: "2026-12-01",
      window: "2026-11",
      landing: {
        window: "2026-11",
        collection_month: "2026-12",
        due: "2026-12-01",
        cutoff_at: "2026-11-22T22:59:59.999Z",
        on_time: true,
        reason_code: "in_window",
      },
    });
    expect(created()).toHaveLength(1);
  });

  it("answers 201 all the same when the provider's answer is lost, and says that it is unknown", async () => {
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    const { status, json } = await issue();
    expect(status).toBe(201);
    expect(json).toMatchObject({ state: "ready", sending: "unknown" });
  });

  it("answers in time when the provider is slow, and the attempt goes on behind the answer", async () => {
    at.simulator.faults.arm({
      kind: "delay",
      method: "POST",
      path: "/payments",
      times: 1,
      delay_ms: 4_500,
    });
    const { status, json } = await issue();
    expect(status).toBe(201);
    expect(json).toMatchObject({ state: "ready", sending: "sending" });
    const read = () => ask(getPaymentEndpoint, one.GET, { key: finance, params: { id: String(json.id) } });
    await until(async () => (await read()).json.state === "pending", breathe);
    expect(created()).toHaveLength(1);
  });

  it("gives a repeat the first answer, word for word, and sends nothing", async () => {
    const first = await issue({ idempotencyKey: "bill-17" });
    await at.moveTo("2026-11-24T12:00:00Z");
    await at.desk.work();
    const again = await issue({ idempotencyKey: "bill-17" });
    expect(again.status).toBe(201);
    expect(again.headers.get("idempotent-replay")).toBe("true");
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(again.text).toBe(first.text);
    expect(created()).toHaveLength(1);
  });

  it("makes one payment of five calls at once under one key", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => issue({ idempotencyKey: "bill-18" })));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.headers.has("idempotent-replay"))).toHaveLength(1);
    expect(created()).toHaveLength(1);
  });

  it("tells what there is to a repeat whose first answer was lost with its process", async () => {
    const first = await issue({ idempotencyKey: "bill-19" });
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.delete(requests).where(eq(requests.result, first.text));
    });
    const again = await issue({ idempotencyKey: "bill-19" });
    expect(again.headers.get("idempotent-replay")).toBe("true");
    expect(again.json).toEqual(first.json);
    expect(created()).toHaveLength(1);
  });

  it("refuses a key that stood for another bill", async () => {
    await issue({ idempotencyKey: "bill-20" });
    const other = { ...bill(), amount: { amount_minor: 1, currency: "DKK" } };
    const { status, json } = await issue({ idempotencyKey: "bill-20", body: other });
    expect(status).toBe(422);
    expect(json.code).toBe("request_repeated_differently");
    const elsewhere = await ask(cancelPaymentEndpoint, cancel.POST, {
      key: finance,
      params: { id: "pay_1" },
      body: { reason: "x" },
      idempotencyKey: "bill-20",
    });
    expect(elsewhere.json.code).toBe("request_repeated_differently");
  });

  it("holds one just like it until the caller says that it is meant", async () => {
    const first = await issue();
    const second = await issue();
    expect(second.status).toBe(409);
    expect(second.json).toMatchObject({ code: "duplicate", params: { payment: first.json.id } });
    const unsaid = await issue({ body: { ...bill(), despite_duplicate: true } });
    expect(unsaid.json).toMatchObject({ errors: [{ field: "duplicate_reason", code: "required" }] });
    const meant = await issue({
      body: { ...bill(), despite_duplicate: true, duplicate_reason: "two meters" },
    });
    expect(meant.status).toBe(201);
    expect(created()).toHaveLength(2);
  });

  it.each([
    [{ amount: { amount_minor: "1e3", currency: "DKK" } }, "amount.amount_minor", "wrong_type"],
    [{ amount: { amount_minor: "1.234,56", currency: "DKK" } }, "amount.amount_minor", "wrong_type"],
    [{ amount: { amount_minor: 12.5, currency: "DKK" } }, "amount.amount_minor", "wrong_type"],
    [{ amount: { amount_minor: -1, currency: "DKK" } }, "amount.amount_minor", "out_of_range"],
    [{ amount: { amount_minor: -0, currency: "DKK" } }, "amount.amount_minor", "out_of_range"],
    [{ amount: { amount_minor: 2_147_483_648, currency: "DKK" } }, "amount.amount_minor", "out_of_range"],
    [{ amount: { amount_minor: 1, currency: "EUR" } }, "amount.currency", "currency_mismatch"],
    [{ amount: { amount_minor: 1, currency: "USD" } }, "amount.currency", "choice"],
    [{ amount: { amount_minor: 1 } }, "amount.currency", "required"],
    [{ due: "2026-02-30" }, "due", "day"],
    [{ due: "2026-11-19" }, "due", "day_past"],
    [{ due: "9999-12-31" }, "due", "out_of_range"],
    [{ text: "" }, "text", "required"],
    [{ text: "x".repeat(61) }, "text", "too_long"],
    [{ text: "left\u202eright" }, "text", "control_characters"],
    [{ reference: "<b>" }, "reference", "pattern"],
    [{ creditor_id: "cre_other" }, "creditor_id", "unknown_field"],
    [{ amount: { amount_minor: 1, currency: "DKK", x: 1 } }, "amount.x", "unknown_field"],
  ])("refuses %j at its field, and writes nothing", async (part, field, code) => {
    const { status, json } = await issue({ body: { ...bill(), ...part } });
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: "invalid", errors: [{ field, code }] });
    expect(await at.desk.runtime.db.read.select().from(payments)).toEqual([]);
    expect(await at.desk.runtime.db.read.select().from(requests)).toEqual([]);
  });

  it("keeps markup as the text it is", async () => {
    const text = "<script>alert(1)</script>";
    const { status, json } = await issue({ body: { ...bill(), text } });
    expect(status).toBe(201);
    expect(json.text).toBe(text);
  });

  it("lets an agent's key issue up to its limit and no more", async () => {
    const agent = await keyOn(at.desk, "agent");
    const body = { ...bill(), amount: { amount_minor: 500_001, currency: "DKK" } };
    const refused = await issue({ key: agent, body });
    expect(refused.status).toBe(403);
    expect(refused.json).toMatchObject({ code: "over_limit", errors: [{ field: "amount" }] });
    expect((await issue({ key: agent })).status).toBe(201);
    await setLimit(at.desk.as("admin"), { name: "payments.agent_limit", limit: "6.000,00" });
    expect((await issue({ key: agent, body: { ...body, reference: "INV-ABOVE" } })).status).toBe(201);
  });

  it("does not know another creditor's mandate", async () => {
    const { status, json } = await issue({ key: await foreignKeyOn(at.desk, "finance") });
    expect(status).toBe(404);
    expect(json.code).toBe("not_found");
  });
});

describe("a payment that was issued", () => {
  it("is read with its moves and the messages that prove them", async () => {
    const { json: made } = await issue();
    const { json } = await ask(getPaymentEndpoint, one.GET, {
      key: finance,
      params: { id: String(made.id) },
    });
    expect(json.moves).toMatchObject([{ move: "receipt", from: "ready", to: "pending" }]);
    expect(json.evidence_message_ids).toContain(json.evidence_id);
  });

  it("is not there for another creditor, nor under a name that no id has", async () => {
    const { json: made } = await issue();
    const foreign = await foreignKeyOn(at.desk, "finance");
    for (const [key, id] of [
      [foreign, String(made.id)],
      [finance, "pay_nothing"],
      [finance, "../../x"],
      [finance, "\u0000"],
    ] as const)
      expect((await ask(getPaymentEndpoint, one.GET, { key, params: { id } })).status).toBe(404);
  });

  it("is cancelled here while no byte has left, and a repeat hears the same", async () => {
    await at.simulator.close();
    const { json: made } = await issue();
    expect(made.state).toBe("ready");
    const stop = (idempotencyKey: string) =>
      ask(cancelPaymentEndpoint, cancel.POST, {
        key: finance,
        params: { id: String(made.id) },
        body: { reason: "Wrong amount" },
        idempotencyKey,
      });
    const stopped = await stop("stop-1");
    expect(stopped.status).toBe(200);
    expect(stopped.json.state).toBe("cancelled");
    const again = await stop("stop-1");
    expect(again.headers.get("idempotent-replay")).toBe("true");
    expect(again.text).toBe(stopped.text);
    const late = await stop("stop-2");
    expect(late.status).toBe(409);
    expect(late.json).toMatchObject({ code: "move_not_allowed", params: { state: "cancelled" } });
  });

  it("cannot be cancelled by a key whose role may not", async () => {
    const { json: made } = await issue();
    const { status, json } = await ask(cancelPaymentEndpoint, cancel.POST, {
      key: await keyOn(at.desk, "agent"),
      params: { id: String(made.id) },
      body: { reason: "No" },
    });
    expect(status).toBe(403);
    expect(json).toMatchObject({ code: "not_permitted", params: { permission: "payments.cancel" } });
  });
});
