import { hasWindows, type View } from "@/app/(desk)/deadlines/view";
import { hrefWith } from "@/components/data-table/address";
import type { CalendarEvent } from "@/components/deadlines/month-grid";
import { finality } from "@/lib/deadlines/finality";
import { windowOf } from "@/lib/deadlines/windows";
import { formatClock } from "@/lib/i18n/format";
import { addMonths, type Day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

export interface EventWords {
  cutoff: (time: string) => string;
  processed: string;
  collected: string;
  reject: string;
}

/** What happens on the days shown: windows of this month and those before it reach into them. */
export function monthEvents(view: View, days: readonly Day[], words: EventWords): CalendarEvent[] {
  const events = hasWindows(view)
    ? [-1, 0].flatMap((after) => {
        const window = windowOf(
          view.rule,
          addMonths(view.month, after),
          view.facts.overrides,
          view.facts.settings,
        );
        const href = hrefWith({ path: routes.payments(), params: {} }, { window: window.month });
        const { reversibleUntil } = finality(view.rule.scheme, window.firstDue);
        const all: (CalendarEvent | null)[] = [
          {
            day: dayIn(window.cutoffAt, view.rule.zone),
            kind: "cutoff",
            label: words.cutoff(formatClock(window.cutoffAt, view.rule.zone)),
            href,
          },
          { day: window.processing, kind: "processed", label: words.processed },
          { day: window.firstDue, kind: "collected", label: words.collected, href },
          reversibleUntil && { day: reversibleUntil, kind: "note", label: words.reject },
        ];
        return all.filter((event) => event !== null);
      })
    : dailyEvents(view, words);
  return events.filter((event) => days.includes(event.day));
}

/** Every bank day has a cut-off; only the next one is worth a mark, with the first day it reaches. */
function dailyEvents({ rule, next }: View, words: EventWords): CalendarEvent[] {
  const day = dayIn(next.cutoffAt, rule.zone);
  return [
    { day, kind: "cutoff", label: words.cutoff(formatClock(next.cutoffAt, rule.zone)) },
    { day: next.firstDue, kind: "collected", label: words.collected },
  ];
}
