import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { ApiKeys } from "@/app/(desk)/settings/api-keys";
import { AuditPart } from "@/app/(desk)/settings/audit-part";
import { readBefore } from "@/app/(desk)/settings/before";
import { ConsentTexts } from "@/app/(desk)/settings/consent-texts";
import { LimitsPart } from "@/app/(desk)/settings/limits-part";
import { Looks } from "@/app/(desk)/settings/looks";
import { requireSignedIn } from "@/app/session";
import { PageHead } from "@/components/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** Keys for other programs, what debtors agree to, what needs two people, how the desk looks, and what was done. */
export default async function SettingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("settings"),
  ]);
  return (
    <>
      <PageHead title={t("title")} />
      <ApiKeys ctx={ctx} />
      <ConsentTexts ctx={ctx} />
      <LimitsPart ctx={ctx} />
      <Looks />
      <AuditPart ctx={ctx} before={readBefore(oneParam(params, "before"))} />
    </>
  );
}
