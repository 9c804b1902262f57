import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import { FormField } from "@/components/form/form-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Choice } from "@/components/ui/choice";
import { FileInput } from "@/components/ui/file-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";

interface Props {
  off: boolean;
  agreements: readonly { id: string; name: string; test: boolean }[];
}

/** What a run is, and its rows as a file or pasted. */
export function RunFields({ off, agreements }: Props) {
  const t = useTranslations("newRun");
  const form = useTranslations("form");
  const common = useTranslations("common");
  const kindOf = (test: boolean) => t(test ? "test" : "live");
  // Where there is one kind only, it is the one.
  const kind = agreements.length > 0 && agreements.every((one) => one.test) ? "test" : "live";
  return (
    <>
      <ErrorSummary title={form("toFix")} />
      <FormBlock title={t("what")}>
        <FormField name="name" label={t("name")} hint={t("nameHint")} required>
          <TextInput maxLength={100} />
        </FormField>
        <FormField name="kind" label={t("kind")} value={kind} group required>
          <Choice
            options={[
              { value: "live", label: t("live") },
              { value: "test", label: t("test") },
            ]}
          />
        </FormField>
        <FormField name="agreement" label={t("agreement")} hint={t("agreementHint")}>
          <Select
            placeholder={t("any")}
            options={agreements.map((one) => ({ value: one.id, label: `${one.name} · ${kindOf(one.test)}` }))}
          />
        </FormField>
      </FormBlock>
      <FormBlock title={t("rows")}>
        <FormField name="decimals" label={t("decimals")} hint={t("decimalsHint")} value="," group required>
          <Choice
            options={[
              { value: ",", label: t("comma") },
              { value: ".", label: t("point") },
            ]}
          />
        </FormField>
        <FormField name="file" label={t("file")} hint={t("fileHint")}>
          <FileInput accept=".csv,text/csv,text/plain" />
        </FormField>
        <FormField name="csv" label={t("csv")} hint={t("csvHint")} wide>
          <TextArea mono rows={12} spellCheck={false} autoComplete="off" />
        </FormField>
      </FormBlock>
      <FormBar end={t("note")}>
        <SubmitButton working={t("working")} off={off ? common("needsPermission") : undefined}>
          {t("submit")}
        </SubmitButton>
      </FormBar>
    </>
  );
}
