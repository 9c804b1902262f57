import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { Fixtures, Simulators } from "./fixtures";
import { addDebtor, openDebtor, type Person } from "./story";

const agreements = z.tuple([z.object({ handle: z.string() })]).rest(z.unknown());
const instant = z.iso.datetime().transform((text) => new Date(text));
const payments = z.array(
  z.object({
    reference: z.string().nullable(),
    status: z.string(),
    paymentDay: z.string(),
    /** When the clock next changes it. */
    dueAt: instant.nullable(),
  }),
);
const journal = z.array(z.object({ effect: z.string().nullable() }));

/** The debtor signs up at the bank; DebitDirect sends a web event about it. */
export async function signUpAtTheBank(simulators: Simulators, customerNumber: string): Promise<void> {
  const [{ handle }] = agreements.parse(await simulators.show("debitdirect", "/_sim/agreements"));
  await simulators.control("debitdirect", "/_sim/mandates", { agreement: handle, customerNumber });
}

const merchants = z.tuple([z.object({ apiKey: z.string() })]).rest(z.unknown());
const mandates = z.array(z.object({ handle: z.string(), customerNumber: z.string() }));

/** Somebody else makes a payment with the creditor's own key, as when it is typed in at DebitDirect. */
export async function payBesideTheDesk(
  simulators: Simulators,
  customerNumber: string,
  wish: { amount: number; day: string; reference: string },
): Promise<void> {
  const [{ apiKey }] = merchants.parse(await simulators.show("debitdirect", "/_sim/merchants"));
  const all = mandates.parse(await simulators.show("debitdirect", "/_sim/mandates"));
  const mandate = all.find((one) => one.customerNumber === customerNumber);
  const answer = await fetch(`${simulators.url("debitdirect")}/payments`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${apiKey}:`).toString("base64")}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({
      mandate: mandate?.handle,
      amount: wish.amount,
      currency: "DKK",
      paymentDate: `${wish.day}T00:00:00Z`,
      description: "Typed in there",
      reference: wish.reference,
    }),
  });
  if (!answer.ok) throw new Error(`DebitDirect answered ${answer.status} ${await answer.text()}`);
}

/** What DebitDirect itself keeps of a payment. */
export async function paymentThere(simulators: Simulators, reference: string) {
  const all = payments.parse(await simulators.show("debitdirect", "/_sim/payments"));
  const found = all.find((one) => one.reference === reference);
  if (!found) throw new Error(`DebitDirect has no payment ${reference}`);
  return found;
}

/** How many payments with this reference DebitDirect made, whatever it answered. */
export async function madeThere(simulators: Simulators, reference: string): Promise<number> {
  const entries = journal.parse(await simulators.show("debitdirect", "/_sim/journal"));
  return entries.filter(
    ({ effect }) => effect?.startsWith("payment.created ") && effect.endsWith(`ref=${reference}`),
  ).length;
}

/** When DebitDirect does the next thing with this payment by itself. */
export async function nextChangeThere(simulators: Simulators, reference: string): Promise<Date> {
  const { dueAt, status } = await paymentThere(simulators, reference);
  if (!dueAt) throw new Error(`${reference} stays ${status}`);
  return dueAt;
}

/** An agent adds the debtor, who signs up at the bank; done when the desk has heard of it. */
export async function onboard(
  page: Page,
  person: Person,
  { signIn, simulators }: Pick<Fixtures, "signIn" | "simulators">,
): Promise<void> {
  await signIn(page, "agent");
  await addDebtor(page, person);
  await signUpAtTheBank(simulators, person.number);
  await expect(async () => {
    await openDebtor(page, person);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      `DebitDirect can charge ${person.name}.`,
      {
        timeout: 1_000,
      },
    );
  }).toPass();
}
