import { expect, type Page } from "@playwright/test";

/** A debtor as a story types one in. The customer number is the story's own: all stories share one desk. */
export interface Person {
  name: string;
  number: string;
}

/** Adds a debtor by the form, and ends on the debtor's record. */
export async function addDebtor(page: Page, { name, number }: Person): Promise<void> {
  await page.goto("/debtors/new");
  await fillDebtor(page, { name, number });
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(name) })).toBeVisible();
}

/** Fills the debtor's form on the page and sends it. */
export async function fillDebtor(page: Page, { name, number }: Person): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Customer number").fill(number);
  await page.getByRole("button", { name: "Add debtor" }).click();
}

/** Opens the debtor's record by the list, as one who was told the customer number. */
export async function openDebtor(page: Page, { name, number }: Person): Promise<void> {
  await page.goto(`/debtors?q=${number}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(name) })).toBeVisible();
}

/** The record on the page opens with this state, at the latest when what is under way has come to its end. */
export async function expectState(page: Page, state: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${state}\\b`), {
    timeout: 20_000,
  });
}

/** What stands in the first line of the record's timeline that begins with these words. */
export const told = (page: Page, words: string) =>
  page.getByRole("list", { name: "Timeline" }).getByRole("listitem").filter({ hasText: words }).first();

export interface Order {
  amount: string;
  text: string;
  /** `YYYY-MM-DD`; without it the next possible day. */
  due?: string;
  /** The creditor's own, unique. */
  reference: string;
}

/** Fills the form of a new payment for a debtor who can be charged; the preview stands beside it. */
export async function prepare(page: Page, person: Person, order: Order): Promise<void> {
  await openDebtor(page, person);
  await page.getByRole("link", { name: "New payment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New payment" })).toBeVisible();
  await page.getByLabel("Amount").fill(order.amount);
  if (order.due) await page.getByLabel("Due").fill(order.due);
  await page.getByLabel("Text to the debtor").fill(order.text);
  await page.getByLabel("Your reference").fill(order.reference);
}

/** Where the payment being typed would land. */
export const preview = (page: Page) => page.getByRole("complementary", { name: "Where it would land" });

/** Issues the payment on the page. Answers the address of its record. */
export async function issue(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Issue this payment" }).click();
  await page.waitForURL(/\/payments\/(?!new)[^/?]+$/);
  return page.url();
}

/** A day as it stands in a sentence, "1 December", and in no longer number. */
export function written(day: string): RegExp {
  const at = new Date(`${day}T12:00:00Z`);
  const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
  return new RegExp(`\\b${words.format(at)}`);
}

/** The deadline that stands ahead of the payment on the page. */
export async function cutoffOn(page: Page): Promise<Date> {
  const at = await told(page, "Cut-off.").getByRole("time").getAttribute("datetime");
  if (!at) throw new Error("no cut-off stands ahead of it");
  return new Date(at);
}
