import { recall, remember } from "@/components/ui/tab-memory";

/** Ids alone, in this tab alone: no name, no number, and nothing once it is closed. */
const KEY = "debitdesk-recent";
const MOST = 6;
const record = /^\/(?:debtors|mandates|payments)\/((?:deb|man|pay)_[0-9A-Za-z]+)$/;

export function recentIds(): string[] {
  try {
    const kept: unknown = JSON.parse(recall(KEY) || "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Notes that a record's page was opened; any other page is none. */
export function noteRecent(path: string): void {
  const id = record.exec(path)?.[1];
  if (id === undefined) return;
  const ids = [id, ...recentIds().filter((one) => one !== id)].slice(0, MOST);
  remember(KEY, JSON.stringify(ids));
}
