import { eq } from "drizzle-orm";
import { mandates, messages, payments } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { findConnection } from "@/lib/connections/open-line";
import { createDebtor } from "@/lib/debtors/create";
import { applyMessage, dueMessages } from "@/lib/inbox/apply";
import { receiveMessage } from "@/lib/inbox/receive";
import { createMandate } from "@/lib/mandates/create";
import { createPayment } from "@/lib/payments/create";
import type { Incoming, Reply } from "@/lib/providers/contract";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { memoryClock } from "@/simulators/kit/clock";
import type { RunningSimulator } from "@/simulators/kit/server";
import { startPaynl } from "@/simulators/paynl/start";
import { closeLater } from "./close-later";
import { type TestDesk, testDesk } from "./desk";
import { type Listener, startListener } from "./listener";

export const SHOP_SECRET = "89abcdef0123456789abcdef0123456789abcdef";
const credential = {
  user: "AT-1000-2000",
  password: "0123456789abcdef0123456789abcdef01234567",
  signing_key_id: "SL-1000-2000",
  signing_secret: SHOP_SECRET,
};

export interface PaynlDesk {
  desk: TestDesk;
  simulator: RunningSimulator;
  /** Where PAY. makes its exchange calls. What comes is kept, and handed to the inbox unless that is switched off. */
  listener: Listener;
  connectionId: string;
  agreementId: string;
  /** Hands a call to the inbox, as the web does. */
  receive(incoming: Incoming): Promise<Reply>;
  /** While false, calls are only kept in `listener.heard`. */
  open: boolean;
  /** Lets the inbox work; polls nothing. */
  applyAll(): Promise<void>;
  /** A mandate of a new debtor, made and sent; answers its id. */
  mandate(values?: Record<string, string>): Promise<string>;
  /** A flexible mandate whose first debit has been collected. */
  activeMandate(): Promise<string>;
  /** A payment, made and not sent. */
  payment(
    mandateId: string,
    amount: string,
    values?: Record<string, string>,
  ): Promise<{ paymentId: string; submissionId: string }>;
  readMandate(id: string): Promise<typeof mandates.$inferSelect>;
  paymentsOf(mandateId: string): Promise<(typeof payments.$inferSelect)[]>;
  settings(of: object): Promise<unknown>;
  moveTo(instant: string): Promise<void>;
  pass(ms: number): Promise<void>;
}

/** A debtor of that number with a mandate that has been sent; answers its id. */
async function newMandate(
  desk: TestDesk,
  agreementId: string,
  number: number,
  values: Record<string, string>,
): Promise<string> {
  const agent = desk.as("agent");
  const debtorId = await createDebtor(agent, {
    kind: "person",
    name: `Sanne Bakker ${number}`,
    customer_number: `47${number}`,
  });
  const given = {
    type: "FLEXIBLE",
    holder: "S. Bakker",
    iban: "NL28 INGB 0000 0000 01",
    amount: "125,00",
    period: "month",
    every: "1",
    ...values,
  };
  const givenAt = desk.runtime.clock.now().toISOString();
  const consent = { channel: "link", givenAt, wording: "Ik machtig u.", takenBy: "site" } as const;
  const made = await createMandate(agent, { debtorId, agreementId, values: given, consent });
  await sendSubmission(agent, made.submissionId ?? "");
  return made.mandateId;
}

async function connect(desk: TestDesk, baseUrl: string) {
  const connectionId = await createConnection(desk.as("admin"), {
    provider: "paynl",
    name: "PAY.",
    environment: "simulator",
    baseUrl,
    settings: {},
    credential,
  });
  const { agreementId } = await addAgreement(desk.as("admin"), {
    connectionId,
    values: { name: "Service", service_id: "SL-1000-2000" },
  });
  return { connectionId, agreementId };
}

/** A desk with a PAY. connection and an agreement, and a listener where its exchange calls arrive. */
export async function deskOnPaynl(start: string): Promise<PaynlDesk> {
  const clock = memoryClock(new Date(start));
  const simulator = await startPaynl({ clock });
  closeLater(() => simulator.close());
  const listener = await startListener((incoming) =>
    at.open ? at.receive(incoming) : { status: 200, contentType: "text/plain", body: "TRUE| kept" },
  );
  closeLater(() => listener.close());
  const desk = await testDesk({ now: () => clock.now(), movable: true }, new URL(listener.url).origin);
  const { read } = desk.runtime.db;
  const worker = () => workerCtx(desk.runtime, desk.creditorId);
  const { connectionId, agreementId } = await connect(desk, simulator.url);
  let made = 0;

  const readMandate = async (id: string) => {
    const [row] = await read.select().from(mandates).where(eq(mandates.id, id));
    if (!row) throw new Error("no mandate");
    return row;
  };
  const at: PaynlDesk = {
    desk,
    simulator,
    listener,
    connectionId,
    agreementId,
    open: true,
    receive: async (incoming) => {
      const connection = await findConnection(read, desk.creditorId, connectionId);
      return (await receiveMessage(worker(), connection, incoming)).reply;
    },
    applyAll: async () => {
      for (const { id } of await dueMessages(worker(), 500)) await applyMessage(worker(), id);
    },
    mandate: (values = {}) => {
      made += 1;
      return newMandate(desk, agreementId, made, values);
    },
    activeMandate: async () => {
      const id = await at.mandate();
      await at.pass(21 * 86_400_000);
      await at.applyAll();
      const { state } = await readMandate(id);
      if (state !== "active") throw new Error(`the mandate is ${state}`);
      return id;
    },
    payment: async (mandateId, amount, values = {}) => {
      const made = await createPayment(desk.as("finance"), {
        mandateId,
        values: { amount, text: "Usage", ...values },
        despiteDuplicate: true,
        duplicateReason: "a test of many",
      });
      return { paymentId: made.paymentId, submissionId: made.submissionId ?? "" };
    },
    readMandate,
    paymentsOf: (mandateId) =>
      read
        .select()
        .from(payments)
        .where(eq(payments.mandateId, mandateId))
        .orderBy(payments.createdAt, payments.id),
    settings: (of) => control(simulator.url, "/_sim/settings", of),
    moveTo: async (instant) => {
      clock.set(new Date(instant));
      await simulator.settle();
    },
    pass: (ms) => at.moveTo(new Date(clock.now().getTime() + ms).toISOString()),
  };
  return at;
}

/** How many messages the inbox has kept, and in which state. */
export async function inboxOf(at: PaynlDesk): Promise<(typeof messages.$inferSelect)[]> {
  return at.desk.runtime.db.read.select().from(messages).where(eq(messages.direction, "in"));
}
