import { test } from "./support/fixtures";
import { addDebtor } from "./support/story";
test("shots", async ({ page, signIn }) => {
  test.setTimeout(180_000);
  const shot = async (name: string) => {
    for (const [w, h] of [[1440, 900], [390, 844]] as const)
      for (const scheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width: w, height: h });
        await page.emulateMedia({ colorScheme: scheme });
        await page.waitForTimeout(200);
        await page.screenshot({ path: `/tmp/shots/${name}-${w}-${scheme}.png`, fullPage: w === 390 });
      }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await signIn(page, "agent");
  await addDebtor(page, { name: "Karl Østergaard", number: "70390" });
  await page.goto("/mandates/new");
  await shot("new-empty");
  await page.goto("/mandates/new?q=70390");
  await page.getByRole("link", { name: "Choose" }).click();
  await page.getByRole("main").getByRole("link", { name: "Betalingsservice", exact: true }).click();
  await page.getByLabel("CPR or CVR number").fill("3101901234");
  await page.getByLabel("Registration and account number").fill("310190-1234");
  await page.getByLabel("Registration and account number").blur();
  await page.waitForTimeout(1500);
  await shot("new-typed");
  await page.goto("/mandates");
  await shot("mandates");
  await page.goto("/");
  await shot("today");
  await page.goto("/mandates/new?q=70390");
  await page.getByRole("link", { name: "Choose" }).click();
  await page.getByRole("main").getByRole("link", { name: "DebitDirect", exact: true }).click();
  await page.waitForTimeout(1000);
  await shot("new-invite");
  await page.getByRole("button", { name: /invitation/ }).click();
  await page.waitForURL(/mandates\/man/);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: "/tmp/shots/invited-full.png", fullPage: true });
  await shot("invited");
  await page.goto(page.url().split("?")[0] + "/invitation");
  await shot("letter");
  await signIn(page, "admin");
  await page.goto("/settings");
  await page.screenshot({ path: "/tmp/shots/settings-full.png", fullPage: true });
  await shot("settings");
});
