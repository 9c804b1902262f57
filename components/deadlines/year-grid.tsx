import { useTranslations } from "next-intl";
import { dayNumber } from "@/components/deadlines/weeks";
import { Anchor } from "@/components/ui/anchor";
import { capitalised, formatDay, formatMonth } from "@/lib/i18n/format";
import { addDays, type Day, firstOf, lastOf, type Month, monthOf, monthsOf } from "@/lib/kernel/day";
import type { Locale } from "@/lib/kernel/locale";

export interface YearWindow {
  /** The month that its cut-off lies in. */
  month: Month;
  cutoff: Day;
  processed: Day;
  collected: Day;
  /** Agrees with a published list, differs from it, somebody here decided, or there is none to compare with. */
  source: "agrees" | "differs" | "own" | "rule";
  /** Payments in it, written already. */
  count?: string;
  href?: string;
}

export interface YearGridProps {
  year: number;
  locale: Locale;
  today: Day;
  closed: readonly Day[];
  /** In order; one per month at most. */
  windows: readonly YearWindow[];
  /** Collection day of the year before's last window, which lies in this January. */
  collectedBefore?: Day;
  /** Head of the cut-off column: "Cut-off 23:59". */
  cutoffHead: string;
  /** The window whose cut-off is next; it may lie in another year, and then no line is marked. */
  next: Month;
}

/** A year's windows: twelve lines of days with their cut-off, processing and collection. On the server. */
export function YearGrid(props: YearGridProps) {
  const { year } = props;
  const t = useTranslations("calendar");
  const signs = signsOf(props);
  const words = Object.fromEntries(kinds.map((kind) => [kind, t(kind)]));
  return (
    <div className="year-frame">
      <table className="year-grid">
        <caption className="sr-only">{t("windows", { year: String(year) })}</caption>
        <thead>
          <tr>
            <th scope="col">{year}</th>
            {Array.from({ length: 31 }, (_, index) => index + 1).map((number) => (
              <th key={number} scope="col" className="year-day">
                {number}
              </th>
            ))}
            <th scope="col">{props.cutoffHead}</th>
            <th scope="col" className="year-processed">
              {t("processed")}
            </th>
            <th scope="col">{t("collected")}</th>
            <th scope="col" className="year-source">
              {t("source")}
            </th>
            <th scope="col" className="year-count">
              {t("payments")}
            </th>
          </tr>
        </thead>
        <tbody>
          {monthsOf(year).map((month) => (
            <MonthRow
              key={month}
              {...props}
              month={month}
              isNext={month === props.next}
              signs={signs}
              words={words}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MonthRowProps extends YearGridProps {
  month: Month;
  isNext: boolean;
  signs: Signs;
  words: Readonly<Record<string, string>>;
}

function MonthRow({ month, isNext, signs, words, locale, today, windows }: MonthRowProps) {
  const window = windows.find((one) => one.month === month);
  const name = capitalised(formatMonth(month, locale, "name"), locale);
  const isPast = window ? window.cutoff < today : lastOf(month) < today;
  const written = (day: Day) => formatDay(day, locale, { weekday: true, year: firstOf(month) });
  return (
    <tr className={isNext ? "window-next" : isPast ? "window-past" : undefined}>
      <th scope="row">{window?.href ? <Anchor href={window.href}>{name}</Anchor> : name}</th>
      {thirtyOneDays(month).map((day) => (
        <DayCell key={day} day={day} month={month} signs={signs} words={words} />
      ))}
      {window ? (
        <>
          <td>{written(window.cutoff)}</td>
          <td className="year-processed">{written(window.processed)}</td>
          <td>{written(window.collected)}</td>
          <td className="year-source">
            <Source source={window.source} />
          </td>
        </>
      ) : (
        <>
          <td />
          <td className="year-processed" />
          <td />
          <td className="year-source" />
        </>
      )}
      <td className="year-count">{window?.count ?? <span className="missing">–</span>}</td>
    </tr>
  );
}

function DayCell({
  day,
  month,
  signs,
  words,
}: Pick<MonthRowProps, "month" | "signs" | "words"> & { day: Day }) {
  if (monthOf(day) !== month) return <td className="year-day year-none" />;
  const found = kinds.filter((kind) => signs[kind].has(day));
  if (found.length === 0) return <td className="year-day" />;
  const said = found.map((kind) => words[kind]).join(", ");
  return (
    <td
      className={["year-day", ...found.map((kind) => `day-${kind}`)].join(" ")}
      aria-current={signs.today.has(day) ? "date" : undefined}
      title={`${dayNumber(day)}: ${said}`}
    >
      <span className="sr-only">{said}</span>
    </td>
  );
}

const kinds = ["cutoff", "processed", "collected", "closed", "today"] as const;

type Signs = Readonly<Record<(typeof kinds)[number], ReadonlySet<Day>>>;

/** What each day of the year is, gathered once for its 365 cells. */
function signsOf({ windows, collectedBefore, closed, today }: YearGridProps): Signs {
  const collected = windows.map((window) => window.collected);
  return {
    cutoff: new Set(windows.map((window) => window.cutoff)),
    processed: new Set(windows.map((window) => window.processed)),
    collected: new Set(collectedBefore ? [...collected, collectedBefore] : collected),
    closed: new Set(closed),
    today: new Set([today]),
  };
}

function Source({ source }: { source: YearWindow["source"] }) {
  const t = useTranslations("calendar");
  return (
    <span className={`source source-${source}`}>
      <i aria-hidden="true" />
      {t(source)}
    </span>
  );
}

/** One for each column; a short month's last ones lie in the next month and stay empty. */
function thirtyOneDays(month: Month): Day[] {
  return Array.from({ length: 31 }, (_, index) => addDays(firstOf(month), index));
}
