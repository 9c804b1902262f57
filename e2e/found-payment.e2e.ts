import { expect } from "@playwright/test";
import { madeThere, onboard, payBesideTheDesk } from "./support/debitdirect";
import { test } from "./support/fixtures";
import { expectState } from "./support/story";

const vibeke = { name: "Vibeke Storgaard", number: "70977" };
const reference = "BESIDE-70977";

test("a payment that only the provider has is a task, and is taken over by choice @both", async ({
  page,
  signIn,
  simulators,
  clock,
  accessible,
}) => {
  await onboard(page, vibeke, { signIn, simulators });
  const month = await clock.now();
  month.setUTCMonth(month.getUTCMonth() + 3, 1);
  const day = month.toISOString().slice(0, 10);
  await payBesideTheDesk(simulators, vibeke.number, { amount: 41_150, day, reference });

  await signIn(page, "finance");
  const task = page.getByRole("row").filter({ hasText: "which was not issued here" });
  await expect(async () => {
    await page.goto("/");
    await expect(task).toContainText("411.50", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await task.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Not issued here" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(reference);
  await expect(page.getByRole("main")).toContainText(vibeke.name);
  await accessible(page);

  await page.getByRole("button", { name: "Take over" }).click();
  await expect(page.getByLabel("Reason")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Reason").fill("The bookkeeper typed it in at DebitDirect.");
  await page.getByRole("button", { name: "Take over" }).click();
  await page.waitForURL(/\/payments\/pay_/);
  await expectState(page, "Pending");
  await expect(page.getByRole("main")).toContainText(vibeke.name);

  await page.goto("/");
  await expect(task).toHaveCount(0);
  expect(await madeThere(simulators, reference)).toBe(1);
});
