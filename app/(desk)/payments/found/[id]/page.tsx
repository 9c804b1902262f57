import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { adoptFoundAction } from "@/app/(desk)/payments/found/[id]/actions";
import { requireSignedIn } from "@/app/session";
import { Problem } from "@/components/feedback/problem";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import { FormField } from "@/components/form/form-field";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHead } from "@/components/layout/page-head";
import { Amount } from "@/components/ui/amount";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { type Fact, Facts } from "@/components/ui/facts";
import { TextInput } from "@/components/ui/text-input";
import { getFound } from "@/lib/comparison/found-task";
import type { Ctx } from "@/lib/context";
import { formatDay, formatInstant, formatMoney } from "@/lib/i18n/format";
import { isLocale } from "@/lib/i18n/locale-choice";
import { isDay } from "@/lib/kernel/day";
import type { Locale } from "@/lib/kernel/locale";
import { currencies } from "@/lib/kernel/money";
import { routes } from "@/lib/routes";

type Found = Awaited<ReturnType<typeof getFound>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("found");
  return { title: t("title") };
}

/** A payment that the provider has and we do not, by its task: what is known of it, and taking it into the books. */
export default async function FoundPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ ctx }, { id }, given, t, form, common] = await Promise.all([
    requireSignedIn(),
    params,
    getLocale(),
    getTranslations("found"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  const locale = isLocale(given) ? given : "en";
  const found = await orNotFound(getFound(ctx, id));
  const done = found.task.state !== "open";
  return (
    <ActionForm action={adoptFoundAction} hidden={{ task: id }} className="flex flex-1 flex-col">
      <PageHead title={t("title")} lead={t("lead")} />
      <ErrorSummary title={form("toFix")} />
      <FormBlock title={t("known")} note={t("knownNote")}>
        <Facts groups={[await factsOf(ctx, found, locale)]} />
      </FormBlock>
      {found.mandate && !done ? (
        <FormBlock title={t("take")} note={t("takeNote")}>
          <FormField name="reason" label={t("reason")} hint={t("reasonHint")} required>
            <TextInput maxLength={500} autoComplete="off" />
          </FormField>
        </FormBlock>
      ) : (
        <FormBlock title={t("take")}>
          <Problem kind="fix" title={t(done ? "done" : "noMandate")}>
            {t(done ? "doneSays" : "noMandateSays")}
          </Problem>
        </FormBlock>
      )}
      <FormBar end={<ButtonLink href={routes.today()}>{t("back")}</ButtonLink>}>
        {found.mandate && !done ? (
          <SubmitButton
            working={t("working")}
            off={ctx.permissions.has("gaps.close") ? undefined : common("needsPermission")}
          >
            {t("submit")}
          </SubmitButton>
        ) : null}
      </FormBar>
    </ActionForm>
  );
}

async function factsOf(ctx: Ctx, { task, providerId, mandate }: Found, locale: Locale): Promise<Fact[]> {
  const t = await getTranslations("found");
  const planned = String(task.params.planned ?? "");
  const reference = String(task.params.reference ?? "");
  const currency = currencies.find((one) => one === task.currency);
  const amount =
    currency && task.amountMinor !== null
      ? formatMoney({ currency, amountMinor: task.amountMinor }, locale)
      : null;
  const provider = mandate && ctx.providers[mandate.provider]?.label;
  return [
    { label: t("theirs"), value: providerId, ...(provider ? { note: provider } : {}) },
    { label: t("amount"), value: amount ? <Amount {...amount} /> : t("unsaid") },
    { label: t("planned"), value: isDay(planned) ? formatDay(planned, locale) : t("unsaid") },
    { label: t("reference"), value: reference || t("unsaid") },
    {
      label: t("mandate"),
      value: mandate ? (
        <Anchor href={routes.mandate(mandate.id)}>{mandate.debtorName || mandate.customerNumber}</Anchor>
      ) : (
        t("unsaid")
      ),
      ...(mandate ? { note: mandate.customerNumber } : {}),
    },
    { label: t("seen"), value: formatInstant(task.createdAt, locale, DESK_ZONE) },
  ];
}
