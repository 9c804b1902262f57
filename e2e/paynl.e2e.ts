import { expect, type Page } from "@playwright/test";
import { test } from "./support/fixtures";
import { expectCalled, fillMandate, untilThere } from "./support/paynl";
import { expectState, issue, prepare, preview, told, written } from "./support/story";

const COLLECTED = 100;
const AT_THE_BANK = 94;
/** The debtor has set a limit or a block at the bank. */
const BLOCKED = 277;

/** The rows of the mandate's payments that begin with this state. */
const paymentsIn = (page: Page, state: string) =>
  page
    .getByRole("table", { name: "Payments" })
    .getByRole("row")
    .filter({ has: page.getByRole("cell", { name: new RegExp(`^${state}`) }) });

/** The mandate's record shows so many payments in this state; PAY. makes them, so the desk only hears of them. */
async function expectPayments(page: Page, record: string, state: string, count = 1): Promise<void> {
  await expect(async () => {
    await page.goto(record);
    await expect(paymentsIn(page, state)).toHaveCount(count, { timeout: 1_000 });
  }).toPass();
}

/** Opens the one payment in this state from the mandate's record on the page. */
async function openPayment(page: Page, state: string): Promise<void> {
  await paymentsIn(page, state).getByRole("link").first().click();
  await page.waitForURL(/\/payments\//);
  await expectState(page, state);
}

test.describe("a mandate on PAY.", () => {
  test("a series is active once its first debit is collected; a later one is refused, another taken back @both", async ({
    page,
    signIn,
    simulators,
    clock,
    accessible,
  }) => {
    test.slow();
    const world = { simulators, clock };
    const saskia = { name: "Saskia de Wit", number: "70201" };
    await signIn(page, "agent");
    await fillMandate(page, saskia, "49,50");
    await page.getByRole("radio", { name: "Recurring" }).check();
    await page.getByLabel("Period").selectOption("week");
    await page.getByLabel("Number of debits").fill("8");
    await accessible(page);
    await page.getByRole("button", { name: "Submit" }).click();

    // PAY. says nothing of a mandate's state: it stands when the debit that was planned with it was collected.
    await expectState(page, "Pending");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/first debit is collected/);
    const record = page.url();
    const first = await untilThere(saskia, { number: 1, status: 91 }, world);
    await expectCalled(simulators, first, "incassoadd");
    await expectPayments(page, record, "Pending");
    await expectState(page, "Pending");
    await accessible(page);
    const collected = await untilThere(saskia, { number: 1, status: COLLECTED }, world);
    await expectCalled(simulators, collected, "incassocollected");
    await expectState(page, "Active");
    await expect(told(page, "Active.")).toBeVisible();
    await accessible(page);

    // The next debit is PAY.'s own; the bank refuses it.
    const second = await untilThere(saskia, { number: 2, status: AT_THE_BANK }, world);
    await simulators.control("paynl", `/_sim/debits/${second.code}/refuse`, { declineCode: BLOCKED });
    await expectCalled(simulators, second, "incassostorno");
    await expectPayments(page, record, "Rejected");
    await openPayment(page, "Rejected");
    await expect(page.getByRole("main")).toContainText("a limit or a block");
    await expect(page.getByRole("main")).toContainText(String(BLOCKED));
    await expect(told(page, "Rejected.")).toBeVisible();
    await accessible(page);

    // The one after it is collected, and taken back.
    const third = await untilThere(saskia, { number: 3, status: COLLECTED }, world);
    await expectPayments(page, record, "Settled", 2);
    await simulators.control("paynl", `/_sim/debits/${third.code}/storno`);
    await expectPayments(page, record, "Chargeback");
    await openPayment(page, "Chargeback");
    await expect(told(page, "Chargeback.")).toBeVisible();
    await expect(told(page, "Settled.")).toBeVisible();
    await expect(page.getByRole("main")).toContainText("The bank gives no reason.");
    await accessible(page);

    // Neither ends the series.
    await page.goto(record);
    await expectState(page, "Active");
  });

  test("a flexible mandate, once active, takes a payment of ours that is seen to settle @both", async ({
    page,
    signIn,
    simulators,
    clock,
    accessible,
  }) => {
    test.slow();
    const world = { simulators, clock };
    const ruben = { name: "Ruben Visser", number: "70202" };
    await signIn(page, "agent");
    await fillMandate(page, ruben, "10,00");
    await page.getByRole("button", { name: "Submit" }).click();
    await expectState(page, "Pending");
    await untilThere(ruben, { number: 1, status: COLLECTED }, world);
    await expectState(page, "Active");

    await signIn(page, "finance");
    const order = { amount: "62,75", text: "Warmte, derde kwartaal", reference: "STORY-70202-1" };
    await prepare(page, ruben, order);
    await expect(preview(page)).toContainText("with this one");
    await accessible(page);
    const foreseen = (await preview(page).textContent()) ?? "";
    await issue(page);
    await expectState(page, "Pending");
    const debit = await untilThere(ruben, { number: 2, status: 91 }, world);
    expect(debit.amount.value).toBe(6_275);
    expect(foreseen).toMatch(written(debit.day));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(written(debit.day));

    await untilThere(ruben, { number: 2, status: COLLECTED }, world);
    await expectState(page, "Settled");
    await expect(told(page, "Settled.")).toBeVisible();
    await accessible(page);
  });
});
