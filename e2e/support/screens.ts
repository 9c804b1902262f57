import { expect, type Page } from "@playwright/test";
import type { StaffKey } from "@/db/seed/desk";

/** A screen as somebody sees it; `list` opens the record of the first row of that list. */
export interface Screen {
  name: string;
  path: string;
  /** The path is a list, and the screen is its first row's record. */
  record?: boolean;
  /** The path is a list, and the screen is what this verb says of one of its rows before it is done. */
  bulk?: string;
}

/** Every screen of the desk, by who sees it. What is added to the desk is added here. */
export const screens: Readonly<Record<StaffKey, readonly Screen[]>> = {
  agent: [
    { name: "today-agent", path: "/" },
    { name: "debtors", path: "/debtors" },
    { name: "debtor", path: "/debtors", record: true },
    { name: "debtor-new", path: "/debtors/new" },
    { name: "mandates", path: "/mandates" },
    { name: "mandate", path: "/mandates?state=active", record: true },
    { name: "mandate-new", path: "/mandates/new" },
    { name: "mandates-bulk", path: "/mandates", bulk: "suspend_mandates" },
  ],
  finance: [
    { name: "today-finance", path: "/" },
    { name: "payments", path: "/payments" },
    { name: "payments-columns", path: "/payments?column=state&column=reference&column=amount" },
    { name: "payment", path: "/payments", record: true },
    { name: "payment-new", path: "/payments/new" },
    { name: "payments-bulk", path: "/payments", bulk: "cancel_payments" },
    { name: "deadlines", path: "/deadlines" },
    { name: "runs", path: "/runs" },
    { name: "run-new", path: "/runs/new" },
  ],
  approver: [],
  admin: [
    { name: "today-admin", path: "/" },
    { name: "submissions", path: "/activity/submissions" },
    { name: "submission", path: "/activity/submissions", record: true },
    { name: "events", path: "/activity/events" },
    { name: "event", path: "/activity/events", record: true },
    { name: "connections", path: "/connections" },
    { name: "connection", path: "/connections", record: true },
    { name: "connection-new", path: "/connections/new" },
    { name: "settings", path: "/settings" },
    { name: "fence", path: "/fence" },
  ],
  auditor: [],
};

/** Goes there and waits until it stands still: nothing is being fetched and no skeleton is left. */
export async function openScreen(page: Page, { path, record = false, bulk }: Screen): Promise<void> {
  await page.goto(path);
  if (record) {
    await page.locator("table.ledger a.row-link").first().click();
    await expect(page).not.toHaveURL(new RegExp(`${path.replace(/[?]/g, "[?]")}$`));
  }
  if (bulk) {
    await page.locator("table.ledger .cell-select input").nth(1).check();
    await page.locator(`button[name="do"][value="${bulk}"]`).click();
    await page.waitForURL(/\/bulk\//);
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}
