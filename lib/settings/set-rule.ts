import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { findRule, type Rule } from "@/lib/deadlines/rules";
import type { RuleSettings } from "@/lib/deadlines/settings";
import { notFound } from "@/lib/kernel/errors";
import { refuseWith } from "./checked";
import { deadlineFacts, deadlineSettingName } from "./deadlines";
import { restampCutoffs } from "./restamp";

export interface RuleInput {
  rule: string;
  /** Last clock time of the last good day, `HH:MM` in the rule's zone; `23:59` is the whole day. */
  cutoffTime: string;
  /** `true`: "up to the day before the deadline" is read literally. Of monthly rules only. */
  dayBefore: string;
  warningBankDays: string;
  atRiskOnDeadlineDay: string;
}

const END_OF_DAY = "23:59:59.999";
const LONGEST_WARNING = 10;
const flag = z.enum(["true", "false"], { error: "choice" }).transform((text) => text === "true");

const shape = z.object({
  cutoffTime: z
    .string()
    .min(1, "required")
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "clock_time")
    // The last minute of a day is meant to its end.
    .transform((text) => (text === "23:59" ? END_OF_DAY : text)),
  dayBefore: flag,
  warningBankDays: z
    .string()
    .min(1, "required")
    .regex(/^\d{1,4}$/, "integer")
    .transform(Number)
    .refine((days) => days <= LONGEST_WARNING, "out_of_range"),
  atRiskOnDeadlineDay: flag,
});

/**
 * Sets how this creditor reads a deadline rule. Only what differs from the rule's own value is kept, so that a better
 * default reaches everybody who has not decided otherwise. What has not been sent yet gets its new cut-off at once.
 */
export async function setRule(ctx: Ctx, input: RuleInput): Promise<void> {
  requirePermission(ctx, "deadlines.override");
  const rule = findRule(input.rule);
  if (!rule) throw notFound();
  const wanted = refuseWith(shape.safeParse(input));
  const name = deadlineSettingName(rule.id);
  const own = and(eq(settings.creditorId, ctx.creditorId), eq(settings.name, name));
  await inTransaction(ctx.db, async (tx) => {
    const before = await deadlineFacts(tx, ctx.creditorId, rule.id);
    const value = differing(rule, { ...before.settings, ...wanted });
    if (Object.keys(value).length === 0) await tx.delete(settings).where(own);
    else
      await tx
        .insert(settings)
        .values({ creditorId: ctx.creditorId, name, value })
        .onConflictDoUpdate({ target: [settings.creditorId, settings.name], set: { value } });
    await restampCutoffs(tx, ctx, rule, { ...before, settings: value });
    audit(tx, ctx, {
      action: "rule.set",
      noun: "deadline",
      subjectId: rule.id,
      before: before.settings,
      after: value,
    });
  });
}

/** What a rule has no setting for, such as "day before" of a daily one, is left out. */
function differing(rule: Rule, wanted: Partial<RuleSettings>): Partial<RuleSettings> {
  const standard = new Map<string, unknown>(Object.entries(rule.settings));
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => standard.has(name) && standard.get(name) !== value),
  );
}
