import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { DebtorFilters } from "@/app/(desk)/debtors/debtor-filters";
import { DebtorList } from "@/app/(desk)/debtors/debtor-list";
import { DebtorsSkeleton } from "@/app/(desk)/debtors/debtors-skeleton";
import { NewDebtorLink } from "@/app/(desk)/debtors/new-debtor-link";
import { readWishes } from "@/app/(desk)/debtors/wishes";
import { requireSignedIn } from "@/app/session";
import { PageHead } from "@/components/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("debtors");
  return { title: t("title") };
}

/** Everybody whom the creditor collects from. */
export default async function DebtorsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("debtors"),
  ]);
  const wishes = readWishes(params);
  return (
    <>
      <PageHead title={t("title")}>
        <NewDebtorLink ctx={ctx} />
      </PageHead>
      <DebtorFilters ctx={ctx} wishes={wishes} />
      <Suspense key={JSON.stringify(wishes.address.params)} fallback={<DebtorsSkeleton />}>
        <DebtorList ctx={ctx} wishes={wishes} />
      </Suspense>
    </>
  );
}
