import { expect, type Page } from "@playwright/test";
import type { StaffKey } from "@/db/seed/desk";

/** A screen as somebody sees it. Nothing here may depend on the reader's language. */
export interface Screen {
  name: string;
  path: string;
  /** The path is a list, and the screen is its first row's record. */
  record?: boolean;
  /** What follows the record's own path: a page under it, or a part of it. */
  under?: string;
  /** What somebody does there first. */
  act?: (page: Page) => Promise<void>;
}

/** Who sees screens: the staff, and who is not signed in. */
export type Viewer = StaffKey | "stranger";

/** The last button of the page's form: in a bar of several the first sends it. */
const send = (page: Page) => page.locator("main .form-bar button[type=submit]").first().click();

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").last().fill("fre ska");
  await expect(page.getByRole("option").first()).toBeVisible();
  // The answer to what was typed, and not what was open before.
  await expect(page.locator(".palette-why").first()).toBeVisible();
}

async function refused(page: Page): Promise<void> {
  await send(page);
  await expect(page.locator(".error-summary")).toBeVisible();
}

/** What a verb says of one of the list's rows before it is done. */
const tickAnd = (verb: string) => async (page: Page) => {
  await page.locator("table.ledger .cell-select input").nth(1).check();
  await page.locator(`button[name="do"][value="${verb}"]`).click();
  await page.waitForURL(/\/bulk\//);
};

/** From an active mandate to the form of a payment on it, filled. */
async function payOn(page: Page): Promise<void> {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  await page.goto(`/payments/new?mandate=${id}`);
  await page.locator("input[name=amount]").fill("1.236,75");
  await page.locator("input[name=text]").fill("Fjernvarme");
  await expect(page.locator("main aside, aside").getByRole("list").first()).toBeVisible();
}

/** Every screen of the desk, by who sees it. What is added to the desk is added here. */
export const screens: Readonly<Record<Viewer, readonly Screen[]>> = {
  stranger: [
    { name: "sign-in", path: "/sign-in" },
    ...["stock", "record", "unknown", "list", "form", "calendar", "feedback", "search", "work"].map(
      (part): Screen => ({ name: `design-${part}`, path: `/design?part=${part}` }),
    ),
  ],
  agent: [
    { name: "today-agent", path: "/" },
    { name: "search", path: "/", act: openSearch },
    { name: "debtors", path: "/debtors" },
    { name: "debtor", path: "/debtors", record: true },
    { name: "debtor-edit", path: "/debtors", record: true, under: "/edit" },
    { name: "debtor-new", path: "/debtors/new" },
    { name: "debtor-new-refused", path: "/debtors/new", act: refused },
    { name: "mandates", path: "/mandates" },
    { name: "mandate", path: "/mandates?state=active", record: true },
    { name: "mandate-invited", path: "/mandates?state=invited", record: true },
    { name: "mandate-letter", path: "/mandates?state=invited", record: true, under: "/invitation" },
    { name: "mandate-new", path: "/mandates/new" },
    { name: "mandates-bulk", path: "/mandates?state=active", act: tickAnd("suspend_mandates") },
    { name: "imports", path: "/mandates/import" },
    { name: "import", path: "/mandates/import", record: true },
    { name: "import-row", path: "/mandates/import", record: true, under: "?part=bad&row=3" },
    { name: "not-found", path: "/debtors/deb_none" },
  ],
  finance: [
    // First: what is unknown now may be known a little later.
    { name: "payment-unknown", path: "/payments?sending=unknown", record: true },
    { name: "today-finance", path: "/" },
    { name: "payments", path: "/payments" },
    { name: "payments-columns", path: "/payments?column=state&column=reference&column=amount" },
    { name: "payment", path: "/payments?sort=-newest", record: true },
    { name: "payment-new", path: "/payments/new" },
    { name: "payments-bulk", path: "/payments", act: tickAnd("cancel_payments") },
    { name: "payment-new-filled", path: "/mandates?state=active", record: true, act: payOn },
    { name: "deadlines", path: "/deadlines" },
    { name: "deadlines-year", path: "/deadlines?rule=nets-bs&year=2027" },
    { name: "deadlines-daily", path: "/deadlines?rule=sepa-core" },
    { name: "runs", path: "/runs" },
    { name: "run", path: "/runs", record: true },
    { name: "run-new", path: "/runs/new" },
  ],
  approver: [{ name: "today-approver", path: "/" }],
  admin: [
    { name: "today-admin", path: "/" },
    { name: "submissions", path: "/activity/submissions" },
    { name: "submission", path: "/activity/submissions", record: true },
    { name: "events", path: "/activity/events" },
    { name: "event", path: "/activity/events", record: true },
    { name: "connections", path: "/connections" },
    { name: "connection", path: "/connections", record: true },
    { name: "connection-assumptions", path: "/connections", record: true, under: "?part=assumptions" },
    { name: "credential", path: "/connections", record: true, under: "/credential" },
    { name: "agreement", path: "/connections", record: true, under: "/agreement" },
    { name: "connection-new", path: "/connections/new" },
    { name: "settings", path: "/settings" },
    { name: "fence", path: "/fence" },
  ],
  auditor: [
    { name: "today-auditor", path: "/" },
    { name: "settings-auditor", path: "/settings" },
  ],
};

/** Goes there and waits until it stands still: nothing is being fetched and no skeleton is left. */
export async function openScreen(page: Page, { path, record = false, under, act }: Screen): Promise<void> {
  await page.goto(path);
  if (record) {
    const before = new URL(page.url()).pathname;
    await page.locator("table.ledger a.row-link").first().click();
    await page.waitForURL(({ pathname }) => pathname !== before);
  }
  if (under) await page.goto(`${new URL(page.url()).pathname}${under}`);
  await still(page);
  if (!act) return;
  await act(page);
  await still(page);
}

async function still(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  // Among the samples a skeleton and a button that works stand for good.
  if (page.url().includes("/design")) return;
  await expect(page.locator("[aria-busy=true], .skeleton")).toHaveCount(0);
}
