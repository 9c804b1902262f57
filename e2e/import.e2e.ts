import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "./support/fixtures";

const HEAD = "Kundenr.;Navn;CPR-nr.;Reg.nr.;Kontonr.;Mail;Samtykkedato";
const row = (n: number, name: string, account = `12340000${n}`) =>
  `${n};${name};0204881234;0040;${account.slice(-10)};${n}@example.org;01-11-2026`;

/** As an older system of a Danish utility writes it: semicolons, Windows-1252, a title above the names. */
const file = Buffer.from(
  [
    "Udtræk fra forbrugssystemet",
    HEAD,
    row(930_001, "Søren Æbelø"),
    row(930_002, "Åse Nørgård").replace("0204881234", "0102911234"),
    row(930_003, "Ib Forkert", "").replace("0204881234", "0103921234"),
    row(930_004, "=HYPERLINK(1)").replace("0204881234", "9999991234"),
    row(930_001, "Søren Æbelø").replace("01-11-2026", "02-11-2026"),
  ].join("\r\n"),
  "latin1",
);

test("a file with bad rows is read, mapped, checked, mended in place and made once; it is known again @both", async ({
  page,
  signIn,
  accessible,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "agent");
  await page.goto("/mandates");
  await page.getByRole("main").getByRole("link", { name: "Import", exact: true }).click();
  const headline = page.getByRole("heading", { level: 1 });
  await expect(headline).toHaveText("Import mandates");
  await accessible(page);

  // A photo is no list, and says so in its place.
  const choose = page.getByLabel("Choose a file");
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]);
  await choose.setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: jpeg });
  await expect(page.getByText("That is a picture.")).toBeVisible();

  await choose.setInputFiles({ name: "forbrug.csv", mimeType: "text/csv", buffer: file });
  await expect(headline).toHaveText("Is the file read correctly?");
  await expect(page.getByLabel("Characters")).toHaveValue("windows-1252");
  await expect(page.getByLabel("Between cells")).toHaveValue("semicolon");
  await expect(page.getByLabel("Line of the column names")).toHaveValue("2");
  await expect(page.getByRole("cell", { name: "Åse Nørgård" })).toBeVisible();
  // Nobody knows yet which column is a CPR number, so no long number lies open.
  await expect(page.getByText("0204881234")).toHaveCount(0);
  await accessible(page);
  await page.getByRole("button", { name: "This is right" }).click();

  await expect(headline).toHaveText("Which column is what?");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Betalingsservice/ })
    .first()
    .click();
  await expect(page.getByLabel("Customer number", { exact: true })).toHaveValue("c0");
  await expect(page.getByLabel("Registration no.")).toHaveValue("c3");
  await accessible(page);
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(page.getByRole("link", { name: /How they agreed/ })).toBeVisible();
  await page.getByLabel("How they agreed", { exact: true }).selectOption("fixed");
  await page.getByLabel("How they agreed, for all rows").selectOption("paper");
  await page.getByLabel("To which words", { exact: true }).selectOption("fixed");
  await page.getByLabel("To which words, for all rows").fill("da-1");
  await page.getByRole("button", { name: "Check every row" }).click();

  await expect(headline).toHaveText("Checked. 2 rows are good, 3 are not.", { timeout: 30_000 });
  const line = (n: string) => page.getByRole("row").filter({ has: page.getByText(n, { exact: true }) });
  await expect(line("Ib Forkert")).toContainText("Registration and account number");
  await expect(line("=HYPERLINK(1)")).toContainText("The first six digits are not a date.");
  await expect(page.getByText("Line 3 of this file has the same customer number.")).toBeVisible();
  await accessible(page);

  await page.getByRole("link", { name: /Mend line 5$/ }).click();
  const mend = page.getByRole("form", { name: "Line 5" });
  await expect(mend.getByLabel("Navn")).toHaveValue("Ib Forkert");
  await expect(mend.getByLabel("CPR-nr.")).toHaveValue("");
  await accessible(page);
  await mend.getByLabel("Kontonr.").fill("0000930003");
  await mend.getByRole("button", { name: "Save and check" }).click();
  await expect(headline).toHaveText("Checked. 3 rows are good, 2 are not.");

  await page.getByRole("button", { name: "Make the mandates" }).click();
  await expect(headline).toHaveText("Done. 3 mandates were made.", { timeout: 30_000 });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the bad rows" }).click();
  const taken = await (await download).path();
  const lines = (await readFile(taken, "utf8")).split("\r\n");
  expect(lines[0]).toBe(`\ufeff${HEAD};Row;Reason`);
  expect(lines[1]).toContain("930004;'=HYPERLINK(1);9999991234;");
  expect(lines[1]).toContain("The first six digits are not a date.");
  expect(lines[2]).toContain(";7;");
  await accessible(page);

  await page.getByRole("link", { name: /^Made/ }).click();
  await line("Åse Nørgård").getByRole("link", { name: "Show" }).click();
  await expect(page.getByText("Åse Nørgård").first()).toBeVisible();

  // The same file again: it says which import it was, and nothing can be made of it twice.
  await page.goto("/mandates/import");
  await expect(page.getByRole("row").filter({ hasText: "forbrug.csv" })).toContainText("Done");
  await choose.setInputFiles({ name: "kopi.csv", mimeType: "text/csv", buffer: file });
  await expect(page.getByText("The very same file was brought in before.")).toBeVisible();
  await page.getByRole("button", { name: "This is right" }).click();
  await expect(page.getByText("As you said of the last file with these columns.")).toBeVisible();
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(headline).toHaveText("Checked. No row is good, 5 are not.", { timeout: 30_000 });
  await expect(page.getByText("There is a live mandate under this agreement already.").first()).toBeVisible();
});
