import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LivePage } from "@/app/(desk)/_shared/live-page";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { loadRun } from "@/app/(desk)/runs/[id]/load";
import { RunActions } from "@/app/(desk)/runs/[id]/run-actions";
import { RunChecks } from "@/app/(desk)/runs/[id]/run-checks";
import { RunHead } from "@/app/(desk)/runs/[id]/run-head";
import { RunPlan } from "@/app/(desk)/runs/[id]/run-plan";
import { RunProgress } from "@/app/(desk)/runs/[id]/run-progress";
import { requireSignedIn } from "@/app/session";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("runs");
  return { title: t("one") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** One run: what is true, what can be done now, where its rows are, what was looked at, and the plan. */
export default async function OneRunPage({ params, searchParams }: Props) {
  const [{ ctx }, { id }, wishes, locale] = await Promise.all([
    requireSignedIn(),
    params,
    searchParams,
    getLocale(),
  ]);
  const page = await loadRun(ctx, id);
  const reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  const moving = page.run.state !== "done" && page.run.state !== "discarded";
  return (
    <>
      {moving ? <LivePage url={routes.runVersion(id)} version={page.version} /> : null}
      <RunHead page={page} reader={reader} />
      <RunActions ctx={ctx} page={page} reader={reader} />
      {page.run.sentAt ? <RunProgress page={page} reader={reader} /> : null}
      <RunChecks page={page} reader={reader} />
      <RunPlan ctx={ctx} page={page} reader={reader} params={wishes} />
    </>
  );
}
