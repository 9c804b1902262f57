"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { overrideDeadline, removeOverride } from "@/lib/settings/override-deadline";
import { setRule } from "@/lib/settings/set-rule";

/** Another date for a month. Sends `rule`, `month`, `deadline`, `source` and `note`. */
export async function overrideAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("deadlines.override");
  return runForm(data, async (ctx, { rule = "", month = "", deadline = "", source = "", note = "" }) => {
    await overrideDeadline(ctx, { rule, month, deadline, source, note });
    refresh();
    return { message: t("saved") };
  });
}

/** The rule decides about a month again. Sends `rule` and `month`. */
export async function removeOverrideAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("deadlines.override");
  return runForm(data, async (ctx, { rule = "", month = "" }) => {
    await removeOverride(ctx, { rule, month });
    refresh();
    return { message: t("removed") };
  });
}

/** How a rule is read. Sends `rule` and the four settings. */
export async function setRuleAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("ruleSettings");
  return runForm(data, async (ctx, texts) => {
    await setRule(ctx, {
      rule: texts.rule ?? "",
      cutoffTime: texts.cutoffTime ?? "",
      dayBefore: texts.dayBefore ?? "false",
      warningBankDays: texts.warningBankDays ?? "",
      atRiskOnDeadlineDay: texts.atRiskOnDeadlineDay ?? "",
    });
    refresh();
    return { message: t("saved") };
  });
}
