import { getTranslations } from "next-intl/server";
import { overrideAction, removeOverrideAction } from "@/app/(desk)/deadlines/actions";
import type { View } from "@/app/(desk)/deadlines/view";
import { ActionForm } from "@/components/form/action-form";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { whoCan } from "@/lib/access/who-can";
import type { MonthlyRule } from "@/lib/deadlines/rules";
import { type WindowSource, windowSource } from "@/lib/deadlines/window-source";
import { formatDay, formatMonth } from "@/lib/i18n/format";
import { firstOf, lastOf } from "@/lib/kernel/day";

/** Another date for the month, with its source; who may not do that sees who may. */
export async function OverrideForm({ view, source }: { view: View<MonthlyRule>; source: WindowSource }) {
  const { ctx, rule, month, locale } = view;
  const [t, common, form] = await Promise.all([
    getTranslations("deadlines.override"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  if (!ctx.permissions.has("deadlines.override")) {
    const names = (await whoCan(ctx, "deadlines.override")).join(", ");
    return <p className="text-ink-2">{names ? t("who", { names }) : t("whoNobody")}</p>;
  }
  const name = formatMonth(month, locale);
  const hidden = { rule: rule.id, month };
  const given = view.overrides.find((row) => row.month === month);
  return (
    <div>
      <ActionForm action={overrideAction} hidden={hidden} key={month}>
        <h3>{t("title", { month: name })}</h3>
        <p className="pb-2 text-ink-2">{t("says")}</p>
        <ErrorSummary title={form("toFix")} />
        <FormField
          name="deadline"
          label={t("deadline")}
          hint={t("deadlineHint", { month: name })}
          value={source.window.deadline}
          required
        >
          <TextInput type="date" min={firstOf(month)} max={lastOf(month)} />
        </FormField>
        <FormField name="source" label={t("source")} value={given?.source ?? "published"} group wide required>
          <Choice
            options={[
              { value: "published", label: t("published") },
              { value: "override", label: t("own") },
            ]}
          />
        </FormField>
        <FormField name="note" label={t("note")} hint={t("noteHint")} value={given?.note} required>
          <TextInput maxLength={500} />
        </FormField>
        <p className="pt-2">
          <SubmitButton working={t("saving")} look="plain">
            {t("save")}
          </SubmitButton>
        </p>
        <FormOutcome close={common("close")} />
      </ActionForm>
      {given ? (
        <div className="pt-2">
          <ConfirmDialog
            trigger={t("remove")}
            look="word"
            title={t("removeTitle", { month: name })}
            consequence={t("removeSays", { day: ruledDay(view) })}
            confirm={t("remove")}
            working={t("removing")}
            keep={common("keep")}
            action={removeOverrideAction}
            hidden={hidden}
          >
            <FormOutcome close={common("close")} />
          </ConfirmDialog>
        </div>
      ) : null}
    </div>
  );
}

/** The deadline that is in force once what was decided or typed in here is taken away. */
function ruledDay({ rule, facts, month, locale, today }: View<MonthlyRule>): string {
  const { window } = windowSource(rule, month, [], facts.settings);
  return formatDay(window.deadline, locale, { weekday: true, year: today });
}
