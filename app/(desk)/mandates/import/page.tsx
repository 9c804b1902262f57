import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import "@/app/(desk)/mandates/import/import.css";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { ImportList } from "@/app/(desk)/mandates/import/import-list";
import { Templates } from "@/app/(desk)/mandates/import/templates";
import { UploadFile } from "@/app/(desk)/mandates/import/upload-file";
import { requireSignedIn } from "@/app/session";
import { Skeleton } from "@/components/feedback/skeleton";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import { LARGEST_FILE, MOST_ROWS } from "@/lib/imports/limits";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

/** Where files of mandates come in, and every one that did. */
export default async function ImportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params, t, today] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("imports"),
    getTranslations("today"),
  ]);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("upload.title")}>
        <Upload ctx={ctx} />
      </Section>
      <Section title={t("templates.title")} note={t("templates.note")}>
        <Templates ctx={ctx} />
      </Section>
      <Section title={t("list.title")}>
        <Suspense
          fallback={<Skeleton heads={[t("list.file"), t("list.state")]} rows={3} label={today("loading")} />}
        >
          <ImportList ctx={ctx} params={params} />
        </Suspense>
      </Section>
    </>
  );
}

async function Upload({ ctx }: { ctx: Ctx }) {
  const [t, imports, locale] = await Promise.all([
    getTranslations("imports.upload"),
    getTranslations("imports"),
    getLocale(),
  ]);
  if (!ctx.permissions.has("imports.prepare")) return <p className="text-ink-2">{imports("agent")}</p>;
  const sizes = {
    megabytes: formatNumber(LARGEST_FILE / 1_000_000, locale),
    rows: formatNumber(MOST_ROWS, locale),
  };
  return (
    <UploadFile
      url={routes.importUpload()}
      words={{
        ...{ choose: t("choose"), drop: t("drop"), hint: t("hint", sizes), stop: t("stop") },
        ...{ lost: t("lost"), script: t("script") },
        ...{ sending: t("sending", { name: "{name}" }), looking: t("looking", { name: "{name}" }) },
      }}
    />
  );
}
