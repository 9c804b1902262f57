import { expect } from "@playwright/test";
import { madeThere, onboard } from "./support/debitdirect";
import { test } from "./support/fixtures";
import { expectState, prepare, told } from "./support/story";

/** The lease of the one that died must run out first, and a lease runs in real time. */
const LEASE = { timeout: 90_000 };

test("app and worker, killed when the provider has just accepted, leave one unknown payment that is looked up and found @both", async ({
  page,
  signIn,
  simulators,
  programs,
  clock,
  accessible,
}) => {
  test.slow();
  const reference = "STORY-70041-1";
  const ebbe = { name: "Ebbe Rosenvinge", number: "70041" };
  await onboard(page, ebbe, { signIn, simulators });
  await signIn(page, "finance");
  await prepare(page, ebbe, { amount: "442.00", text: "Heat, third quarter", reference });

  // DebitDirect takes the payment and keeps silent; and for a while nobody can read what it has.
  const fault = (of: object) =>
    simulators.control("debitdirect", "/_sim/faults", { path: "/payments", ...of });
  await fault({ kind: "hang", method: "POST" });
  await fault({ kind: "status", method: "GET", status: 503, times: 1_000 });
  await page.getByRole("button", { name: "Issue this payment" }).click();
  await expect.poll(() => madeThere(simulators, reference)).toBe(1);
  await Promise.all([programs.kill("app"), programs.kill("worker")]);

  await programs.start("app");
  await page.goto(`/payments?q=${reference}`);
  await page.getByRole("link", { name: ebbe.name }).first().click();
  await expectState(page, "Sending");

  await programs.start("worker");
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toContainText("Unknown.", LEASE);
  await expect(headline).toContainText("Do not send it again.");
  await accessible(page);

  await fetch(`${simulators.url("debitdirect")}/_sim/faults`, { method: "DELETE" });
  await clock.pass(20_000);
  await expectState(page, "Pending");
  await expect(told(page, "Pending.")).toContainText(
    /read again|answer to our question about the lost answer/,
  );
  expect(await madeThere(simulators, reference)).toBe(1);
});
