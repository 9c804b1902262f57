import { getTranslations } from "next-intl/server";
import { isShown } from "@/app/(desk)/deadlines/address";
import { closedDays } from "@/app/(desk)/deadlines/closed-days";
import { monthEvents } from "@/app/(desk)/deadlines/month-events";
import type { View } from "@/app/(desk)/deadlines/view";
import { hrefWith } from "@/components/data-table/address";
import { MonthGrid } from "@/components/deadlines/month-grid";
import { weeksOf } from "@/components/deadlines/weeks";
import { Anchor } from "@/components/ui/anchor";
import { keyFor } from "@/components/ui/button";
import { capitalised, formatMonth } from "@/lib/i18n/format";
import { addMonths, firstOf, yearOf } from "@/lib/kernel/day";

/** One month with what happens in it; the months beside it are a press away. */
export async function MonthPanel({ view }: { view: View }) {
  const { month, locale, rule, address, next } = view;
  const [t, calendar] = await Promise.all([getTranslations("deadlines"), getTranslations("calendar")]);
  const weeks = weeksOf(month);
  const days = weeks.flatMap((week) => week.days);
  const name = capitalised(formatMonth(month, locale), locale);
  const link = (to: typeof month, key: string) =>
    isShown(yearOf(to)) ? (
      <Anchor
        href={hrefWith(address, { month: to, year: null })}
        className="py-1"
        scroll={false}
        {...keyFor(key)}
      >
        {capitalised(formatMonth(to, locale, yearOf(to) === yearOf(month) ? "name" : "full"), locale)}
      </Anchor>
    ) : null;
  const shownFirst = next.window?.month ?? next.collectionMonth;
  return (
    <section aria-labelledby="month">
      <div className="flex flex-wrap items-baseline gap-x-4 pb-2">
        <h2 id="month">{name}</h2>
        <p className="text-ink-2">
          {t("month.weeks", { from: String(weeks[0]?.number ?? ""), to: String(weeks.at(-1)?.number ?? "") })}
        </p>
        <p className="ml-auto flex flex-wrap gap-4 t-small">
          {link(addMonths(month, -1), "k")}
          {link(addMonths(month, 1), "j")}
          {month === shownFirst ? null : (
            <Anchor
              href={hrefWith(address, { month: null, year: null })}
              className="py-1"
              scroll={false}
              {...keyFor("t")}
            >
              {t("month.now")}
            </Anchor>
          )}
        </p>
      </div>
      <MonthGrid
        month={month}
        locale={locale}
        today={view.today}
        closed={closedDays(rule.calendar, days[0] ?? firstOf(month), days.at(-1) ?? firstOf(month))}
        caption={name}
        events={monthEvents(view, days, {
          cutoff: (time) => t("month.cutoff", { time }),
          processed: calendar("processed"),
          collected: calendar("collected"),
          reject: t("month.rejectBy"),
        })}
      />
    </section>
  );
}
