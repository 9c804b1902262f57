import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { LandingAside } from "@/app/(desk)/mandates/new/landing-aside";
import { loadNewMandate } from "@/app/(desk)/mandates/new/load";
import { NewMandateForm } from "@/app/(desk)/mandates/new/new-mandate-form";
import { NoOffer } from "@/app/(desk)/mandates/new/no-offer";
import { requireSignedIn } from "@/app/session";
import { PageHead } from "@/components/layout/page-head";
import { WithAside } from "@/components/layout/with-aside";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newMandate");
  return { title: t("title") };
}

/** A debtor's permission to collect: who, where, and the proof, on one page. */
export default async function NewMandatePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("newMandate"),
  ]);
  const view = await orNotFound(loadNewMandate(ctx, params));
  if (!view.offer)
    return (
      <>
        <PageHead title={t("title")} />
        <NoOffer ctx={ctx} />
      </>
    );
  return (
    <WithAside wide aside={<LandingAside ctx={ctx} offer={view.offer} reader={view.reader} />}>
      <NewMandateForm ctx={ctx} view={view} offer={view.offer} />
    </WithAside>
  );
}
