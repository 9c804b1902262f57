import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { updateDebtorAction } from "@/app/(desk)/debtors/[id]/edit/actions";
import { requireSignedIn } from "@/app/session";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { describeFields } from "@/components/form/field-description";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import { ProviderFields } from "@/components/form/provider-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHead } from "@/components/layout/page-head";
import { ButtonLink } from "@/components/ui/button";
import { contactForm } from "@/lib/debtors/contact-form";
import { getDebtor } from "@/lib/debtors/get";
import { routes } from "@/lib/routes";

type Params = Promise<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("debtors.edit");
  return { title: t("title") };
}

/** A debtor's name and how to reach them. What somebody else changed meanwhile is not overwritten. */
export default async function EditDebtorPage({ params }: { params: Params }) {
  const [{ ctx }, { id }, locale, t, form, common] = await Promise.all([
    requireSignedIn(),
    params,
    getLocale(),
    getTranslations("debtors.edit"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  const debtor = await orNotFound(getDebtor(ctx, id));
  const stored = Object.fromEntries(
    (["name", "email", "phone", "language"] as const).flatMap((name) =>
      debtor[name] ? [[name, debtor[name]]] : [],
    ),
  );
  const words = { optional: form("optional"), choose: form("choose"), yes: form("yes"), kept: form("kept") };
  const off = !ctx.permissions.has("debtors.write");
  return (
    <ActionForm
      action={updateDebtorAction}
      hidden={{ debtor: debtor.id, version: String(debtor.version) }}
      className="flex flex-1 flex-col"
    >
      <PageHead title={t("title")} note={t("note", { number: debtor.customerNumber })} />
      <ErrorSummary title={form("toFix")} />
      <FormBlock title={t("reach")}>
        <ProviderFields fields={describeFields(contactForm, locale, stored)} words={words} />
      </FormBlock>
      <FormBar end={<ButtonLink href={routes.debtor(debtor.id)}>{t("back")}</ButtonLink>}>
        <SubmitButton working={t("working")} off={off ? common("needsPermission") : undefined}>
          {t("submit")}
        </SubmitButton>
      </FormBar>
    </ActionForm>
  );
}
