import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { readWish } from "@/app/(desk)/deadlines/address";
import { DailyRuns } from "@/app/(desk)/deadlines/daily-runs";
import { DeadlineKeys } from "@/app/(desk)/deadlines/deadline-keys";
import { Depends } from "@/app/(desk)/deadlines/depends";
import { MonthPanel } from "@/app/(desk)/deadlines/month-panel";
import { NextCutoff } from "@/app/(desk)/deadlines/next-cutoff";
import { NoDeadlines } from "@/app/(desk)/deadlines/no-deadlines";
import { RulePart } from "@/app/(desk)/deadlines/rule-part";
import { SchemeTabs } from "@/app/(desk)/deadlines/scheme-tabs";
import { hasWindows, readView } from "@/app/(desk)/deadlines/view";
import { WindowPart } from "@/app/(desk)/deadlines/window-part";
import { YearPart } from "@/app/(desk)/deadlines/year-part";
import { requireSignedIn } from "@/app/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deadlines");
  return { title: t("title") };
}

/** When work must be in, how that comes about, and what depends on it. */
export default async function DeadlinesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params] = await Promise.all([requireSignedIn(), searchParams]);
  const view = await readView(ctx, readWish(params));
  if (!view) return <NoDeadlines ctx={ctx} />;
  return (
    <>
      <SchemeTabs view={view} />
      <div className="grid gap-x-12 gap-y-6 px-(--margin) pt-4 full:grid-cols-[minmax(0,1fr)_minmax(0,616px)]">
        <NextCutoff view={view} />
        <MonthPanel view={view} />
      </div>
      {hasWindows(view) ? <YearPart view={view} /> : null}
      {hasWindows(view) ? <WindowPart view={view} /> : null}
      {view.rule.kind === "daily" ? <DailyRuns view={view} rule={view.rule} /> : null}
      <Depends view={view} />
      <RulePart view={view} />
      <DeadlineKeys />
    </>
  );
}
