import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { verifyAuditAction } from "@/app/(desk)/settings/actions";
import { AuditTable } from "@/app/(desk)/settings/audit-table";
import { ChainVerdict } from "@/app/(desk)/settings/chain-verdict";
import { Skeleton } from "@/components/feedback/skeleton";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import type { Ctx } from "@/lib/context";

/** The newest audit entries, and the proof that none was changed. */
export async function AuditPart({ ctx, before }: { ctx: Ctx; before: number | undefined }) {
  const t = await getTranslations("settings.audit");
  if (!ctx.permissions.has("audit.read"))
    return (
      <Section title={t("title")}>
        <p className="text-ink-2">{t("off")}</p>
      </Section>
    );
  return (
    <>
      <Section title={t("title")} note={t("note")}>
        <ActionForm action={verifyAuditAction} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
          <SubmitButton working={t("verifying")} look="plain">
            {t("verify")}
          </SubmitButton>
          <ChainVerdict>{t("verifySays")}</ChainVerdict>
        </ActionForm>
      </Section>
      <Suspense
        key={before}
        fallback={
          <Skeleton heads={[t("number"), t("time"), t("who"), t("what")]} rows={10} label={t("title")} />
        }
      >
        <AuditTable ctx={ctx} before={before} />
      </Suspense>
    </>
  );
}
