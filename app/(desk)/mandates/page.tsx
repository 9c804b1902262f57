import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { ImportLink } from "@/app/(desk)/mandates/import/import-link";
import { MandateFilters } from "@/app/(desk)/mandates/mandate-filters";
import { MandateList } from "@/app/(desk)/mandates/mandate-list";
import { MandatesSkeleton } from "@/app/(desk)/mandates/mandates-skeleton";
import { NewMandateLink } from "@/app/(desk)/mandates/new-mandate-link";
import { Unfinished } from "@/app/(desk)/mandates/unfinished";
import { readWishes } from "@/app/(desk)/mandates/wishes";
import { requireSignedIn } from "@/app/session";
import { PageHead } from "@/components/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mandates");
  return { title: t("title") };
}

/** Every permission to collect: where it stands, and how fresh the proof is. */
export default async function MandatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("mandates"),
  ]);
  const wishes = readWishes(params);
  return (
    <>
      <PageHead title={t("title")}>
        <ImportLink />
        <NewMandateLink ctx={ctx} />
      </PageHead>
      <Unfinished ctx={ctx} />
      <MandateFilters ctx={ctx} wishes={wishes} />
      <Suspense key={JSON.stringify(wishes.address.params)} fallback={<MandatesSkeleton />}>
        <MandateList ctx={ctx} wishes={wishes} />
      </Suspense>
    </>
  );
}
