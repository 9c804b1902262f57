import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { addCredentialAction } from "@/app/(desk)/connections/actions";
import { NotYours } from "@/app/(desk)/connections/not-yours";
import { ProviderForm } from "@/app/(desk)/connections/provider-form";
import { requireSignedIn } from "@/app/session";
import { describeFields } from "@/components/form/field-description";
import { getConnection } from "@/lib/connections/list";
import { providerOf } from "@/lib/connections/open-line";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connectionForms.credential");
  return { title: t("title") };
}

/** Another credential in the place of the present one. */
export default async function CredentialPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ ctx }, { id }, t, names, locale] = await Promise.all([
    requireSignedIn(),
    params,
    getTranslations("connectionForms.credential"),
    getTranslations("connections.environment"),
    getLocale(),
  ]);
  if (!ctx.permissions.has("connections.manage")) return <NotYours ctx={ctx} title={t("title")} />;
  const connection = await orNotFound(getConnection(ctx, id));
  const { credential, name } = connection;
  const place = { name, environment: names(connection.environment) };
  return (
    <ProviderForm
      action={addCredentialAction}
      connection={connection}
      title={t(credential ? "title" : "titleFirst")}
      lead={credential ? t("lead", { ...place, lastFour: credential.lastFour }) : t("leadFirst", place)}
      block={t("block")}
      fields={describeFields(providerOf(ctx, connection).credentialForm, locale)}
      submit={t("submit")}
      working={t("working")}
      note={t("note")}
      secret
    />
  );
}
