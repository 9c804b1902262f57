import { getTranslations } from "next-intl/server";
import { setRuleAction } from "@/app/(desk)/deadlines/actions";
import type { RulePart } from "@/app/(desk)/deadlines/rule-table";
import { clockText } from "@/app/(desk)/deadlines/rule-words";
import type { View } from "@/app/(desk)/deadlines/view";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import type { RuleSettings } from "@/lib/deadlines/settings";
import { capitalised } from "@/lib/i18n/format";

/** The four parts that this creditor can read otherwise, each with what is uncertain about it. */
export async function RuleForm({ view, parts }: { view: View; parts: readonly RulePart[] }) {
  const { rule, facts, locale } = view;
  const [t, common, form] = await Promise.all([
    getTranslations("ruleSettings"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  const set: Partial<RuleSettings> = { ...rule.settings, ...facts.settings };
  const field = (name: RulePart["name"]) => {
    const part = parts.find((one) => one.name === name);
    return { name, label: capitalised(part?.label ?? "", locale), hint: part?.says, required: true };
  };
  const yesOrNo = [
    { value: "true", label: t("yes") },
    { value: "false", label: t("no") },
  ];
  return (
    <ActionForm action={setRuleAction} hidden={{ rule: rule.id }} key={rule.id}>
      <h3>{t("change")}</h3>
      <ErrorSummary title={form("toFix")} />
      <FormField {...field("cutoffTime")} value={clockText(set.cutoffTime ?? "")}>
        <TextInput inputMode="numeric" autoComplete="off" maxLength={5} />
      </FormField>
      {set.dayBefore === undefined ? null : (
        <FormField {...field("dayBefore")} value={String(set.dayBefore)} group wide>
          <Choice
            options={[
              { value: "false", label: t("dayBefore.off") },
              { value: "true", label: t("dayBefore.on") },
            ]}
          />
        </FormField>
      )}
      <FormField {...field("warningBankDays")} value={String(set.warningBankDays ?? "")}>
        <TextInput inputMode="numeric" autoComplete="off" />
      </FormField>
      <FormField {...field("atRiskOnDeadlineDay")} value={String(set.atRiskOnDeadlineDay ?? "")} group>
        <Choice options={yesOrNo} />
      </FormField>
      <p className="pt-2">
        <SubmitButton working={t("saving")} look="plain">
          {t("save")}
        </SubmitButton>
      </p>
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}
