import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { StaffKey } from "@/db/seed/desk";
import { locales } from "@/lib/kernel/locale";
import { test } from "./support/fixtures";
import { openScreen, screens } from "./support/screens";

const themes = ["light", "dark"] as const;
const root = join("docs", "screens");
const size = { width: 1440, height: 900 };

for (const locale of locales)
  for (const theme of themes)
    test(`${locale}, ${theme}`, async ({ browser, desk }) => {
      const folder = join(root, `${locale}-${theme}`);
      mkdirSync(folder, { recursive: true });
      for (const [who, all] of Object.entries(screens) as [StaffKey, (typeof screens)[StaffKey]][]) {
        if (all.length === 0) continue;
        const context = await browser.newContext({ baseURL: desk.url, viewport: size, colorScheme: theme });
        await context.addCookies([{ name: "locale", value: locale, url: desk.url }]);
        const page = await context.newPage();
        await page.goto("/sign-in");
        await page.locator("input[type=email]").fill(desk.people[who].email);
        await page.locator("input[type=password]").fill(desk.people[who].password);
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
        for (const screen of all) {
          await openScreen(page, screen);
          const path = join(folder, `${screen.name}.jpg`);
          await page.screenshot({ path, type: "jpeg", quality: 60, animations: "disabled" });
        }
        await context.close();
      }
    });
