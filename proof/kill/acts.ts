import { randomUUID } from "node:crypto";
import type { KillDesk } from "./desk";
import type { Deed } from "./programs/deeds";
import type { Random } from "./random";

let made = 0;

/** Invented people, each with a number of their own. */
function newcomer(): { name: string; number: string } {
  made += 1;
  return { name: `Newcomer ${made}`, number: String(500_000 + made) };
}

const amountOf = (random: Random): string =>
  `${random.between(100, 4_000)},${random.pick(["00", "25", "50", "75"])}`;

export interface Wish {
  /** Whether the first attempt is made in the request itself, as the desk does; else chance decides. */
  alwaysAttempt: boolean;
  /** Answers what came of it: the id of what was made. */
  ask(deed: Deed): Promise<string>;
}

function pay(desk: KillDesk, random: Random, provider: "debitdirect" | "paynl", attempt: boolean): Deed {
  const mandateId = random.pick(desk.mandates[provider]);
  return { do: "payment", mandateId, amount: amountOf(random), press: randomUUID(), attempt };
}

/** One payment more, left to the worker. */
export const onePayment = (desk: KillDesk, random: Random): Deed => pay(desk, random, "debitdirect", false);

async function newMandate(
  desk: KillDesk,
  random: Random,
  { ask }: Wish,
  provider: "bs" | "paynl",
  attempt: boolean,
): Promise<void> {
  const { name, number } = newcomer();
  const debtorId = await ask({ do: "debtor", name, number, press: randomUUID() });
  const values: Record<string, string> =
    provider === "bs"
      ? { identity: "010170-1234", account: "3199 1234560000" }
      : { type: "FLEXIBLE", holder: "S. Bakker", iban: "NL28INGB0000000001", amount: amountOf(random) };
  const agreementId = desk.agreements[provider];
  await ask({ do: "mandate", debtorId, agreementId, values, press: randomUUID(), attempt });
}

/** Somebody signs up at the bank: the provider reports it by an event. */
async function signUp(desk: KillDesk, { ask }: Wish): Promise<void> {
  const { name, number } = newcomer();
  await ask({ do: "debtor", name, number, press: randomUUID() });
  const wish = { agreement: desk.agreements.debitdirectHandle, customerNumber: number };
  const { url } = desk.simulators.debitdirect;
  await fetch(`${url}/_sim/mandates`, { method: "POST", body: JSON.stringify(wish) });
}

/** A handful of what a desk does in a minute, over all three providers. */
export async function someActs(desk: KillDesk, random: Random, wish: Wish): Promise<void> {
  const attempt = () => wish.alwaysAttempt || random.chance(0.3);
  const first = await wish.ask(pay(desk, random, "debitdirect", attempt()));
  await wish.ask(pay(desk, random, "debitdirect", attempt()));
  if (random.chance(0.5)) await wish.ask(pay(desk, random, "debitdirect", attempt()));
  if (random.chance(0.4)) await wish.ask(pay(desk, random, "paynl", attempt()));
  if (random.chance(0.4)) await newMandate(desk, random, wish, "bs", attempt());
  if (random.chance(0.2)) await newMandate(desk, random, wish, "paynl", attempt());
  if (random.chance(0.3)) await wish.ask({ do: "cancel", paymentId: first, attempt: attempt() });
  await signUp(desk, wish);
}
