import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { deadlineOverrides, settings } from "@/db/schema";
import type { RuleSettings } from "@/lib/deadlines/settings";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import { day, month } from "@/lib/kernel/day";

export interface DeadlineFacts {
  overrides: WindowDates[];
  settings: Partial<RuleSettings>;
}

export const deadlineSettingName = (rule: string): string => `deadlines.${rule}`;

/** What this creditor has published, overridden or set for a rule; the rule itself fills the rest. */
export async function deadlineFacts(db: Reader, creditorId: string, rule: string): Promise<DeadlineFacts> {
  const rows = await db
    .select()
    .from(deadlineOverrides)
    .where(and(eq(deadlineOverrides.creditorId, creditorId), eq(deadlineOverrides.rule, rule)));
  const [stored] = await db
    .select()
    .from(settings)
    .where(and(eq(settings.creditorId, creditorId), eq(settings.name, deadlineSettingName(rule))));
  return {
    overrides: rows.map((row) => ({
      month: month(row.month),
      deadline: day(row.deadline),
      source: row.source,
      note: row.note,
    })),
    settings: (stored?.value ?? {}) as Partial<RuleSettings>,
  };
}
