import { expect, type Page } from "@playwright/test";
import { test } from "./support/fixtures";
import { addDebtor } from "./support/story";

const person = { name: "Zacharias Kristoffersen", number: "830001" };

const field = (page: Page) => page.getByRole("combobox", { name: "Search" });
const option = (page: Page, name: RegExp | string) => page.getByRole("option", { name });

test("somebody misspelt is found from anywhere with the keyboard alone, and what is typed stays out of every address", async ({
  page,
  signIn,
  accessible,
}) => {
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await signIn(page, "agent");
  await addDebtor(page, person);

  await page.goto("/");
  await expect(page.getByRole("button", { name: "Search" }).first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  // What was open before, and where to go, before anything is typed.
  await expect(option(page, /Zacharias Kristoffersen/)).toBeVisible();
  await expect(option(page, "New mandate")).toBeVisible();
  await accessible(page);

  await page.keyboard.type("zacharais kristofersen");
  const found = option(page, /^Zacharias Kristoffersen 830001/).first();
  await expect(found).toContainText("Similar name");
  await expect(found).toContainText("No mandate");
  await expect(found).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText(/^\d results?$/);
  await accessible(page);
  await page.keyboard.press("End");
  await expect(found).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("ArrowDown");
  await expect(found).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Zacharias Kristoffersen cannot be charged: there is no mandate.",
  );

  // On a page without a list the slash opens it too. The act is typed with the name, and runs at once.
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("new mandate zacha");
  await expect(option(page, "New mandate for Zacharias Kristoffersen")).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/mandates\/new\?debtor=deb_/);

  // Nobody is found, and it says what could be; Escape leaves.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("010170-1234");
  await expect(page.getByRole("dialog")).toContainText("Nothing fits.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const typed = /zach|kristof|0101/i;
  expect(addresses.filter((address) => typed.test(decodeURIComponent(address)))).toEqual([]);
});

test("a list keeps its slash, a telephone has the search in reach, and nobody is offered what they may not do", async ({
  page,
  signIn,
  accessible,
}) => {
  await signIn(page, "auditor");
  await page.goto("/debtors");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Find name or customer no." })).toBeFocused();
  // A list's words stand in its address; a CPR is looked for by the search instead.
  await page.keyboard.type("0101701234");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("0101701234");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/debtors$/);

  await page.setViewportSize({ width: 390, height: 844 });
  await page
    .getByRole("navigation", { name: "Menu", exact: true })
    .getByRole("button", { name: "Search" })
    .click();
  await field(page).fill("new");
  await expect(page.getByRole("dialog")).not.toContainText("New mandate");
  await field(page).fill("010170-1234");
  await expect(page.getByRole("dialog")).toContainText("Looking for one is for those who may see one.");
  await field(page).fill("payments");
  await accessible(page);
  await option(page, "Payments").click();
  await expect(page).toHaveURL(/\/payments$/);
});

test("the search answers nobody but the desk's own pages, and only what is asked in a body", async ({
  page,
  desk,
  signIn,
}) => {
  const ask = (data: unknown, origin: string | undefined = desk.url) =>
    page.request.post("/api/desk/search", { data, ...(origin ? { headers: { origin } } : {}) });
  const question = { query: "mette", recent: [] };
  expect((await ask(question)).status()).toBe(401);
  await signIn(page, "agent");
  const answer = await ask(question);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  expect((await ask(question, "https://elsewhere.example")).status()).toBe(403);
  expect((await page.request.post("/api/desk/search", { data: question })).status()).toBe(403);
  for (const wrong of [
    {},
    { query: 5, recent: [] },
    { query: "x".repeat(300), recent: [] },
    { ...question, more: 1 },
  ])
    expect((await ask(wrong)).status()).toBe(400);
  expect((await page.request.get("/api/desk/search?query=mette")).status()).toBe(405);
});
