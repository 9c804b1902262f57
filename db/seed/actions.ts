import { and, asc, eq } from "drizzle-orm";
import { debtors, mandates, payments } from "@/db/schema";
import { createDebtor } from "@/lib/debtors/create";
import { createMandate } from "@/lib/mandates/create";
import type { Mandate } from "@/lib/mandates/door";
import type { MandateState } from "@/lib/mandates/states";
import { cancelPayment } from "@/lib/payments/cancel";
import { createPayment } from "@/lib/payments/create";
import type { Payment } from "@/lib/payments/door";
import type { PaymentState } from "@/lib/payments/states";
import { sendSubmission } from "@/lib/submissions/send";
import type { Agreements } from "./connect";
import type { BsDebtor, PaynlDebtor, SeedDebtor } from "./debtors";
import { pass, type SeedDesk } from "./desk";
import { control } from "./simulators";

const ASCII: Record<string, string> = { æ: "ae", ø: "oe", å: "aa" };

/** A mail address that leads nowhere: `.example` is kept for that. */
function mailOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[æøå]/g, (one) => ASCII[one] ?? one)
    .normalize("NFD")
    .replace(/[^a-z]+/g, ".")
    .replace(/^\.|\.$/g, "");
  return `${plain}@post.example`;
}

export function addDebtor(desk: SeedDesk, { name, number, kind }: SeedDebtor): Promise<string> {
  return createDebtor(desk.as("agent"), {
    name,
    customer_number: number,
    kind: kind ?? "person",
    email: mailOf(name),
  });
}

async function debtorId(desk: SeedDesk, number: string): Promise<string> {
  const [row] = await desk.of.db.read
    .select({ id: debtors.id })
    .from(debtors)
    .where(and(eq(debtors.creditorId, desk.creditorId), eq(debtors.customerNumber, number)));
  if (!row) throw new Error(`no debtor ${number}`);
  return row.id;
}

/** A mandate given over the phone or on paper, sent to the provider at once. */
async function mandateByForm(
  desk: SeedDesk,
  agreementId: string,
  number: string,
  values: Record<string, string>,
): Promise<void> {
  const agent = desk.as("agent");
  const { submissionId } = await createMandate(agent, {
    debtorId: await debtorId(desk, number),
    agreementId,
    values,
    consent: {
      channel: Number(number) % 2 === 0 ? "paper" : "phone",
      givenAt: desk.of.clock.now().toISOString(),
      wording: "Payment by direct debit, wording of 1 January",
      takenBy: agent.actor.name,
    },
  });
  if (submissionId) await sendSubmission(agent, submissionId);
  await pass(desk, 4);
}

export const bsMandate = (desk: SeedDesk, { bs }: Agreements, one: BsDebtor): Promise<void> =>
  mandateByForm(desk, bs, one.number, { identity: one.cpr, account: one.account });

export const paynlMandate = (desk: SeedDesk, { paynl }: Agreements, one: PaynlDebtor): Promise<void> =>
  mandateByForm(desk, paynl, one.number, {
    type: "FLEXIBLE",
    holder: one.name,
    iban: one.iban,
    email: mailOf(one.name),
    amount: one.first,
    description: "Warmte, eerste termijn",
  });

/** An invitation: the debtor signs up at the bank, or does not. */
export async function invite(desk: SeedDesk, { debitdirect }: Agreements, one: SeedDebtor): Promise<void> {
  await createMandate(desk.as("agent"), {
    debtorId: await debtorId(desk, one.number),
    agreementId: debitdirect,
    values: { email: mailOf(one.name) },
    consent: null,
  });
  await pass(desk, 3);
}

/** The debtor signs up at the bank with the numbers that were handed out. */
export const signUp = (desk: SeedDesk, agreements: Agreements, customerNumber: string): Promise<unknown> =>
  control(desk.simulators.debitdirect, "/_sim/mandates", {
    agreement: agreements.debitdirectHandle,
    customerNumber,
  });

/** An agreement's mandates in a state, by customer number. */
export function mandatesIn(desk: SeedDesk, agreementId: string, state: MandateState): Promise<Mandate[]> {
  return desk.of.db.read
    .select()
    .from(mandates)
    .where(and(eq(mandates.agreementId, agreementId), eq(mandates.state, state)))
    .orderBy(asc(mandates.customerNumber), asc(mandates.id));
}

export async function mandateOf(desk: SeedDesk, agreementId: string, number: string): Promise<Mandate> {
  const [row] = await desk.of.db.read
    .select()
    .from(mandates)
    .where(and(eq(mandates.agreementId, agreementId), eq(mandates.customerNumber, number)));
  if (!row) throw new Error(`no mandate of ${number}`);
  return row;
}

export interface Bill {
  amount: string;
  text: string;
  due?: string;
}

/** Writes a payment down without sending it. Answers the intent's id. */
export async function bill(desk: SeedDesk, mandate: Mandate, { amount, text, due }: Bill) {
  const { submissionId } = await createPayment(desk.as("finance"), {
    mandateId: mandate.id,
    values: { amount, text, ...(due ? { due } : {}) },
    despiteDuplicate: false,
  });
  return submissionId;
}

/** Issues a payment: written down, and sent at once. */
export async function issue(desk: SeedDesk, mandate: Mandate, what: Bill): Promise<void> {
  const submissionId = await bill(desk, mandate, what);
  if (submissionId) await sendSubmission(desk.as("finance"), submissionId);
  await pass(desk, 2);
}

/** Cancels the newest payment of a mandate that is in this state. */
export async function cancelNewest(
  desk: SeedDesk,
  mandate: Mandate,
  state: PaymentState,
  reason: string,
): Promise<void> {
  const rows: Payment[] = await desk.of.db.read
    .select()
    .from(payments)
    .where(and(eq(payments.mandateId, mandate.id), eq(payments.state, state)))
    .orderBy(asc(payments.createdAt), asc(payments.id));
  const newest = rows.at(-1);
  if (!newest) return;
  const submissionId = await cancelPayment(desk.as("finance"), { paymentId: newest.id, reason });
  if (submissionId) await sendSubmission(desk.as("finance"), submissionId);
}
