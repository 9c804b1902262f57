import { expect, type Page } from "@playwright/test";
import { onboard } from "./debitdirect";
import type { Fixtures } from "./fixtures";
import { addDebtor, expectState, issue, prepare } from "./story";

type World = Pick<Fixtures, "signIn" | "simulators">;

const freja = { name: "Freja Skærmsen", number: "208801" };
const iben = { name: "Iben Skærmsen", number: "208802" };

/** What the screens show on a desk that has no history: a debtor, payments, an invitation, an import and a run. */
export async function makeScenery(page: Page, world: World): Promise<void> {
  await onboard(page, freja, world);
  await invite(page);
  await bringIn(page);
  await world.signIn(page, "finance");
  await prepare(page, freja, { amount: "120,00", text: "Heat", reference: "2026-208801-1" });
  expect(await issue(page)).toContain("/payments/");
  await pasteRun(page);
}

/** A mandate that waits for a sign-up at the bank. */
async function invite(page: Page): Promise<void> {
  await addDebtor(page, iben);
  await page.goto(`/mandates/new?q=${iben.number}`);
  await page.getByRole("link", { name: "Choose" }).click();
  await expect(page.getByRole("link", { name: iben.name })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "DebitDirect", exact: true }).click();
  await page.getByRole("button", { name: "Write down the invitation" }).click();
  await expectState(page, "Invited");
}

const file = [
  // A column more than any other story has: how those are read is remembered.
  "Kundenr.;Navn;CPR-nr.;Reg.nr.;Kontonr.;Mail;Samtykkedato;Målernr.",
  "208811;Rosa Skærmsen;0304881234;0040;0000208811;rosa@example.org;01-11-2026;M-11",
  "208812;Åse Skærmsen;0202911234;0040;0000208812;aase@example.org;01-11-2026;M-12",
  "208813;Ib Skærmsen;0203921234;0040;;ib@example.org;01-11-2026;M-13",
  "208814;Bo Skærmsen;9999991234;0040;0000208814;bo@example.org;01-11-2026;M-14",
].join("\r\n");

/** A file whose rows are checked, two of them bad; nothing has been made of it. */
async function bringIn(page: Page): Promise<void> {
  await page.goto("/mandates/import");
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name: "kunder.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toHaveText("Is the file read correctly?");
  await page.getByRole("button", { name: "This is right" }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Betalingsservice/ })
    .first()
    .click();
  await page.getByLabel("How they agreed", { exact: true }).selectOption("fixed");
  await page.getByRole("button", { name: "Check every row" }).click();
  await page.getByLabel("How they agreed, for all rows").selectOption("paper");
  await page.getByLabel("To which words", { exact: true }).selectOption("fixed");
  await page.getByLabel("To which words, for all rows").fill("da-1");
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(headline).toHaveText("Checked. 2 rows are good, 2 are not.", { timeout: 60_000 });
}

/** A run of which one row is left out; it stays a draft. */
async function pasteRun(page: Page): Promise<void> {
  await page.goto("/runs/new");
  await page.getByLabel("Name").fill("Heat, the last reading");
  await page.getByRole("radio", { name: "Test" }).check();
  const rows = ["customer number;amount;text;reference"];
  for (const n of [1, 2, 3]) rows.push(`${freja.number};${130 + n},25;Heat;2026-208801-R${n}`);
  await page.getByLabel("Or paste").fill([...rows, "299998;10,00;Heat;2026-299998"].join("\n"));
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Draft\./, { timeout: 60_000 });
}

/**
 * A payment whose answer was lost, and about which DebitDirect says nothing more until `forgive` is called: without
 * that the desk would know a little later what became of it.
 */
export async function loseAnswer(page: Page, { simulators }: World): Promise<{ forgive(): Promise<void> }> {
  await prepare(page, freja, { amount: "121,00", text: "Heat", reference: "2026-208801-2" });
  const fault = (more: object) => simulators.control("debitdirect", "/_sim/faults", more);
  await fault({ kind: "cut-after", method: "POST", path: "/payments" });
  await issue(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Unknown.");
  await fault({ kind: "status", status: 503, method: "GET", path: "/payments", times: 1_000 });
  return { forgive: () => simulators.forgive("debitdirect") };
}
