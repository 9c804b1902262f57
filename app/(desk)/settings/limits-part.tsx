import { getLocale, getTranslations } from "next-intl/server";
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
import { formatNumber } from "@/lib/i18n/format";
import { commitLimit } from "@/lib/imports/commit";
import { COMMIT_LIMIT } from "@/lib/imports/limits";

/** How much one person may do alone; everybody reads it, an admin sets it. */
export async function LimitsPart({ ctx }: { ctx: Ctx }) {
  const [t, locale, limit, approvers] = await Promise.all([
    getTranslations("limits"),
    getLocale(),
    commitLimit(ctx.db.read, ctx.creditorId),
    whoCan(ctx, "imports.approve"),
  ]);
  const names = new Intl.ListFormat(locale).format(approvers);
  return (
    <>
      <Section title={t("title")} note={t("note")}>
        <p className="pt-3">
          {t("imports.says", { n: limit })}{" "}
          {names ? t("imports.approvers", { names }) : t("imports.approversNone")}
        </p>
        {limit === COMMIT_LIMIT ? (
          <p className="text-ink-2 pb-2">{t("imports.house", { n: formatNumber(COMMIT_LIMIT, locale) })}</p>
        ) : null}
      </Section>
      {ctx.permissions.has("limits.manage") ? <LimitForm limit={limit} /> : <Refused ctx={ctx} />}
    </>
  );
}

async function LimitForm({ limit }: { limit: number }) {
  const [t, form, common] = await Promise.all([
    getTranslations("limits"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  return (
    <ActionForm action={setLimitAction} className="px-(--margin) py-3">
      <ErrorSummary title={form("toFix")} />
      <FormField
        name="limit"
        label={t("imports.label")}
        hint={t("imports.hint")}
        value={String(limit)}
        required
      >
        <TextInput inputMode="numeric" autoComplete="off" maxLength={9} suffix={t("imports.unit")} />
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

async function Refused({ ctx }: { ctx: Ctx }) {
  const t = await getTranslations("limits");
  const names = (await whoCan(ctx, "limits.manage")).join(", ");
  return <p className="text-ink-2 px-(--margin) pb-3">{names ? t("off", { names }) : t("offNobody")}</p>;
}
