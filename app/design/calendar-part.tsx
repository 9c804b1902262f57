import { useLocale, useTranslations } from "next-intl";
import { PartTabs } from "@/app/design/part-tabs";
import { bankHolidays, cutOff, now, today, warnFrom, windowDays } from "@/app/design/samples";
import { sampleWords } from "@/app/design/words";
import { CalendarLegend } from "@/components/deadlines/calendar-legend";
import { Countdown } from "@/components/deadlines/countdown";
import { MonthGrid } from "@/components/deadlines/month-grid";
import { YearGrid, type YearWindow } from "@/components/deadlines/year-grid";
import { Section } from "@/components/layout/section";
import { Anchor } from "@/components/ui/anchor";
import { capitalised, formatDay, formatMonth, formatNumber } from "@/lib/i18n/format";
import { addDays, type Day, day, month, monthOf, weekday } from "@/lib/kernel/day";

const HOUR_MS = 3_600_000;

export function CalendarPart() {
  const locale = useLocale();
  const t = useTranslations("calendar");
  const { timeline } = sampleWords[locale];
  const closed = closedDays();
  const windows: YearWindow[] = windowDays.map(([cutoff, processed, collected], index) => ({
    month: monthOf(cutoff),
    cutoff,
    processed,
    collected,
    source: index === 11 ? "rule" : index === 4 ? "differs" : "agrees",
    ...(index === 11 ? {} : { count: formatNumber(1166 + 5 * index, locale) }),
    href: `/design?part=list&window=${monthOf(cutoff)}`,
  }));
  return (
    <>
      <PartTabs current="calendar" />
      <div className="grid gap-12 px-7 pt-4 full:grid-cols-[1fr_616px]">
        <div className="grid content-start gap-3">
          <h1>
            {capitalised(formatDay(day("2026-11-22"), locale, { style: "long", weekday: true }), locale)},
            23:59
          </h1>
          <Countdown deadline={cutOff} now={now} warnFrom={warnFrom} size="clock" />
          <Countdown deadline={new Date(now.getTime() + 3 * HOUR_MS)} now={now} warnFrom={now} size="clock" />
          <p>
            <Countdown deadline={cutOff} now={now} warnFrom={cutOff} />
          </p>
          <p>
            <Countdown deadline={new Date(now.getTime() + 11.5 * HOUR_MS)} now={now} warnFrom={cutOff} />
          </p>
          <p>
            <Countdown deadline={new Date(now.getTime() + 2.5 * HOUR_MS)} now={now} warnFrom={now} />
          </p>
          <p>
            <Countdown deadline={now} now={now} warnFrom={now} />
          </p>
        </div>
        <div>
          <div className="flex items-baseline gap-4 pb-2">
            <h2>{capitalised(formatMonth(month("2026-11"), locale), locale)}</h2>
            <Anchor className="ml-auto t-small" href="/design?part=calendar">
              {formatMonth(month("2026-10"), locale, "name")}
            </Anchor>
          </div>
          <MonthGrid
            month={month("2026-11")}
            locale={locale}
            today={today}
            closed={closed}
            caption={formatMonth(month("2026-11"), locale)}
            events={[
              { day: day("2026-11-02"), kind: "collected", label: t("collected") },
              { day: day("2026-11-17"), kind: "note", label: timeline },
              {
                day: day("2026-11-22"),
                kind: "cutoff",
                label: `${t("cutoff")} 23:59`,
                href: "/design?part=list",
              },
              { day: day("2026-11-23"), kind: "processed", label: t("processed") },
              { day: day("2026-12-01"), kind: "collected", label: t("collected") },
            ]}
          />
        </div>
      </div>
      <Section title={t("windows", { year: "2026" })} note={timeline}>
        {null}
      </Section>
      <YearGrid
        year={2026}
        locale={locale}
        today={today}
        closed={closed}
        windows={windows}
        collectedBefore={day("2026-01-02")}
        cutoffHead={`${t("cutoff")} 23:59`}
        next={month("2026-11")}
      />
      <CalendarLegend>
        <Anchor href="/design">{timeline}</Anchor>
      </CalendarLegend>
    </>
  );
}

function closedDays(): Day[] {
  const closed = [...bankHolidays];
  for (let at = day("2025-12-29"); at < "2027-01-10"; at = addDays(at, 1))
    if (weekday(at) > 5) closed.push(at);
  return closed;
}
