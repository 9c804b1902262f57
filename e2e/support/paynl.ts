import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { Fixtures, Simulators } from "./fixtures";
import { fillDebtor, type Person } from "./story";

const DAY = 86_400_000;
/** Longer than any debit takes, with every holiday in between. */
const PATIENCE_DAYS = 28;

const mandates = z.array(
  z.object({ code: z.string(), customer: z.object({ bankAccount: z.object({ owner: z.string() }) }) }),
);
const debits = z.array(
  z.object({
    code: z.string(),
    mandate: z.string(),
    number: z.number(),
    /** When the bank debits the debtor. */
    day: z.string(),
    status: z.number(),
    amount: z.object({ value: z.number() }),
  }),
);
const deliveries = z.array(z.object({ debit: z.string(), action: z.string(), state: z.string() }));

export type DebitThere = z.infer<typeof debits>[number];

/** Fills the form of a new mandate on PAY. for a new debtor, as told over the phone, and leaves it unsent. */
export async function fillMandate(page: Page, person: Person, amount: string): Promise<void> {
  await page.goto("/mandates/new");
  await page.getByRole("main").getByRole("link", { name: "PAY.", exact: true }).click();
  // Until its form is there, the link to a new debtor leads back to another agreement's.
  await expect(page.getByLabel("Account holder")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "New debtor" }).click();
  await fillDebtor(page, person);
  await page.getByLabel("Account holder").fill(person.name);
  await page.getByLabel("IBAN").fill("NL28 INGB 0000 0000 01");
  await page.getByLabel("First amount").fill(amount);
  await page.getByRole("radio", { name: "By phone" }).check();
}

/** What PAY. itself keeps of the debits of this person's mandate, the first one first. */
async function debitsThere(simulators: Simulators, { name }: Person): Promise<DebitThere[]> {
  const all = mandates.parse(await simulators.show("paynl", "/_sim/mandates"));
  const mandate = all.find((one) => one.customer.bankAccount.owner === name);
  const known = debits.parse(await simulators.show("paynl", "/_sim/debits"));
  return known.filter((one) => one.mandate === mandate?.code).sort((a, b) => a.number - b.number);
}

/** Lets days go by until PAY. has given the person's nth debit this status. */
export async function untilThere(
  person: Person,
  wanted: { number: number; status: number },
  { simulators, clock }: Pick<Fixtures, "simulators" | "clock">,
): Promise<DebitThere> {
  for (let passed = 0; passed < PATIENCE_DAYS; passed += 1) {
    const found = (await debitsThere(simulators, person))[wanted.number - 1];
    if (found?.status === wanted.status) return found;
    await clock.pass(DAY);
  }
  throw new Error(`debit ${wanted.number} of ${person.name} did not become ${wanted.status}`);
}

/** PAY. has called about this debit, and the desk said yes. */
export async function expectCalled(simulators: Simulators, { code }: DebitThere, action: string) {
  await expect(async () => {
    const all = deliveries.parse(await simulators.show("paynl", "/_sim/deliveries"));
    expect(all.filter((one) => one.debit === code && one.action === action)).toContainEqual({
      debit: code,
      action,
      state: "delivered",
    });
  }).toPass();
}
