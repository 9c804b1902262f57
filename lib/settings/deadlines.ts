import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { deadlineOverrides, settings } from "@/db/schema";
import { RULES } from "@/lib/deadlines/rules";
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
  const overrides = await overridesOf(db, creditorId, [rule]);
  return factsFrom(overrides, await settingsOf(db, creditorId, [rule]))(rule);
}

/** The same for every rule, for who needs several; two questions at once, so not within a transaction. */
export async function allDeadlineFacts(db: Reader, creditorId: string): Promise<FactsOf> {
  const rules = Object.keys(RULES);
  return factsFrom(
    ...(await Promise.all([overridesOf(db, creditorId, rules), settingsOf(db, creditorId, rules)])),
  );
}

export type FactsOf = (rule: string) => DeadlineFacts;

const overridesOf = (db: Reader, creditorId: string, rules: string[]) =>
  db
    .select()
    .from(deadlineOverrides)
    .where(and(eq(deadlineOverrides.creditorId, creditorId), inArray(deadlineOverrides.rule, rules)));

const settingsOf = (db: Reader, creditorId: string, rules: string[]) =>
  db
    .select()
    .from(settings)
    .where(and(eq(settings.creditorId, creditorId), inArray(settings.name, rules.map(deadlineSettingName))));

function factsFrom(
  overrides: Awaited<ReturnType<typeof overridesOf>>,
  stored: Awaited<ReturnType<typeof settingsOf>>,
): FactsOf {
  return (rule) => ({
    overrides: overrides
      .filter((row) => row.rule === rule)
      .map(({ source, note, ...row }) => ({
        month: month(row.month),
        deadline: day(row.deadline),
        source,
        note,
      })),
    settings: (stored.find((row) => row.name === deadlineSettingName(rule))?.value ??
      {}) as Partial<RuleSettings>,
  });
}
