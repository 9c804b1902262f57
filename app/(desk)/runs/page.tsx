import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { NewRunLink } from "@/app/(desk)/runs/new-run-link";
import { RunList } from "@/app/(desk)/runs/run-list";
import { RunsSkeleton } from "@/app/(desk)/runs/runs-skeleton";
import { requireSignedIn } from "@/app/session";
import { PageHead } from "@/components/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("runs");
  return { title: t("title") };
}

/** Every run: how far it is, whose it is. */
export default async function RunsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t] = await Promise.all([requireSignedIn(), searchParams, getTranslations("runs")]);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")}>
        <NewRunLink ctx={ctx} />
      </PageHead>
      <Suspense fallback={<RunsSkeleton />}>
        <RunList ctx={ctx} params={params} />
      </Suspense>
    </>
  );
}
