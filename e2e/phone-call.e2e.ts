import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { onboard } from "./support/debitdirect";
import { test } from "./support/fixtures";
import { openDebtor } from "./support/story";

const kirsten = { name: "Kirsten Holm", number: "704411" };

/** The desk speaks Danish from the next page on. */
const inDanish = (page: Page, url: string) =>
  page.context().addCookies([{ name: "locale", value: "da", url }]);

const answer = (page: Page) => page.getByRole("region", { name: "Hvorfor er det ikke opkrævet?" });

test("an agent who is asked on the telephone finds the customer, reads why, and acts within two screens @both", async ({
  page,
  desk,
  signIn,
  simulators,
  accessible,
}) => {
  test.slow();
  await onboard(page, kirsten, { signIn, simulators });
  await page.getByRole("table", { name: "Mandates" }).getByRole("link", { name: "DebitDirect" }).click();
  await page.getByRole("button", { name: "Suspend" }).click();
  await page.getByLabel("Reason").fill("bestrider måleren");
  await page.getByRole("button", { name: "Suspend the mandate" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Suspended.");
  await inDanish(page, desk.url);

  // First screen: the list. Second screen: the record, with the answer and what helps.
  await page.goto(`/debtors?q=${kirsten.number}`);
  await page.getByRole("link", { name: kirsten.name, exact: true }).click();
  await expect(answer(page)).toContainText(
    /Aftalen blev suspenderet af .+: »bestrider måleren«\. Intet sendes/,
  );
  await accessible(page);
  await answer(page).getByRole("button", { name: "Genoptag aftalen" }).click();
  await expect(answer(page)).toContainText("Der er ikke bedt om noget. Aftalen kan bruges");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "DebitDirect kan opkræve hos Kirsten Holm.",
  );

  // What was said is kept for the next one, as it was typed.
  await page.getByLabel("Til kolleger").fill("Ringede 📞 <b>vil</b> betale\nשלום");
  await page.getByLabel("Til kolleger").press("Control+Enter");
  const history = page.getByRole("list", { name: "Historik" });
  await expect(history.getByRole("listitem").first()).toContainText("Ringede 📞 <b>vil</b> betale\nשלום");
  await expect(page.getByLabel("Til kolleger")).toHaveValue("");
  await accessible(page);
});

test("a cancellation told on the telephone is recorded with what it stands on, and the evidence is one file @both", async ({
  page,
  desk,
  signIn,
  accessible,
}) => {
  test.slow();
  await signIn(page, "agent");
  await openDebtor(page, kirsten);
  await inDanish(page, desk.url);
  await page.reload();
  await page.getByRole("table", { name: "Aftaler" }).getByRole("link", { name: "DebitDirect" }).click();
  await page.getByRole("button", { name: "Notér en afmelding" }).click();
  const dialog = page.getByRole("dialog", { name: "Notér, at aftalen er afmeldt?" });
  await expect(dialog).toContainText("Ingen betaling er åben på den.");

  // Without its cause it is refused at the field, and nothing that was typed is lost.
  await dialog.getByLabel("Hvad der blev sagt").fill("Er flyttet til Odense");
  await dialog.getByRole("button", { name: "Notér det" }).click();
  await expect(dialog.getByLabel("Hvorfor")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Hvad der blev sagt")).toHaveValue("Er flyttet til Odense");
  await accessible(page);
  await dialog.getByLabel("Hvorfor").selectOption({ label: "Er fraflyttet eller ophørt" });
  await dialog.getByLabel("Hvordan vi fik det at vide").selectOption({ label: "Telefon" });
  await dialog.getByRole("button", { name: "Notér det" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ophørt");
  await expect(answer(page)).toContainText("»Er flyttet til Odense«");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Hent beviset", exact: true }).first().click();
  const file = await (await download).path();
  const files = unzipSync(new Uint8Array(readFileSync(file)));
  const sums = new TextDecoder().decode(files.SHA256SUMS).trim().split("\n");
  for (const line of sums) {
    const [sum, path = ""] = line.split("  ");
    expect(
      createHash("sha256")
        .update(files[path] ?? "")
        .digest("hex"),
    ).toBe(sum);
  }
  expect(new TextDecoder().decode(files["summary.html"])).toContain("Er flyttet til Odense");
});
