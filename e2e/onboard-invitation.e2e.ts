import { expect } from "@playwright/test";
import { signUpAtTheBank } from "./support/debitdirect";
import { test } from "./support/fixtures";
import { addDebtor, expectState } from "./support/story";

test.describe("a debtor who signs up at the bank", () => {
  test("is invited with the numbers, given the letter, and then another account", async ({
    page,
    signIn,
    simulators,
    accessible,
  }) => {
    test.slow();
    await signIn(page, "agent");
    await addDebtor(page, { name: "Inger Dahl", number: "70321" });
    await page.goto("/mandates/new?q=70321");
    await page.getByRole("link", { name: "Choose" }).click();
    await expect(page.getByRole("link", { name: "Inger Dahl" })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "DebitDirect", exact: true }).click();
    await page.getByRole("button", { name: "Write down the invitation" }).click();
    await expectState(page, "Invited");
    const invitation = page.getByRole("region", { name: "Invitation" });
    await expect(invitation).toContainText("70321");
    await expect(invitation).toContainText("is the last day that still makes");
    const mail = await invitation.getByRole("link", { name: "Open as e-mail" }).getAttribute("href");
    expect(decodeURIComponent(mail ?? "")).toContain("Kundenummer: 70321");
    await accessible(page);
    await invitation.getByRole("link", { name: "English" }).click();
    await expect(invitation).toContainText("Dear Inger Dahl");
    await invitation.getByLabel("How").selectOption("letter");
    await invitation.getByRole("button", { name: "Write down that it was given" }).click();
    await expect(invitation).toContainText(/Given \d\d:\d\d, by letter, by /);
    await invitation.getByRole("link", { name: "Print" }).click();
    await expect(page.getByRole("article")).toContainText("Dear Inger Dahl");
    await accessible(page);
    await page.getByRole("link", { name: "Back to the mandate" }).click();
    await expectState(page, "Invited");
    await signUpAtTheBank(simulators, "70321");
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Active/, { timeout: 2_000 });
    }).toPass();
    await expect(page.getByRole("region", { name: "Invitation" })).toHaveCount(0);

    await page.getByRole("link", { name: "Change account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Change of account" })).toBeVisible();
    await accessible(page);
    await page.getByLabel("Why").fill("Called from the number we know");
    await page.getByRole("button", { name: "Write down the invitation" }).click();
    await expectState(page, "Invited");
    await page.getByRole("link", { name: "The old mandate" }).click();
    await expectState(page, "Active");
    await page.getByRole("button", { name: "Call off the change" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("A mistake");
    await dialog.getByRole("button", { name: "Call off the change" }).click();
    await expect(page.getByRole("link", { name: "Change account" })).toBeVisible();
    await accessible(page);
  });
});
