import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { addAgreementAction } from "@/app/(desk)/connections/actions";
import { NotYours } from "@/app/(desk)/connections/not-yours";
import { ProviderForm } from "@/app/(desk)/connections/provider-form";
import { requireSignedIn } from "@/app/session";
import { describeFields } from "@/components/form/field-description";
import { getConnection } from "@/lib/connections/list";
import { providerOf } from "@/lib/connections/open-line";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connectionForms.agreement");
  return { title: t("title") };
}

/** Another agreement to collect under. */
export default async function AgreementPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ ctx }, { id }, t, names, locale] = await Promise.all([
    requireSignedIn(),
    params,
    getTranslations("connectionForms.agreement"),
    getTranslations("connections.environment"),
    getLocale(),
  ]);
  if (!ctx.permissions.has("connections.manage")) return <NotYours ctx={ctx} title={t("title")} />;
  const connection = await orNotFound(getConnection(ctx, id));
  const provider = providerOf(ctx, connection);
  const offers = provider.capabilities(connection.environment, connection.settings);
  return (
    <ProviderForm
      action={addAgreementAction}
      connection={connection}
      title={t("title")}
      lead={t("lead", { name: connection.name, environment: names(connection.environment) })}
      block={t("block")}
      fields={describeFields(provider.agreementForm, locale)}
      submit={t("submit")}
      working={t("working")}
      note={t(offers.registerAgreement ? "registers" : "local", { provider: provider.label })}
    />
  );
}
