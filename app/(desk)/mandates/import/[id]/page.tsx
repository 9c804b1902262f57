import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import "@/app/(desk)/mandates/import/import.css";
import { LivePage } from "@/app/(desk)/_shared/live-page";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { ImportActions } from "@/app/(desk)/mandates/import/[id]/import-actions";
import { ImportHead } from "@/app/(desk)/mandates/import/[id]/import-head";
import { ImportTotals } from "@/app/(desk)/mandates/import/[id]/import-totals";
import { loadImport } from "@/app/(desk)/mandates/import/[id]/load";
import { MappingPart } from "@/app/(desk)/mandates/import/[id]/mapping-part";
import { ReadingPart } from "@/app/(desk)/mandates/import/[id]/reading-part";
import { RowPart } from "@/app/(desk)/mandates/import/[id]/row-part";
import { RowsPart } from "@/app/(desk)/mandates/import/[id]/rows-part";
import { requireSignedIn } from "@/app/session";
import { allRows } from "@/lib/imports/door";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("one") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** States in which something goes on by itself, or by somebody else's hand. */
const moving = new Set(["checking", "checked", "frozen", "approved", "committing", "stopped"]);

/** One import: what is true, what can be done now, and the step that it is at. */
export default async function OneImportPage({ params, searchParams }: Props) {
  const [{ ctx }, { id }, wishes, locale] = await Promise.all([
    requireSignedIn(),
    params,
    searchParams,
    getLocale(),
  ]);
  const page = await loadImport(ctx, id);
  const { of } = page;
  const reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  const n = Number(oneParam(wishes, "row") ?? 0);
  const rows = allRows(of) > 0 && of.state !== "checking";
  return (
    <>
      {moving.has(of.state) ? <LivePage url={routes.importVersion(id)} version={page.version} /> : null}
      <ImportHead page={page} reader={reader} />
      <ImportActions ctx={ctx} page={page} reader={reader} />
      {of.state === "uploaded" ? <ReadingPart ctx={ctx} of={of} params={wishes} /> : null}
      {of.state === "read" ? <MappingPart ctx={ctx} of={of} params={wishes} /> : null}
      {rows && n > 0 ? <RowPart ctx={ctx} page={page} n={n} /> : null}
      {allRows(of) > 0 ? <ImportTotals page={page} reader={reader} /> : null}
      {rows ? <RowsPart ctx={ctx} page={page} reader={reader} params={wishes} /> : null}
    </>
  );
}
