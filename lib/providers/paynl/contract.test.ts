import { randomUUID } from "node:crypto";
import { z } from "zod";
import { control, show } from "@/db/seed/simulators";
import { day } from "@/lib/kernel/day";
import { newId } from "@/lib/kernel/ids";
import type { AgreementView, Intent, MandateView, Operation } from "@/lib/providers/contract";
import { describeProvider } from "@/lib/providers/contract-suite";
import type { Delivery, Harness } from "@/lib/providers/contract-suite/bench";
import { paynl } from "@/lib/providers/paynl/module";
import { type Listener, startListener } from "@/lib/testing/listener";
import { memoryClock } from "@/simulators/kit/clock";
import type { RunningSimulator } from "@/simulators/kit/server";
import { startPaynl } from "@/simulators/paynl/start";

const TOKEN = "0123456789abcdef0123456789abcdef01234567";
const SHOP_SECRET = "89abcdef0123456789abcdef0123456789abcdef";
const IBAN = "NL28INGB0000000001";

const code = z.object({ code: z.string() });
const debits = z.array(z.object({ code: z.string(), mandate: z.string(), orderId: z.string() }));
const agreement: AgreementView = {
  id: "agr_1",
  scheme: "sepa-core",
  providerId: null,
  values: { name: "Service desk", service_id: "SL-1000-2000" },
  test: false,
};

/** The API without our adapter, to make what a test needs to be there. */
class Api {
  constructor(
    private readonly simulator: RunningSimulator,
    private readonly listener: Listener,
  ) {}

