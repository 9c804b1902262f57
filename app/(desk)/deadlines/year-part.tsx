import { getTranslations } from "next-intl/server";
import { isShown } from "@/app/(desk)/deadlines/address";
import { closedDays } from "@/app/(desk)/deadlines/closed-days";
import { clockText } from "@/app/(desk)/deadlines/rule-words";
import type { View } from "@/app/(desk)/deadlines/view";
import { hrefWith } from "@/components/data-table/address";
import { CalendarLegend } from "@/components/deadlines/calendar-legend";
import { YearGrid, type YearWindow } from "@/components/deadlines/year-grid";
import { Section } from "@/components/layout/section";
import { Anchor } from "@/components/ui/anchor";
import type { MonthlyRule } from "@/lib/deadlines/rules";
import { type WindowSource, windowSource } from "@/lib/deadlines/window-source";
import { formatNumber } from "@/lib/i18n/format";
import { addDays, addMonths, dayOf, type Month, monthsOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { windowCounts } from "@/lib/overview/window-counts";

/** The twelve windows of a year, each with where its date comes from and how many payments it has. */
export async function YearPart({ view }: { view: View<MonthlyRule> }) {
  const { rule, facts, year, locale, address, today } = view;
  const [t, calendar, counts] = await Promise.all([
    getTranslations("deadlines"),
    getTranslations("calendar"),
    windowCounts(view.ctx, year),
  ]);
  const read = (month: Month) => windowSource(rule, month, facts.overrides, facts.settings);
  const windows = monthsOf(year).map((month): YearWindow => {
    const source = read(month);
    const count = counts.get(month) ?? 0;
    return {
      month,
      cutoff: dayIn(source.window.cutoffAt, rule.zone),
      processed: source.window.processing,
      collected: source.window.firstDue,
      source: sourceWord(source),
      href: hrefWith(address, { month, year: null }),
      ...(count > 0 ? { count: formatNumber(count, locale) } : {}),
    };
  });
  const before = monthsOf(year)[0];
  const providers = [...new Set(view.shown.uses.map((use) => use.provider))].join(", ");
  const time = clockText({ ...rule.settings, ...facts.settings }.cutoffTime);
  const yearLink = (to: number) =>
    isShown(to) ? (
      <Anchor href={hrefWith(address, { year: String(to) })} scroll={false}>
        {to}
      </Anchor>
    ) : null;
  return (
    <>
      <Section
        title={calendar("windows", { year: String(year) })}
        note={t("year.share", { names: providers })}
        end={
          <>
            {yearLink(year - 1)} {yearLink(year + 1)}
          </>
        }
      >
        {null}
      </Section>
      <YearGrid
        year={year}
        locale={locale}
        today={today}
        closed={closedDays(rule.calendar, dayOf(year, 1, 1), addDays(dayOf(year + 1, 1, 1), -1))}
        windows={windows}
        {...(before ? { collectedBefore: read(addMonths(before, -1)).window.firstDue } : {})}
        cutoffHead={t("year.head", { time })}
        next={view.next.window?.month ?? view.month}
      />
      <CalendarLegend />
    </>
  );
}

function sourceWord({ window, agrees }: WindowSource): YearWindow["source"] {
  if (window.source === "rule") return "rule";
  if (window.source === "override") return "own";
  return agrees ? "agrees" : "differs";
}
