import { expect, type Page } from "@playwright/test";
import type { StaffKey } from "@/db/seed/desk";
import { onboard } from "./support/debitdirect";
import { test } from "./support/fixtures";
import { openScreen, screens } from "./support/screens";
import { issue, prepare } from "./support/story";

const person = { name: "Freja Skærmsen", number: "208801" };
const seenBy = Object.entries(screens).filter(([, all]) => all.length > 0) as [
  StaffKey,
  (typeof screens)[StaffKey],
][];

/** Wider than the window only inside its tables, which scroll by themselves. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe("every screen", () => {
  test("has something to show", async ({ page, signIn, simulators }) => {
    await onboard(page, person, { signIn, simulators });
    await signIn(page, "finance");
    await prepare(page, person, { amount: "120,00", text: "Heat", reference: "SCREEN-1" });
    expect(await issue(page)).toContain("/payments/");
  });

  for (const [who, all] of seenBy)
    test(`of ${who} can be used by everyone, light and dark, and fits a phone`, async ({
      page,
      signIn,
      accessible,
    }) => {
      test.setTimeout(300_000);
      await signIn(page, who);
      for (const screen of all)
        await test.step(screen.name, async () => {
          await openScreen(page, screen);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            await accessible(page);
          }
          for (const width of [1280, 390]) {
            await page.setViewportSize({ width, height: 900 });
            expect(await sideways(page), `${screen.name} at ${width} px`).toBeLessThanOrEqual(0);
          }
        });
    });
});