  private async send(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.simulator.url}/v2${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`AT-1000-2000:${TOKEN}`).toString("base64")}`,
        "content-type": "application/json",
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }

  async mandate(ourId: string): Promise<string> {
    const made = await this.send("POST", "/directdebits/mandates", {
      serviceId: "SL-1000-2000",
      reference: ourId.replace("_", "-"),
      exchangeUrl: this.listener.url,
      type: "FLEXIBLE",
      amount: { value: 12_500, currency: "EUR" },
      customer: { bankAccount: { iban: IBAN, owner: "S. Bakker" } },
      stats: { extra1: ourId, extra2: randomUUID() },
    });
    return code.parse(made).code;
  }

  async debit(mandate: string, reference: string): Promise<string> {
    const amount = { value: 3_275, currency: "EUR" };
    await this.send("POST", "/directdebits", { mandate, amount, stats: { extra1: reference } });
    return (await this.debitsOf(mandate)).at(-1) ?? "";
  }

  private async debits() {
    return debits.parse(await show(this.simulator.url, "/_sim/debits"));
  }

  async debitsOf(mandate: string): Promise<string[]> {
    return (await this.debits()).filter((one) => one.mandate === mandate).map((one) => one.code);
  }

  async refund(debit: string): Promise<void> {
    const order = (await this.debits()).find((one) => one.code === debit)?.orderId;
    await this.send("PATCH", `/transactions/${order}/refund`, {});
  }

  async end(mandate: string): Promise<void> {
    await this.send("DELETE", `/directdebits/mandates/${mandate}`);
  }

  /** A mandate whose first debit has been collected. */
  async active(ourId: string): Promise<string> {
    const mandate = await this.mandate(ourId);
    const [first] = await this.debitsOf(mandate);
    await control(this.simulator.url, `/_sim/debits/${first}/collect`);
    return mandate;
  }
}

/** Every way in which a sales location can have its exchange calls delivered. */
const methods = [
  { method: "TXT_GET" },
  { method: "TXT_POST", formEncoding: "urlencoded" },
  { method: "TXT_POST", formEncoding: "multipart" },
  { method: "JSON_GET" },
  { method: "JSON_POST" },
  { method: "SIGNED_JSON_POST", signed: false },
  { method: "SIGNED_JSON_POST", signed: true, signatureAlgorithm: "sha256", nameAlgorithm: false },
  { method: "SIGNED_JSON_POST", signed: true, signatureAlgorithm: "sha384", nameAlgorithm: true },
  { method: "SIGNED_JSON_POST", signed: true, signatureKey: "AT-1000-2000", signatureAlgorithm: "sha512" },
];
const shapes = [
  { shape: "incasso", idNames: "current" },
  { shape: "incasso", idNames: "older" },
  { shape: "flat", idNames: "current" },
];

async function makeDeliveries(simulator: RunningSimulator, api: Api, listener: Listener) {
  const post = (route: string, input: object = {}) => control(simulator.url, route, input);
  const deliveries: Delivery[] = [];
  // What earlier mandates still had to tell goes out first.
  await simulator.settle();
  let heard = listener.heard.length;
  const note = async (form: string, debit: string) => {
    await simulator.settle();
    for (const incoming of listener.heard.slice(heard))
      deliveries.push({ form, incoming, about: { noun: "payment", providerId: debit } });
    heard = listener.heard.length;
  };
  for (const method of methods)
    for (const shape of shapes) {
      const form = JSON.stringify({ ...method, ...shape });
      await post("/_sim/settings/SL-1000-2000", { signatureKey: "SL", ...method, ...shape });
      const ourId = newId("man", simulator.clock.now());
      const mandate = await api.mandate(ourId);
      const [first = ""] = await api.debitsOf(mandate);
      await note(`${form} add`, first);
      for (const status of [526, 94]) await post(`/_sim/debits/${first}/status`, { code: status });
      await post(`/_sim/debits/${first}/collect`);
      await note(`${form} first debit`, first);
      // What we asked for ourselves carries our reference; in the flat shape nothing says which debit it is.
      if (shape.shape === "flat") continue;
      const own = await api.debit(mandate, newId("pay", simulator.clock.now()));
      await post(`/_sim/debits/${own}/refuse`, { declineCode: 115 });
      await note(`${form} own debit`, own);
    }
  await post("/_sim/settings/SL-1000-2000", { method: "TXT_POST", shape: "incasso", idNames: "current" });
  // Known from old receivers only: a planned debit that goes with its mandate. And money that is paid back.
  await post("/_sim/settings", { sendDelete: true });
  const [gone, paidBack] = [newId("man", simulator.clock.now()), newId("man", simulator.clock.now())];
  const ended = await api.mandate(gone);
  await api.end(ended);
  await note("delete", (await api.debitsOf(ended))[0] ?? "");
  const [returned = ""] = await api.debitsOf(await api.active(paidBack));
  await api.refund(returned);
  await note("refund", returned);
  return deliveries;
}

/** Intents of every operation on what is there; a bad one is one that the provider has to refuse. */
function intentsWith(there: {
  api: Api;
  /** Mandates whose first debit has, and has not, been collected. */
  active: string;
  waiting: string;
  eventsUrl: string;
  now(): Date;
}) {
  const newMandateId = () => newId("man", there.now());
  const view = (providerId: string): MandateView => ({
    id: newMandateId(),
    state: "active",
    providerId,
    values: { type: "FLEXIBLE" },
  });
  const intents: Partial<Record<Operation, (bad: boolean) => Promise<Intent>>> = {
    "mandate.create": async (bad) => ({
      operation: "mandate.create",
      key: randomUUID(),
      agreement,
      mandateId: newMandateId(),
      values: {
        type: "FLEXIBLE",
        holder: "S. Bakker",
        iban: bad ? "NL29INGB0000000001" : IBAN,
        amount: "12500",
      },
      customerNumber: "4711",
      debtorName: "Sanne Bakker",
      eventsUrl: there.eventsUrl,
    }),
    "payment.create": async (bad) => ({
      operation: "payment.create",
      key: randomUUID(),
      agreement,
      paymentId: "pay_1",
      mandate: view(bad ? there.waiting : there.active),
      amountMinor: 3_275,
      currency: "EUR",
      due: day("2026-12-07"),
      text: "Usage November",
      reference: newId("pay", there.now()),
    }),
    "mandate.end": async () => ({
      operation: "mandate.end",
      key: randomUUID(),
      agreement,
      mandate: view(await there.api.mandate(newMandateId())),
    }),
  };
  return async (operation: Operation, bad: boolean): Promise<Intent> => {
    const make = intents[operation];
    if (!make) throw new Error(`no ${operation}`);
    return make(bad);
  };
}

async function makeHarness(): Promise<Harness> {
  const clock = memoryClock(new Date("2026-11-19T10:00:00Z"));
  const simulator = await startPaynl({ clock });
  const listener = await startListener();
  const api = new Api(simulator, listener);
  const read = paynl.readCredential(
    { user: "AT-1000-2000", password: TOKEN, signing_key_id: "SL-1000-2000", signing_secret: SHOP_SECRET },
    clock.now(),
  );
  if (!read.ok) throw new Error("the credential was not read");

  const [active, waiting] = [
    await api.active(newId("man", clock.now())),
    await api.mandate(newId("man", clock.now())),
  ];
  const intent = intentsWith({ api, active, waiting, eventsUrl: listener.url, now: () => clock.now() });
  let deliveries: Promise<Delivery[]> | undefined;

  return {
    simulator,
    baseUrl: simulator.url,
    settings: {},
    secrets: read.secrets,
    wrongSecrets: { ...read.secrets, password: "f".repeat(40) },
    canaries: [IBAN, "NL29INGB0000000001", TOKEN, SHOP_SECRET, listener.url],
    intent: (operation) => intent(operation, false),
    // Ending a mandate that is not there is no refusal: it has ended.
    refusedIntent: async (operation) => (operation === "mandate.end" ? null : intent(operation, true)),
    blind: [],
    loose: {},
    deliveries: () => {
      deliveries ??= makeDeliveries(simulator, api, listener);
      return deliveries;
    },
    close: async () => {
      await simulator.close();
      await listener.close();
    },
  };
}

describeProvider("paynl", makeHarness);
