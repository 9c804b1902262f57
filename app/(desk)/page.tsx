import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { Part } from "@/app/(desk)/_today/part";
import { TodayFigures } from "@/app/(desk)/_today/today-figures";
import { TodayHead } from "@/app/(desk)/_today/today-head";
import { TodayWork } from "@/app/(desk)/_today/today-work";
import { Unfinished } from "@/app/(desk)/mandates/unfinished";
import { requireSignedIn } from "@/app/session";
import { TableFoot } from "@/components/data-table/table-foot";
import { formatClock } from "@/lib/i18n/format";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

/** Where the day begins: what needs somebody, what money is at risk, how far the month is. */
export default async function TodayPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx, person }, params, t, locale] = await Promise.all([
    requireSignedIn(),
    searchParams,
    getTranslations("today"),
    getLocale(),
  ]);
  const looks = { ctx, locale, everybody: oneParam(params, "of") === "all" || person.role === "auditor" };
  const now = ctx.clock.now();
  return (
    <>
      <Part draw={() => TodayHead({ ...looks, role: person.role })} />
      <Part draw={() => Unfinished({ ctx })} />
      <div className="today">
        <Suspense fallback={<p className="sr-only">{t("loading")}</p>}>
          <Part draw={() => TodayWork({ ...looks, role: person.role, only: oneParam(params, "group") })} />
        </Suspense>
        <TodayFigures ctx={ctx} locale={locale} role={person.role} />
      </div>
      <TableFoot
        hints={["move", "open"]}
        note={t("figuresFrom", { time: formatClock(now, "Europe/Copenhagen") })}
      />
    </>
  );
}
