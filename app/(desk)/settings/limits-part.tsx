import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { setLimitAction } from "@/app/(desk)/settings/actions";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { TextInput } from "@/components/ui/text-input";
import { whoCan } from "@/lib/access/who-can";
import type { Ctx } from "@/lib/context";
import { formatMoney } from "@/lib/i18n/format";
import { type LimitName, limitOf, limits } from "@/lib/settings/limits";

/** How much one person may do alone; everybody reads it, an admin sets it. */
export async function LimitsPart({ ctx }: { ctx: Ctx }) {
  const t = await getTranslations("limits");
  return (
    <Section title={t("title")} note={t("note")}>
      <ImportLimit ctx={ctx} />
      <PaymentLimit ctx={ctx} />
      {ctx.permissions.has("limits.manage") ? null : <Refused ctx={ctx} />}
    </Section>
  );
}

async function ImportLimit({ ctx }: { ctx: Ctx }) {
  const [t, locale, limit, approvers] = await Promise.all([
    getTranslations("limits.imports"),
    getLocale(),
    limitOf(ctx.db.read, ctx.creditorId, "imports.commit_limit"),
    whoCan(ctx, "imports.approve"),
  ]);
  const names = new Intl.ListFormat(locale).format(approvers);
  return (
    <Limit
      ctx={ctx}
      name="imports.commit_limit"
      limit={limit}
      save={t("save")}
      says={`${t("says", { n: limit })} ${names ? t("approvers", { names }) : t("approversNone")}`}
    >
      <FormField name="limit" label={t("label")} hint={t("hint")} value={String(limit)} required>
        <TextInput inputMode="numeric" autoComplete="off" maxLength={9} suffix={t("unit")} />
      </FormField>
    </Limit>
  );
}

async function PaymentLimit({ ctx }: { ctx: Ctx }) {
  const [t, locale, limit] = await Promise.all([
    getTranslations("limits.payments"),
    getLocale(),
    limitOf(ctx.db.read, ctx.creditorId, "payments.agent_limit"),
  ]);
  // Either currency is written alike, and the limit is of both.
  const { amount } = formatMoney({ amountMinor: limit, currency: "DKK" }, locale);
  return (
    <Limit
      ctx={ctx}
      name="payments.agent_limit"
      limit={limit}
      save={t("save")}
      says={limit === 0 ? t("saysNone") : t("says", { amount })}
    >
      <FormField name="limit" label={t("label")} hint={t("hint")} value={amount} required>
        <TextInput inputMode="decimal" autoComplete="off" maxLength={20} />
      </FormField>
    </Limit>
  );
}

/** One limit in words, and the form that changes it. */
async function Limit({
  ctx,
  name,
  limit,
  says,
  save,
  children,
}: {
  ctx: Ctx;
  name: LimitName;
  limit: number;
  says: string;
  save: string;
  children: ReactNode;
}) {
  const [t, form, common] = await Promise.all([
    getTranslations("limits"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  return (
    <>
      <p className="pt-3">{says}</p>
      {limit === limits[name].ours ? <p className="text-ink-2">{t("house")}</p> : null}
      {ctx.permissions.has("limits.manage") ? (
        <ActionForm action={setLimitAction} hidden={{ name }} className="py-3">
          <ErrorSummary title={form("toFix")} />
          {children}
          <p className="pt-2">
            <SubmitButton working={t("saving")} look="plain">
              {save}
            </SubmitButton>
          </p>
          <FormOutcome close={common("close")} />
        </ActionForm>
      ) : null}
    </>
  );
}

async function Refused({ ctx }: { ctx: Ctx }) {
  const t = await getTranslations("limits");
  const names = (await whoCan(ctx, "limits.manage")).join(", ");
  return <p className="text-ink-2 py-3">{names ? t("off", { names }) : t("offNobody")}</p>;
}
