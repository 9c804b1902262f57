import { useTranslations } from "next-intl";
import { dayNumber, type Week, weeksOf } from "@/components/deadlines/weeks";
import { Anchor } from "@/components/ui/anchor";
import { capitalised, formatDay, weekdayNames } from "@/lib/i18n/format";
import { type Day, type Month, monthOf } from "@/lib/kernel/day";
import type { Locale } from "@/lib/kernel/locale";

export interface CalendarEvent {
  day: Day;
  kind: "cutoff" | "processed" | "collected" | "note";
  /** One or two words: "Cut-off 23:59". */
  label: string;
  href?: string;
}

export interface MonthGridProps {
  month: Month;
  locale: Locale;
  today: Day;
  /** Days on which the banks are closed. */
  closed: readonly Day[];
  events: readonly CalendarEvent[];
  /** Read out as the table's name: "November 2026". */
  caption: string;
}

/** A month with its cut-off and what follows from it; five things told apart without colour. On the server. */
export function MonthGrid(props: MonthGridProps) {
  const t = useTranslations("calendar");
  const names = weekdayNames(props.locale, "short");
  const longNames = weekdayNames(props.locale, "long");
  return (
    <table className="month-grid">
      <caption className="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t("week")}</span>
          </th>
          {names.map((name, index) => (
            <th key={name} scope="col" abbr={longNames[index]}>
              {capitalised(name, props.locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.month).map((week) => (
          <WeekRow
            key={week.number}
            week={week}
            {...props}
            words={{ closed: t("closed"), today: t("today") }}
          />
        ))}
      </tbody>
    </table>
  );
}

function WeekRow({
  week,
  month,
  locale,
  today,
  closed,
  events,
  words,
}: MonthGridProps & { week: Week; words: { closed: string; today: string } }) {
  return (
    <tr>
      <th scope="row">{week.number}</th>
      {week.days.map((day) => {
        const own = events.filter((event) => event.day === day);
        const isClosed = closed.includes(day);
        const outside = monthOf(day) !== month;
        const classes = [
          isClosed && "day-closed",
          outside && "day-outside",
          day === today && "day-today",
          ...own.map((event) => `day-${event.kind}`),
        ];
        const number = outside && dayNumber(day) === 1 ? formatDay(day, locale) : dayNumber(day);
        return (
          <td
            key={day}
            className={classes.filter(Boolean).join(" ")}
            aria-current={day === today ? "date" : undefined}
          >
            <span className="day-number">{number}</span>
            {isClosed ? <span className="sr-only">, {words.closed}</span> : null}
            {own.map((event) => (
              <span className={`day-event event-${event.kind}`} key={event.label}>
                {event.href ? <Anchor href={event.href}>{event.label}</Anchor> : event.label}
              </span>
            ))}
            {day === today && own.length === 0 ? (
              <span className="day-event event-today">{words.today}</span>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}
