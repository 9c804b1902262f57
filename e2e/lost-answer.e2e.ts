import { expect } from "@playwright/test";
import { madeThere, onboard } from "./support/debitdirect";
import { test } from "./support/fixtures";
import { expectState, issue, prepare, told } from "./support/story";

test("a payment whose answer is lost says so, is looked up, and exists once at the provider @both", async ({
  page,
  signIn,
  simulators,
  clock,
  accessible,
}) => {
  test.slow();
  const reference = "STORY-70003-1";
  const lis = { name: "Lis Damgaard", number: "70003" };
  await onboard(page, lis, { signIn, simulators });
  await signIn(page, "finance");
  await prepare(page, lis, { amount: "318.00", text: "Heat, second quarter", reference });
  await simulators.control("debitdirect", "/_sim/faults", {
    kind: "cut-after",
    method: "POST",
    path: "/payments",
  });
  await issue(page);

  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toContainText("Unknown.");
  await expect(headline).toContainText("Do not send it again.");
  await expect(page.getByRole("button", { name: "Send again" })).toHaveCount(0);
  await accessible(page);

  // The desk asks by itself, when the request can no longer be on its way.
  await clock.pass(20_000);
  await expectState(page, "Pending");
  await expect(told(page, "No answer.")).toBeVisible();
  // A poll may bring the payment's news before the question about the lost answer does; both are a reading.
  await expect(told(page, "Pending.")).toContainText(
    /read again|answer to our question about the lost answer/,
  );
  expect(await madeThere(simulators, reference)).toBe(1);
  await accessible(page);
});
