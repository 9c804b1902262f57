import { expect, type Page } from "@playwright/test";
import { test } from "./support/fixtures";
import { addDebtor } from "./support/story";

const cpr = (page: Page) => page.getByLabel("CPR or CVR number");
const account = (page: Page) => page.getByLabel("Registration and account number");
const status = (page: Page, text: string | RegExp) =>
  expect(page.locator("[data-draft] [role=status]")).toContainText(text);

async function begin(page: Page, name: string, number: string): Promise<void> {
  await addDebtor(page, { name, number });
  await page.goto(`/mandates/new?q=${number}`);
  await page.getByRole("link", { name: "Choose" }).click();
  // Until the debtor is there, the links of the agreements know nothing of the choice.
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Betalingsservice", exact: true }).click();
  await expect(cpr(page)).toBeVisible();
}

test.describe("a consent that is not finished", () => {
  test("U1: is saved by itself, survives leaving, and is submitted once", async ({
    page,
    signIn,
    accessible,
  }) => {
    await signIn(page, "agent");
    await begin(page, "Ditte Falk", "70311");
    await cpr(page).fill("0101901234");
    await status(page, /^ ?Draft saved \d\d:\d\d/);
    await page.goto("/mandates");
    await accessible(page);
    await page.getByRole("link", { name: "Go on with Ditte Falk" }).click();
    await expect(cpr(page)).toHaveValue("0101901234");
    await account(page).fill("1234 0000567890");
    await page.getByRole("button", { name: "Submit" }).dblclick();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Pending/);
    await page.goto("/mandates");
    await expect(page.getByRole("link", { name: "Go on with Ditte Falk" })).toHaveCount(0);
    await page.goto("/mandates?q=70311");
    await expect(page.getByRole("row").filter({ hasText: "70311" })).toHaveCount(1);
  });

  test("U2: another page of it overwrites nothing, and both texts are kept", async ({ page, signIn }) => {
    await signIn(page, "agent");
    await begin(page, "Jens Toft", "70312");
    await cpr(page).fill("0101901234");
    await status(page, "Draft saved");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await account(other).fill("1234 0000567890");
    await status(other, "Draft saved");
    await account(page).fill("9999 1");
    await status(page, "Changed on another page");
    await page.getByRole("button", { name: "Keep this as a draft of its own" }).click();
    await expect(page).not.toHaveURL(other.url());
    await expect(account(page)).toHaveValue("9999 1");
    await other.reload();
    await expect(account(other)).toHaveValue("1234 0000567890");
    await page.getByRole("button", { name: "Discard draft" }).click();
    await page.getByRole("button", { name: "Discard for good" }).click();
    await expect(page.getByRole("link", { name: "Go on with Jens Toft" })).toHaveCount(1);
  });

  test("U3: without a connection the text stays, and is saved and sent when there is one again", async ({
    page,
    signIn,
  }) => {
    await signIn(page, "agent");
    await begin(page, "Mona Riis", "70313");
    await cpr(page).fill("0101901234");
    await status(page, "Draft saved");
    await page.context().setOffline(true);
    await account(page).fill("1234 0000567890");
    await status(page, "no connection");
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByText("No answer came")).toBeVisible();
    await expect(account(page)).toHaveValue("1234 0000567890");
    await page.context().setOffline(false);
    await status(page, "Draft saved");
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Pending/);
  });

  test("says what was pasted into the wrong field, and keeps it", async ({ page, signIn, accessible }) => {
    await signIn(page, "agent");
    await begin(page, "Otto Bang", "70314");
    await cpr(page).fill("3101\u00a090-1234");
    await account(page).fill("310190-1234");
    await account(page).blur();
    await expect(page.getByText("This looks like a CPR number")).toBeVisible();
    await expect(account(page)).toHaveValue("310190-1234");
    await account(page).fill(`12340000567890${"9".repeat(10_000)}`);
    await account(page).blur();
    await expect(page.getByText("Too long.")).toBeVisible();
    await account(page).fill("NL91 ABNA 0417 1643 00");
    await account(page).blur();
    await expect(page.getByText("Needs a Danish account")).toBeVisible();
    await accessible(page);
  });
});
