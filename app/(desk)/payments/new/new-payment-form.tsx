import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { issuePayment } from "@/app/(desk)/payments/new/actions";
import { DuplicateField } from "@/app/(desk)/payments/new/duplicate-field";
import { ForeseenField } from "@/app/(desk)/payments/new/foreseen-field";
import { LandingAside } from "@/app/(desk)/payments/new/landing-aside";
import { LandingProvider } from "@/app/(desk)/payments/new/landing-provider";
import { landingView } from "@/app/(desk)/payments/new/landing-view";
import { obstacleOf } from "@/app/(desk)/payments/new/mandate-words";
import { PaymentFields } from "@/app/(desk)/payments/new/payment-fields";
import { WhoBlock } from "@/app/(desk)/payments/new/who-block";
import { Problem } from "@/components/feedback/problem";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { describeFields } from "@/components/form/field-description";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import { KeepTyped } from "@/components/form/keep-typed";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHead } from "@/components/layout/page-head";
import { WithAside } from "@/components/layout/with-aside";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { formatMoney } from "@/lib/i18n/format";
import { AppError } from "@/lib/kernel/errors";
import { paymentForm } from "@/lib/payments/form";
import { getPayment } from "@/lib/payments/get";
import { type ChargeableMandate, chargeable } from "@/lib/payments/preview";
import { routes } from "@/lib/routes";

/** The form for one mandate: whom, what, and always where it would land. */
export async function NewPaymentForm(props: { ctx: Ctx; mandateId: string; againId: string }) {
  const { ctx, mandateId } = props;
  const [t, locale, of] = await Promise.all([
    getTranslations("newPayment"),
    getLocale(),
    orNotFound(chargeable(ctx, mandateId)),
  ]);
  const reason = obstacleOf(of, locale, t("choose.agreement"));
  if (reason !== null)
    return (
      <>
        <PageHead title={t("title")} />
        <WhoBlock ctx={ctx} of={of} />
        <div className="px-7 max-wide:px-4">
          <Problem
            kind="refused"
            title={t("obstacle")}
            actions={<ButtonLink href={routes.newPayment()}>{t("who.other")}</ButtonLink>}
          >
            {reason}
          </Problem>
        </div>
      </>
    );
  return <OpenForm ctx={ctx} of={of} again={await againOf(ctx, props.againId)} />;
}

async function OpenForm({ ctx, of, again }: { ctx: Ctx; of: ChargeableMandate; again: Again | null }) {
  const [t, form, locale] = await Promise.all([
    getTranslations("newPayment"),
    getTranslations("form"),
    getLocale(),
  ]);
  const start = { amount: again ? formatMoney(again, locale).amount : "", due: "" };
  const fields = describeFields(paymentForm, locale, again ? { amount: start.amount, text: again.text } : {});
  const initial = await landingView(ctx, of, start);
  return (
    <LandingProvider mandateId={of.mandate.id} start={start} initial={initial}>
      <WithAside wide label={t("panel.label")} aside={<LandingAside words={{ failed: t("panel.failed") }} />}>
        <ActionForm
          action={issuePayment}
          className="flex flex-1 flex-col"
          hidden={{ mandate: of.mandate.id, request_id: randomUUID() }}
        >
          <PageHead
            title={t("title")}
            {...(again ? { lead: t("again", { reference: again.reference }) } : {})}
          />
          <ForeseenField />
          <KeepTyped form={of.mandate.id} fields={fields.map((field) => field.name)} />
          <ErrorSummary title={t("toFix")} />
          <WhoBlock ctx={ctx} of={of} />
          <FormBlock title={t("what.title")}>
            <PaymentFields
              fields={fields}
              currency={of.currency}
              words={{
                optional: form("optional"),
                choose: form("choose"),
                yes: form("yes"),
                kept: form("kept"),
              }}
            />
            <DuplicateField
              words={{
                label: t("duplicate.label"),
                despite: t("duplicate.despite"),
                reason: t("duplicate.reason"),
                reasonHint: t("duplicate.reasonHint"),
              }}
            />
          </FormBlock>
          <FormBar>
            <SubmitButton working={t("working")}>{t("submit")}</SubmitButton>
            <ButtonLink href={routes.payments()}>{t("cancel")}</ButtonLink>
          </FormBar>
        </ActionForm>
      </WithAside>
    </LandingProvider>
  );
}

type Again = Awaited<ReturnType<typeof getPayment>>;

/** The payment to collect again; an id that is none begins an empty form. */
async function againOf(ctx: Ctx, id: string): Promise<Again | null> {
  if (id === "") return null;
  return getPayment(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
}
