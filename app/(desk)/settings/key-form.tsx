import { getTranslations } from "next-intl/server";
import { createKeyAction } from "@/app/(desk)/settings/actions";
import { ShownOnce } from "@/app/(desk)/settings/shown-once";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { roles } from "@/lib/access/roles";

/** A new key: a name, a role, and then the key itself, once. */
export async function KeyForm() {
  const [t, names, form, common] = await Promise.all([
    getTranslations("settings.keys"),
    getTranslations("roles"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  return (
    <ActionForm action={createKeyAction} className="px-(--margin) py-3">
      <ErrorSummary title={form("toFix")} />
      <ShownOnce words={{ title: t("theKey"), copy: common("copy"), copied: common("copied") }} />
      <FormField name="name" label={t("name")} hint={t("nameHint")} required>
        <TextInput maxLength={100} autoComplete="off" />
      </FormField>
      <FormField name="role" label={t("role")} required hint={<RoleHints />}>
        <Select
          options={roles.map((role) => ({ value: role, label: names(role) }))}
          placeholder={form("choose")}
        />
      </FormField>
      <p className="pt-2">
        <SubmitButton working={t("creating")} look="plain">
          {t("create")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}

/** What a key of each role can do. */
async function RoleHints() {
  const [t, names] = await Promise.all([getTranslations("settings.keys.roleHint"), getTranslations("roles")]);
  return roles.map((role) => (
    <span key={role} className="block">
      <b>{names(role)}.</b> {t(role)}
    </span>
  ));
}
