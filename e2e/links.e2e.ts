import { expect } from "@playwright/test";
import { test } from "./support/fixtures";

test.describe("the desk's links", () => {
  test("are followed without loading the page anew, back again too", async ({ page, signIn }) => {
    await signIn(page, "agent");
    const marked = () => page.evaluate(() => document.documentElement.hasAttribute("data-marked"));
    await page.evaluate(() => document.documentElement.setAttribute("data-marked", ""));
    const menu = page.getByRole("navigation", { name: "Main menu" });
    await menu.getByRole("link", { name: "Payments" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Payments" })).toBeVisible();
    await expect(menu.getByRole("link", { name: "Payments" })).toHaveAttribute("aria-current", "page");
    await page.getByRole("link", { name: "Amount" }).click();
    await expect(page).toHaveURL(/sort=amount/);
    await page.goBack();
    await expect(page).toHaveURL(/\/payments$/);
    expect(await marked()).toBe(true);
  });

  test("open another tab when they are pressed with the control key", async ({ page, context, signIn }) => {
    await signIn(page, "agent");
    const opened = context.waitForEvent("page");
    const menu = page.getByRole("navigation", { name: "Main menu" });
    await menu.getByRole("link", { name: "Payments" }).click({ modifiers: ["ControlOrMeta"] });
    await expect(await opened).toHaveURL(/\/payments$/);
    await expect(page).not.toHaveURL(/payments/);
  });
});
