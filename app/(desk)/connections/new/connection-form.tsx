import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { createConnectionAction } from "@/app/(desk)/connections/actions";
import { fieldWords } from "@/app/(desk)/connections/field-words";
import { connectionFields, credentialFields } from "@/app/(desk)/connections/new/form-fields";
import { newAddress } from "@/app/(desk)/connections/new/offers";
import { SecretsAgain } from "@/app/(desk)/connections/secrets-again";
import { hrefWith } from "@/components/data-table/address";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { describeFields } from "@/components/form/field-description";
import { Fold } from "@/components/form/fold";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import { ProviderFields } from "@/components/form/provider-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHead } from "@/components/layout/page-head";
import { Anchor } from "@/components/ui/anchor";
import type { Environment, ProviderModule } from "@/lib/providers/contract";

/** The second step: name and address, the credential, and what is assumed of the provider. */
export async function ConnectionForm({
  provider,
  environment,
}: {
  provider: ProviderModule;
  environment: Environment;
}) {
  const [t, all, names, locale, words] = await Promise.all([
    getTranslations("connectionForms.create"),
    getTranslations("connectionForms"),
    getTranslations("connections.environment"),
    getLocale(),
    fieldWords(),
  ]);
  const settings = describeFields(provider.settingsForm, locale);
  const basics = connectionFields(provider, environment, t);
  const credential = credentialFields(provider, locale, t);
  return (
    <ActionForm
      action={createConnectionAction}
      hidden={{ provider: provider.id, environment, request_id: randomUUID() }}
      className="flex flex-1 flex-col"
    >
      <PageHead
        title={t("title", { provider: provider.label, environment: names(environment) })}
        lead={<Anchor href={hrefWith(newAddress, {})}>{t("other")}</Anchor>}
      />
      <ErrorSummary title={all("toFix")} />
      <FormBlock title={t("basics")}>
        <ProviderFields fields={basics} words={words} />
      </FormBlock>
      <FormBlock title={t("credential")} note={t("credentialNote")}>
        <SecretsAgain>{all("secretsAgain")}</SecretsAgain>
        <ProviderFields fields={credential} words={words} />
      </FormBlock>
      <FormBlock title={t("assumptions")} note={t("assumptionsNote", { provider: provider.label })}>
        <Fold summary={t("assumptionsLead")} names={settings.map((field) => field.name)}>
          <ProviderFields fields={settings} words={words} />
        </Fold>
      </FormBlock>
      <FormBar end={t("note")}>
        <SubmitButton working={t("working")}>{t("submit")}</SubmitButton>
      </FormBar>
    </ActionForm>
  );
}
