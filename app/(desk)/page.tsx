import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { MonthFigures } from "@/app/(desk)/_today/month-figures";
import { Part } from "@/app/(desk)/_today/part";
import { RiskFigures } from "@/app/(desk)/_today/risk-figures";
import { TodayHead } from "@/app/(desk)/_today/today-head";
import { TodayWork } from "@/app/(desk)/_today/today-work";
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
  const money = person.role === "finance" || person.role === "auditor";
  return (
    <>
      <Part draw={() => TodayHead({ ...looks, role: person.role })} />
      <div className="today">
        <Suspense fallback={<p className="sr-only">{t("loading")}</p>}>
          <Part draw={() => TodayWork({ ...looks, role: person.role, only: oneParam(params, "group") })} />
        </Suspense>
        <aside
          className="today-figures"
          aria-label={t("figuresFrom", { time: formatClock(now, "Europe/Copenhagen") })}
        >
          {money ? <Part draw={() => RiskFigures(looks)} /> : null}
          <Part draw={() => MonthFigures(looks)} />
        </aside>
      </div>
      <TableFoot
        hints={["move", "open"]}
        note={t("figuresFrom", { time: formatClock(now, "Europe/Copenhagen") })}
      />
    </>
  );
}
