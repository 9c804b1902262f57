import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { onboard } from "./support/debitdirect";
import { type Fixtures, test } from "./support/fixtures";

const person = { name: "Solvej Markering", number: "840001" };
const ITEMS = 53;
const PREFIX = "SELECT";

const made = z.object({ id: z.string() });
const effects = z.object({ effects: z.array(z.object({ n: z.number(), effect: z.string() })) });

const call = async (desk: Fixtures["desk"], path: string, body: object, key: string): Promise<string> => {
  const answer = await fetch(`${desk.url}/api/v1/${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${desk.apiKey}`,
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify(body),
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return made.parse(await answer.json()).id;
};

const bar = (page: Page) => page.locator(".selection-bar");
const says = (page: Page, text: string) => expect(bar(page).locator(".selection-says")).toContainText(text);
const tick = (page: Page, n: number) => page.locator("tbody .cell-select input").nth(n);

test("what is ticked over two pages is taken along as a file and cancelled by one yes, each row once @both", async ({
  page,
  desk,
  signIn,
  simulators,
  accessible,
}) => {
  test.setTimeout(180_000);
  await onboard(page, person, { signIn, simulators });
  await page.goto(`/mandates?q=${person.number}`);
  const mandateId = (await page.locator("a.row-link").first().getAttribute("href"))?.split("/").at(-1) ?? "";
  for (let n = 1; n <= ITEMS; n += 1)
    await call(
      desk,
      "payments",
      {
        mandate_id: mandateId,
        amount: { amount_minor: 10_000 + n, currency: "DKK" },
        text: "Heat",
        reference: `${PREFIX}-${n}`,
      },
      `${PREFIX}-${n}`,
    );

  await signIn(page, "finance");
  const list = `/payments?mandate=${mandateId}`;
  await page.goto(list);
  await expect(page.locator("tbody tr")).toHaveCount(50);
  await expect(bar(page)).toBeHidden();

  // By hand and by key: the newest two.
  await tick(page, 0).click();
  await says(page, "1 selected");
  await page.locator(".row-link").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await says(page, "2 selected");
  await says(page, "201.05");
  await accessible(page);

  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(ITEMS - 50);
  await tick(page, 2).check();
  await says(page, "3 selected");
  await says(page, "2 on other pages");
  await page.reload();
  await says(page, "3 selected");
  await expect(tick(page, 2)).toBeChecked();
  await page.goBack();
  await expect(page.locator("tbody tr")).toHaveCount(50);
  await says(page, "1 on other pages");
  await expect(tick(page, 0)).toBeChecked();
  await expect(tick(page, 2)).not.toBeChecked();

  const download = page.waitForEvent("download");
  await bar(page).getByRole("button", { name: "Export these" }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(4);
  for (const n of [ITEMS, ITEMS - 1, 1]) expect(lines.join()).toContain(`,${PREFIX}-${n},`);

  await test.step("all that match are counted when somebody asks", async () => {
    await page.getByRole("checkbox", { name: "Select all on this page" }).check();
    await says(page, "51 selected");
    await bar(page).getByRole("button", { name: "Select all that match" }).click();
    await says(page, "All that match this view");
    await bar(page).getByRole("button", { name: "Count them" }).click();
    await says(page, `${ITEMS} rows`);
    await bar(page).getByRole("button", { name: "Clear the selection" }).click();
    await expect(bar(page)).toBeHidden();
    await expect(tick(page, 0)).not.toBeChecked();
  });

  // One of them ends before: it is left out, and says why.
  for (const n of [0, 1, 2]) await tick(page, n).check();
  const ended = (await page.locator("a.row-link").nth(2).getAttribute("href"))?.split("/").at(-1) ?? "";
  await page.goto(`/payments/${ended}`);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("Paid in cash");
  await page.getByRole("button", { name: "Cancel the payment" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Cancelled\./, { timeout: 30_000 });
  const cancelled = async () =>
    effects
      .parse(await simulators.show("debitdirect", "/_sim/effects?since=0"))
      .effects.filter(({ effect }) => effect.startsWith("payment.cancel")).length;
  const before = await cancelled();

  await page.goto(list);
  await says(page, "3 selected");
  await bar(page).getByRole("button", { name: "Cancel", exact: true }).click();
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toHaveText("Cancel 2 payments?");
  const leftOut = page.getByRole("row").filter({ hasText: "Left out" });
  await expect(leftOut).toContainText("It has ended already.");
  await accessible(page);
  await page.getByRole("button", { name: "Cancel 2 payments" }).click();
  await expect(page.getByRole("region", { name: "Confirm" }).getByRole("alert")).toContainText("Needed.");
  await page.getByLabel("Reason").fill("Bankrupt");
  await page.getByRole("button", { name: "Cancel 2 payments" }).dblclick();
  await expect(headline).toHaveText("Done. 2 of 2, 0 refused.", { timeout: 60_000 });
  await accessible(page);

  // Each was asked for once, and nothing is ticked any more.
  await expect.poll(cancelled, { timeout: 60_000 }).toBe(before + 2);
  await page.getByRole("link", { name: "Payments", exact: true }).last().click();
  await expect(page.locator("tbody tr")).toHaveCount(50);
  await expect(bar(page)).toBeHidden();
  expect(await cancelled()).toBe(before + 2);
});
