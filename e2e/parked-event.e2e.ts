import { expect, type Page } from "@playwright/test";
import { nextChangeThere, onboard } from "./support/debitdirect";
import { type Simulators, test } from "./support/fixtures";
import { expectState, issue, prepare } from "./support/story";

const HOUR = 3_600_000;
const notThere = JSON.stringify({ title: "Not Found", status: 404 });

/** How often DebitDirect is read besides what its events say; empty: by itself. */
async function readEvery(page: Page, seconds: string): Promise<void> {
  await page.goto("/connections");
  await page.getByRole("link", { name: "DebitDirect", exact: true }).click();
  await page.getByRole("link", { name: "Assumptions" }).click();
  await page.getByLabel("Seconds between readings, optional", { exact: true }).fill(seconds);
  await page.getByLabel("Seconds between readings on busy days").fill(seconds);
  await page.getByRole("button", { name: "Save the assumptions" }).click();
  await expect(page.getByText("Saved. The next call goes by them.")).toBeVisible();
}

const forget = (simulators: Simulators) =>
  fetch(`${simulators.url("debitdirect")}/_sim/faults`, { method: "DELETE" });

test("an event that could not be applied is parked, tried dry, replayed and applied @both", async ({
  page,
  signIn,
  simulators,
  clock,
  accessible,
}) => {
  test.slow();
  const reference = "STORY-70042-1";
  const ulla = { name: "Ulla Kjeldsen", number: "70042" };
  await onboard(page, ulla, { signIn, simulators });
  await signIn(page, "finance");
  await prepare(page, ulla, { amount: "274.00", text: "Heat, third quarter", reference });
  const record = await issue(page);
  await expectState(page, "Pending");

  // Only the event is to bring the news, and DebitDirect does not show the payment for a while.
  await signIn(page, "admin");
  await readEvery(page, "604800");
  await simulators.control("debitdirect", "/_sim/settings", { dataForm: "object" });
  const gone = {
    kind: "status",
    method: "GET",
    path: "/payments",
    status: 404,
    body: notThere,
    times: 100_000,
  };
  await simulators.control("debitdirect", "/_sim/faults", gone);
  await clock.moveTo(await nextChangeThere(simulators, reference));
  await clock.moveTo(await nextChangeThere(simulators, reference));

  // Asked about for a day, ever more seldom; then it waits for a person.
  const event = page.getByRole("row").filter({ hasText: "payment settled" }).filter({ hasText: ulla.name });
  await expect(async () => {
    await clock.pass(4 * HOUR);
    await page.goto("/activity/events?state=parked");
    await expect(event).toContainText("The provider does not have it.", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await accessible(page);
  await forget(simulators);

  await event.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Parked: payment settled");
  await page.getByRole("button", { name: "Dry run" }).click();
  const wouldDo = page.getByRole("status").filter({ hasText: "A replay would do this:" });
  await expect(wouldDo).toContainText(`${ulla.name} ${ulla.number}: Pending to Settled.`);
  await accessible(page);

  // Nothing has changed by that.
  const parked = page.url();
  await page.goto(record);
  await expectState(page, "Pending");
  await page.goto(parked);

  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Done: payment settled", {
    timeout: 20_000,
  });
  await expect(page.getByRole("main")).toContainText("Pending to Settled.");
  await page.goto(record);
  await expectState(page, "Settled");

  await page.goto("/activity/submissions");
  await expect(page.getByRole("row").filter({ hasText: ulla.name })).toContainText("Confirmed");
  await accessible(page);
  await simulators.control("debitdirect", "/_sim/settings", { dataForm: "handle" });
  await readEvery(page, "");
});

test("who reads only what is about a record is told so, and may read that @both", async ({
  page,
  signIn,
  accessible,
}) => {
  await signIn(page, "agent");
  await page.goto("/activity/events");
  await expect(page.getByRole("main")).toContainText(
    "Your role reads what happened to a record on the record",
  );
  await accessible(page);
  await page.goto("/activity/events?object=pay_none");
  await expect(page.getByRole("main")).toContainText("Nothing here with these filters.");
  await page.goto("/activity/events/msg_none");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Parked");
});
