import { expect, type Page } from "@playwright/test";
import { test } from "./support/fixtures";
import { loseAnswer, makeScenery } from "./support/scenery";
import { openScreen, screens, type Viewer } from "./support/screens";

/** Wider than the window only inside its tables, which scroll by themselves. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe("every screen", () => {
  test("has something to show", async ({ page, signIn, simulators }) => {
    test.setTimeout(300_000);
    await makeScenery(page, { signIn, simulators });
  });

  for (const who of Object.keys(screens) as Viewer[])
    test(`of ${who} can be used by everyone, light and dark, and fits a phone`, async ({
      page,
      signIn,
      simulators,
      accessible,
    }) => {
      test.setTimeout(600_000);
      if (who !== "stranger") await signIn(page, who);
      const lost = who === "finance" ? await loseAnswer(page, { signIn, simulators }) : undefined;
      for (const screen of screens[who]) {
        await test.step(screen.name, async () => {
          await openScreen(page, screen);
          for (const colorScheme of ["light", "dark"] as const) {
            // A button on its way from one scheme to the other has a colour of neither.
            await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
            await accessible(page);
          }
          for (const width of [1280, 390]) {
            await page.setViewportSize({ width, height: 900 });
            expect.soft(await sideways(page), `${screen.name} at ${width} px`).toBeLessThanOrEqual(0);
          }
          await page.setViewportSize({ width: 1280, height: 900 });
        });
        if (screen.name === "payment-unknown") await lost?.forgive();
      }
    });
});
