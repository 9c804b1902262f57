import { expect, type Page } from "@playwright/test";
import { test } from "./support/fixtures";
import { expectState, fillDebtor, type Person, told } from "./support/story";

/** Over every weekend: the scheme answers on banking days only. */
const FOUR_DAYS = 4 * 86_400_000;

/** A new debtor and a mandate by the provider's form, as told over the phone. */
async function onboard(page: Page, person: Person, account: string): Promise<void> {
  await page.goto("/mandates/new");
  await page.getByRole("main").getByRole("link", { name: "Betalingsservice", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: "New debtor" }).click();
  await fillDebtor(page, person);
  await page.getByLabel("CPR or CVR number").fill("0101901234");
  await page.getByLabel("Registration and account number").fill(account);
  await page.getByRole("radio", { name: "By phone" }).check();
}

test.describe("onboarding on Betalingsservice", () => {
  test("a mandate waits for the bank and becomes active in front of the reader", async ({
    page,
    signIn,
    clock,
    accessible,
  }) => {
    await signIn(page, "agent");
    await onboard(page, { name: "Karen Brandt", number: "70101" }, "1234 0000567890");
    await accessible(page);
    await page.getByRole("button", { name: "Submit" }).click();
    await expectState(page, "Pending");
    await clock.pass(FOUR_DAYS);
    await expectState(page, "Active");
    await expect(page.getByRole("complementary", { name: "Facts" })).not.toContainText("none known");
    const proof = told(page, "Active.");
    await proof.getByText("Raw message").click();
    await expect(proof).toContainText("VALIDATED");
    await accessible(page);
  });

  test("a mandate that the scheme refuses fails with words and what to do", async ({
    page,
    signIn,
    clock,
    accessible,
  }) => {
    await signIn(page, "agent");
    await onboard(page, { name: "Poul Vester", number: "70102" }, "1234 0000560001");
    await page.getByRole("button", { name: "Submit" }).click();
    await expectState(page, "Pending");
    await clock.pass(FOUR_DAYS);
    await expectState(page, "Failed");
    await expect(page.getByText("MANDATE_ALREADY_EXISTS", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Correct it" })).toBeVisible();
    await accessible(page);
  });
});
