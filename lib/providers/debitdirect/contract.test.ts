import { randomInt, randomUUID } from "node:crypto";
import { z } from "zod";
import { control, show } from "@/db/seed/simulators";
import { day } from "@/lib/kernel/day";
import type { AgreementView, Intent, Operation, Values } from "@/lib/providers/contract";
import { describeProvider } from "@/lib/providers/contract-suite";
import type { Delivery, Harness } from "@/lib/providers/contract-suite/bench";
import { type Listener, startListener } from "@/lib/testing/listener";
import { startDebitDirect } from "@/simulators/debitdirect/start";
import { memoryClock } from "@/simulators/kit/clock";
import type { RunningSimulator } from "@/simulators/kit/server";

const API_KEY = "sk_contractsuitecontractsuite01";
/** A customer number may be a personal number, and often is one. */
const person = "0101701234";

const named = z.object({ handle: z.string() });
const events = z.array(
  z.object({ objectType: z.enum(["mandate", "payment"]), handle: z.string(), body: z.string() }),
);

/** The provider's surface without our adapter, to make what a test needs to be there. */
class Api {
  constructor(private readonly url: string) {}

  private async answer(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${API_KEY}:`).toString("base64")}`,
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async send(method: string, path: string, body?: object): Promise<string> {
    return named.parse(await this.answer(method, path, body)).handle;
  }

  subscribe(webhookUrl: string): Promise<unknown> {
    return this.answer("POST", "/merchants/webhooks/subscribe", { webhookUrl });
  }

  agreement(pbsNumber: string): Promise<string> {
    const schemeData = { cvrNumber: "13748136", pbsNumber, creditorNumber: pbsNumber };
    return this.send("POST", "/merchants/agreements", { scheme: "nets-bs", schemeData, test: true });
  }

  payment(mandate: string): Promise<string> {
    const paymentDate = "2026-12-01T00:00:00Z";
    return this.send("POST", "/payments", { mandate, amount: 10_000, currency: "DKK", paymentDate });
  }
}

/** Web events of every kind and form: each with the object it is about, as the simulator's own list says. */
async function makeDeliveries(
  simulator: RunningSimulator,
  api: Api,
  agreement: string,
  listener: Listener,
): Promise<Delivery[]> {
  const post = (route: string, input: object = {}) => control(simulator.url, route, input);
  await api.subscribe(listener.url);
  const forms = [
    { dataForm: "handle", rejectEventType: "rejected", chargebackEventType: "chargeback" },
    { dataForm: "json-text", rejectEventType: "reject", chargebackEventType: "chargedback" },
    { dataForm: "object", rejectEventType: "rejected", chargebackEventType: "charge_back" },
  ];
  const deliveries: Delivery[] = [];
  for (const [index, form] of forms.entries()) {
    const from = listener.heard.length;
    await post("/_sim/settings", form);
    const signUp = { agreement, customerNumber: `90000${index}` };
    const mandate = named.parse(await post("/_sim/mandates", signUp)).handle;
    await api.send("DELETE", `/payments/${await api.payment(mandate)}`);
    const collected = await api.payment(mandate);
    await post("/_sim/clock", { advance_ms: 75 * 86_400_000 });
    await post(`/_sim/payments/${collected}/chargeback`);
    await api.payment(mandate);
    await post(`/_sim/mandates/${mandate}/cancel`);
    await simulator.settle();
    const list = events.parse(await show(simulator.url, "/_sim/events"));
    for (const incoming of listener.heard.slice(from)) {
      const body = Buffer.from(incoming.body).toString("utf8");
      const event = list.find((one) => one.body === body);
      if (!event) throw new Error(`nobody sent ${body}`);
      const about = { noun: event.objectType, providerId: event.handle };
      deliveries.push({ form: `${form.dataForm} ${body.slice(0, 60)}`, incoming, about });
    }
  }
  return deliveries;
}

/** Intents of every operation on what is there; a bad one is one that the provider has to refuse. */
function intentsWith(there: {
  api: Api;
  agreement: string;
  mandate: string;
  ended: string;
  eventsUrl: string;
}) {
  const agreement = (values: Values): AgreementView => ({
    id: "agr_1",
    scheme: "nets-bs",
    providerId: there.agreement,
    values: { cvr_number: "13748136", pbs_number: "02056372", agreement_type: "standard", ...values },
    test: true,
  });
  const fresh = () => agreement({ pbs_number: String(randomInt(10_000_000, 99_999_999)) });
  const payment = (on: string): Intent => ({
    operation: "payment.create",
    key: randomUUID(),
    agreement: agreement({}),
    paymentId: "pay_1",
    mandate: { id: "man_1", state: "active", providerId: on, values: {} },
    amountMinor: 49_900,
    currency: "DKK",
    due: day("2026-12-01"),
    text: "Heat December",
    reference: `INV-${randomUUID()}`.slice(0, 35),
  });
  const intents: Partial<Record<Operation, (bad: boolean) => Promise<Intent>>> = {
    "payment.create": async (bad) => payment(bad ? there.ended : there.mandate),
    "payment.cancel": async (bad) => ({
      operation: "payment.cancel",
      key: randomUUID(),
      agreement: agreement({}),
      paymentId: "pay_1",
      providerId: bad ? randomUUID() : await there.api.payment(there.mandate),
    }),
    "agreement.register": async (bad) => ({
      operation: "agreement.register",
      key: randomUUID(),
      agreement: bad ? agreement({ cvr_number: "1" }) : fresh(),
    }),
    "events.subscribe": async (bad) => ({
      operation: "events.subscribe",
      key: randomUUID(),
      agreement: agreement({}),
      eventsUrl: bad ? "https://desk.example.org/hook" : `${there.eventsUrl}/${randomUUID()}`,
    }),
  };
  return async (operation: Operation, bad: boolean): Promise<Intent> => {
    const make = intents[operation];
    if (!make) throw new Error(`no ${operation}`);
    return make(bad);
  };
}

async function makeHarness(): Promise<Harness> {
  const clock = memoryClock(new Date("2026-11-10T10:00:00Z"));
  const simulator = await startDebitDirect({ clock, apiKey: API_KEY });
  const listener = await startListener();
  const api = new Api(simulator.url);
  const post = (route: string, input: object = {}) => control(simulator.url, route, input);
  const handle = await api.agreement("02056372");
  await post(`/_sim/agreements/${handle}/activate`);
  const signUp = async (customerNumber: string) =>
    named.parse(await post("/_sim/mandates", { agreement: handle, customerNumber })).handle;
  const [mandate, ended] = [await signUp(person), await signUp("200002")];
  await post(`/_sim/mandates/${ended}/cancel`);

  const intent = intentsWith({ api, agreement: handle, mandate, ended, eventsUrl: listener.url });
  let deliveries: Promise<Delivery[]> | undefined;

  return {
    simulator,
    baseUrl: simulator.url,
    settings: {},
    secrets: { api_key: API_KEY },
    wrongSecrets: { api_key: "sk_somebodyelsessomebodyelses01" },
    canaries: [person, listener.url],
    intent: (operation) => intent(operation, false),
    refusedIntent: (operation) => intent(operation, true),
    blind: ["events.subscribe"],
    loose: { "events.subscribe": "anything", "agreement.register": "name" },
    deliveries: () => {
      deliveries ??= makeDeliveries(simulator, api, handle, listener);
      return deliveries;
    },
    close: async () => {
      await simulator.close();
      await listener.close();
    },
  };
}

describeProvider("debitdirect", makeHarness);
