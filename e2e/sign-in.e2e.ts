import { expect } from "@playwright/test";
import { test } from "./support/fixtures";

test.describe("signing in", () => {
  test("an agent signs in and comes to the desk, and a new visit finds her there @both", async ({
    page,
    signIn,
    desk,
  }) => {
    await signIn(page, "agent");
    await expect(page).toHaveURL(`${desk.url}/`);
    await expect(page.getByRole("navigation").first()).toBeVisible();
    await page.goto("/sign-in");
    await expect(page).toHaveURL(`${desk.url}/`);
  });

  test("a wrong password gets a sentence and no desk", async ({ page, desk }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(desk.people.agent.email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
    await expect(page).toHaveURL(/sign-in/);
  });

  test("without a sign-in every page leads to the sign-in page @both", async ({ page }) => {
    await page.goto("/payments");
    await expect(page).toHaveURL(/sign-in/);
  });

  test("after it one is where one wanted to go, and never with somebody else", async ({ page, desk }) => {
    const enter = async (address: string) => {
      await page.context().clearCookies();
      await page.goto(address);
      await page.getByLabel("E-mail").fill(desk.people.agent.email);
      await page.getByLabel("Password").fill(desk.people.agent.password);
      await page.getByRole("button", { name: "Sign in" }).click();
    };
    await enter("/debtors?q=nobody");
    await expect(page).toHaveURL(`${desk.url}/debtors?q=nobody`);
    await enter("/sign-in?to=//evil.example/");
    await expect(page).toHaveURL(`${desk.url}/`);
  });

  test("the sign-in page is accessible", async ({ page, accessible }) => {
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await accessible(page);
  });
});
