import { expect } from "@playwright/test";
import { test } from "./support/fixtures";
import { type Typist, typist } from "./support/keyboard";
import { addDebtor, expectState } from "./support/story";

/** As measured, with a few keys to spare: 41 for a known debtor, 57 for a new one. */
const MOST_KEYS_KNOWN = 45;
const MOST_KEYS_NEW = 62;
const MOST_FIELDS = 4;

/** For whoever reads the run: how long it takes is what this is about. */
function tell(who: string, { keys, fields }: Typist): void {
  process.stdout.write(`Onboarding ${who}: ${keys} keys, ${fields} fields.\n`);
}

test.describe("onboarding without a mouse", () => {
  test("a mandate for a debtor who is known takes few keys and three fields", async ({ page, signIn }) => {
    await signIn(page, "agent");
    await addDebtor(page, { name: "Tilde Krogh", number: "70301" });
    await page.goto("/mandates");
    const by = typist(page);
    await by.press("n");
    await expect(page.getByRole("searchbox", { name: "Name or customer no." })).toBeFocused();
    await by.type("70301");
    await by.press("Enter");
    await expect(page.getByRole("link", { name: "Choose" })).toBeFocused();
    await by.press("Enter");
    await expect(page.getByRole("link", { name: "Tilde Krogh" })).toBeVisible();
    await expect(page.getByRole("searchbox")).toHaveCount(0);
    await by.tabTo("Betalingsservice", 8, true);
    await by.press("Enter");
    await expect(page.getByLabel("CPR or CVR number")).toBeVisible();
    await by.tabTo(/^CPR or CVR number/, 8);
    await by.type("0101901234");
    await by.press("Tab");
    await by.type("12340000567890");
    await by.press("Control+Enter");
    await expectState(page, "Pending");
    tell("a known debtor", by);
    expect(by.keys).toBeLessThanOrEqual(MOST_KEYS_KNOWN);
    expect(by.fields).toBeLessThanOrEqual(3);
  });

  test("a debtor who is new is added on the way, and the way comes back to the form", async ({
    page,
    signIn,
  }) => {
    await signIn(page, "agent");
    await page.goto("/mandates");
    const by = typist(page);
    await by.press("n");
    await expect(page.getByRole("searchbox", { name: "Name or customer no." })).toBeFocused();
    await by.tabTo("New debtor", 4);
    await by.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "New debtor" })).toBeVisible();
    await by.tabTo(/^Name/, 12);
    await by.type("Vibeke Holt");
    await by.press("Tab");
    await by.type("70302");
    await by.press("Control+Enter");
    await expect(page.getByRole("link", { name: "Vibeke Holt" })).toBeVisible();
    await by.tabTo("Betalingsservice", 8, true);
    await by.press("Enter");
    await by.tabTo(/^CPR or CVR number/, 8);
    await by.type("0101901234");
    await by.press("Tab");
    await by.type("12340000567890");
    await by.press("Control+Enter");
    await expectState(page, "Pending");
    tell("a new debtor", by);
    expect(by.keys).toBeLessThanOrEqual(MOST_KEYS_NEW);
    expect(by.fields).toBeLessThanOrEqual(MOST_FIELDS);
  });

  test("Tab goes through the whole form in its order and out at its end", async ({ page, signIn }) => {
    await signIn(page, "agent");
    await addDebtor(page, { name: "Asger Lind", number: "70303" });
    await page.goto("/mandates/new?q=70303");
    await page.getByRole("link", { name: "Choose" }).click();
    // Until the debtor is there, the links of the agreements know nothing of the choice.
    await expect(page.getByRole("link", { name: "Asger Lind" })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Betalingsservice", exact: true }).click();
    await expect(page.getByText("All providers searched")).toBeVisible();
    await expect(page.getByLabel("CPR or CVR number")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Betalingsservice", exact: true }).focus();
    const by = typist(page);
    for (const name of [
      /^CPR or CVR number/,
      /^Registration and account number/,
      /^By phone/,
      /^Given at/,
      /^Text/,
      /^Submit/,
      /^Discard draft/,
    ])
      await by.tabTo(name, 8);
    await by.press("Tab");
    const inForm = await page.evaluate(() => document.activeElement?.closest("form") !== null);
    expect(inForm).toBe(false);
  });
});
