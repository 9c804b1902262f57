import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { connect } from "@/db/connect";
import { sessions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { findChromium } from "@/scripts/kit/chromium.mjs";
import { figures } from "./measure";
import { markdownTable, printTable } from "./report";
import { type App, startApp } from "./stack";

/**
 * What a person waits for, in a browser, on the SQLite files that the other benchmarks filled: a list's rows with
 * nothing in the cache, a record out of the list, the list again, and what a search shows. All times are the page's own
 * clock, from the press or the navigation until the frame stands on the screen.
 */
const WARM_UP = 2;
/** Each run presses another row of the one page. */
const RUNS = Math.min(Number(process.env.BENCH_RUNS ?? 30), 50 - WARM_UP);

const ROWS = "table.ledger tbody tr";
const RECORD = ".record-head h1";
const asked = ["hans", "mette ha", "janssen", "10813", "lone an", "peters"];

const times = new Map<string, number[]>();
const note = (run: number, name: string, ms: number) => {
  if (run >= 0) times.set(name, [...(times.get(name) ?? []), ms]);
};

async function visitor(browser: Browser, app: App): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = app.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: app.url }]);
  // Whatever runs this file may have given its functions names by a helper that no page has.
  await context.addInitScript("globalThis.__name = (named) => named");
  return context;
}

/** Presses something, unless the navigation is what is timed, and waits until so many of something are drawn. */
const untilDrawn = (page: Page, press: string | null, selector: string, least = 1): Promise<number> =>
  page.evaluate(
    ([what, wanted, count]) =>
      new Promise<number>((resolve) => {
        const began = what === null ? 0 : performance.now();
        if (what === "back") history.back();
        else if (what !== null) document.querySelector<HTMLElement>(what)?.click();
        const look = () => {
          const there = document.querySelectorAll(wanted).length >= count;
          // The frame after the next begins when this one stands on the screen.
          const seen = () => requestAnimationFrame(() => resolve(performance.now() - began));
          requestAnimationFrame(there ? seen : look);
        };
        look();
      }),
    [press, selector, least] as const,
  );

/** A new visitor each time, with nothing in the cache. */
async function cold(browser: Browser, app: App, path: string, selector: string, least: number) {
  const context = await visitor(browser, app);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "commit" });
  const took = await untilDrawn(page, null, selector, least);
  await context.close();
  return took;
}

async function timeLists(browser: Browser, app: App): Promise<void> {
  const context = await visitor(browser, app);
  const page = await context.newPage();
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    note(run, "bare page, nothing in the cache", await cold(browser, app, "/bare", "main", 1));
    note(run, "list of fifty, nothing in the cache", await cold(browser, app, "/payments", ROWS, 50));
    await page.goto("/payments", { waitUntil: "networkidle" });
    const link = `${ROWS}:nth-child(${WARM_UP + 1 + run}) a.row-link`;
    note(run, "list to record", await untilDrawn(page, link, RECORD));
    await page.waitForLoadState("networkidle");
    note(run, "record back to list", await untilDrawn(page, "back", ROWS, 50));
  }
  await context.close();
}

/** Watches in the page: from the next key's event until the palette says what it found for just that text. */
const watchAnswer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const status = document.querySelector(".palette [role=status]");
    const field = document.querySelector(".palette input");
    const answered = new Promise<number>((resolve) => {
      let began = 0;
      let emptied = false;
      // It is emptied when the text is no longer the one that was answered, and filled by the answer.
      const onChange = () => {
        if (status?.textContent === "") emptied = began > 0;
        else if (emptied) requestAnimationFrame(() => resolve(performance.now() - began));
      };
      if (status)
        new MutationObserver(onChange).observe(status, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      const onInput = () => {
        began = performance.now();
      };
      field?.addEventListener("input", onInput, { once: true });
    });
    Reflect.set(globalThis, "answered", answered);
  });

const answeredAfter = (page: Page): Promise<number> =>
  page.evaluate(() => Reflect.get(globalThis, "answered"));

async function timeSearch(browser: Browser, app: App): Promise<void> {
  const context = await visitor(browser, app);
  const page = await context.newPage();
  await page.goto("/debtors", { waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox");
  await field.waitFor();
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const query = asked[Math.max(run, 0) % asked.length] ?? "";
    await field.fill(query.slice(0, -1));
    await page.locator(".palette [role=status]:not(:empty)").waitFor({ state: "attached" });
    await watchAnswer(page);
    await page.keyboard.type(query.slice(-1));
    note(run, "last key of a search to its answer", await answeredAfter(page));
  }
  await context.close();
}

async function onApp(browser: Browser, url: string, token: string, work: typeof timeLists): Promise<void> {
  const db = connect(url);
  const now = Date.now();
  await inTransaction(db, async (tx) => {
    await tx.update(sessions).set({ lastSeenAt: new Date(now), expiresAt: new Date(now + 12 * 3_600_000) });
  });
  await db.close();
  const app = await startApp(url, token);
  try {
    await work(browser, app);
  } finally {
    await app.stop();
  }
}

const [paymentsUrl = "", searchUrl = "", token = ""] = process.argv.slice(2);
const executablePath = await findChromium();
if (!executablePath) throw new Error("there is no Chromium; npm test installs one");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  await onApp(browser, paymentsUrl, token, timeLists);
  await onApp(browser, searchUrl, token, timeSearch);
} finally {
  await browser.close();
}

const heads = ["in the browser", "p50 ms", "p95 ms"];
const rows = [...times].map(([name, all]) => {
  const { p50, p95 } = figures(all);
  return [name, p50.toFixed(0), p95.toFixed(0)];
});
console.log(`\n${RUNS} runs of each`);
printTable(heads, rows);
const results = join("bench", "results");
mkdirSync(results, { recursive: true });
writeFileSync(join(results, "browser.md"), markdownTable(heads, rows));
