import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Locale, locales } from "@/lib/kernel/locale";
import { test } from "./support/fixtures";
import { makeScenery } from "./support/scenery";
import { openScreen, screens, type Viewer } from "./support/screens";

const themes = ["light", "dark"] as const;
const root = join("docs", "screens");
const size = { width: 1280, height: 800 };
/** All of them together stay below 15 MB. */
const QUALITY = 28;
/** How the browser itself writes days in its own fields. */
const tongues: Record<Locale, string> = { en: "en-GB", da: "da-DK", nl: "nl-NL" };

test("what three months do not bring", async ({ page, signIn, simulators }) => {
  await makeScenery(page, { signIn, simulators });
});

for (const locale of locales)
  for (const theme of themes)
    test(`${locale}, ${theme}`, async ({ browser, desk }) => {
      const folder = join(root, `${locale}-${theme}`);
      mkdirSync(folder, { recursive: true });
      for (const who of Object.keys(screens) as Viewer[]) {
        const context = await browser.newContext({
          baseURL: desk.url,
          viewport: size,
          colorScheme: theme,
          locale: tongues[locale],
          timezoneId: "Europe/Copenhagen",
        });
        await context.addCookies([{ name: "locale", value: locale, url: desk.url }]);
        const page = await context.newPage();
        if (who !== "stranger") {
          await page.goto("/sign-in");
          await page.locator("input[type=email]").fill(desk.people[who].email);
          await page.locator("input[type=password]").fill(desk.people[who].password);
          await page.keyboard.press("Enter");
          await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
        }
        // The samples are for those who build it.
        for (const screen of screens[who].filter((one) => !one.path.startsWith("/design"))) {
          await openScreen(page, screen);
          const path = join(folder, `${screen.name}.jpg`);
          await page.screenshot({ path, type: "jpeg", quality: QUALITY, animations: "disabled" });
        }
        await context.close();
      }
    });
