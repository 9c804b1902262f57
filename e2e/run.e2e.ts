import { expect } from "@playwright/test";
import { test } from "./support/fixtures";
import { fileOf, journalWatch, readRun, referencesThere, signedUp } from "./support/run";

const ITEMS = Number(process.env.RUN_ITEMS ?? 300);
const KILLS = Number(process.env.RUN_KILLS ?? 4);
/** Rows of one customer; more would make every look for a duplicate slow, and nobody has so many bills a month. */
const ROWS_EACH = 60;
const PREFIX = "RUN";
/** Between two kills: a machine that is busy with other things sends one in a second. */
const PATIENCE_MS = 240_000 + Math.ceil(ITEMS / (KILLS + 1)) * 1_000;
// Half an hour of a page that is drawn again every two seconds fills the memory.
if (ITEMS > 1_000) test.use({ trace: "off" });

test("a month's payments are brought in, approved by somebody else and sent once each, however often the worker dies @both", async ({
  page,
  desk,
  signIn,
  simulators,
  programs,
  accessible,
}) => {
  test.setTimeout(240_000 + ITEMS * 500 + KILLS * 60_000);
  const customers = Array.from({ length: Math.max(5, Math.ceil(ITEMS / ROWS_EACH)) }, (_, index) =>
    String(810_001 + index),
  );
  await signedUp(page, customers, { signIn, simulators });

  await signIn(page, "finance");
  await page.goto("/runs");
  await page.getByRole("main").getByRole("link", { name: "New run" }).first().click();
  await page.getByLabel("Name").fill("Heat, this month");
  await page.getByRole("radio", { name: "Test" }).check();
  const rows = `${fileOf(customers, ITEMS, PREFIX)}\n999999;10,00;Heat;RUN-NOBODY`;
  // Nobody pastes ten thousand rows, and a browser takes long to show them.
  if (ITEMS > 1_000) {
    const file = { name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(rows) };
    await page.getByLabel("File").setInputFiles(file);
  } else await page.getByLabel("Or paste").fill(rows);
  await accessible(page);
  await page.getByRole("button", { name: "Read it" }).click();
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toHaveText(/^Draft\./, { timeout: 60_000 });
  await page.getByRole("link", { name: /^Left out/ }).click();
  await expect(page.getByRole("row").filter({ hasText: "999999" })).toContainText("Nobody here");
  await accessible(page);
  await page.getByRole("button", { name: "Freeze" }).click();
  await expect(headline).toHaveText(/^Frozen\./, { timeout: 60_000 });
  await expect(page.getByText("Not possible: needs the right to approve")).toBeVisible();

  const address = page.url();
  const id = new URL(address).pathname.split("/").at(-1) ?? "";
  await signIn(page, "approver");
  await page.goto(address);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(headline).toHaveText(/^Approved by/, { timeout: 30_000 });

  await signIn(page, "finance");
  await page.goto(address);
  const journal = journalWatch(simulators, PREFIX);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(headline).toHaveText(/^(Sending|Done)\./, { timeout: 30_000 });
  await accessible(page);

  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const killedAt: number[] = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const wanted = Math.floor((ITEMS * kill) / (KILLS + 1));
    await expect
      .poll(async () => (await readRun(desk, id)).progress.rows.accepted, { timeout: PATIENCE_MS })
      .toBeGreaterThanOrEqual(wanted);
    await programs.kill("worker");
    killedAt.push(seconds());
    await journal.look();
    // Nobody works: what is counted now stays so, and it is everything.
    expect((await readRun(desk, id)).progress.total).toBe(ITEMS);
    await programs.start("worker");
  }
  await expect.poll(async () => (await readRun(desk, id)).state, { timeout: PATIENCE_MS }).toBe("done");
  process.stdout.write(`${ITEMS} rows in ${seconds()} s, killed at ${killedAt.join(", ")}\n`);

  await expect(headline).toHaveText(/^Done\./, { timeout: 30_000 });
  const accepted = page.getByRole("row").filter({ hasText: "the provider has them" });
  await expect(accepted).toContainText(ITEMS.toLocaleString("en-GB"));
  await journal.look();
  const expected = Array.from({ length: ITEMS }, (_, index) => `${PREFIX}-${index + 1}`).sort();
  expect(journal.references().sort()).toEqual(expected);
  expect((await referencesThere(simulators, PREFIX)).sort()).toEqual(expected);
  await accepted.getByRole("link", { name: "Accepted" }).click();
  await expect(page.getByText("Heat, this month")).toBeVisible();
  await accessible(page);
});
