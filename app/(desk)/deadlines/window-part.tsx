import { getTranslations } from "next-intl/server";
import { NextSource } from "@/app/(desk)/deadlines/next-source";
import { OverrideForm } from "@/app/(desk)/deadlines/override-form";
import type { View } from "@/app/(desk)/deadlines/view";
import { windowTitle } from "@/app/(desk)/deadlines/window-title";
import { Section } from "@/components/layout/section";
import { Facts } from "@/components/ui/facts";
import { finality } from "@/lib/deadlines/finality";
import type { MonthlyRule } from "@/lib/deadlines/rules";
import { windowSource } from "@/lib/deadlines/window-source";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { Day } from "@/lib/kernel/day";

/** The window of the month on the calendar: its dates, where they come from, and another date in their place. */
export async function WindowPart({ view }: { view: View<MonthlyRule> }) {
  const { rule, facts, locale, month, today, now } = view;
  const t = await getTranslations("deadlines");
  const source = windowSource(rule, month, facts.overrides, facts.settings);
  const { window } = source;
  const written = (day: Day) => formatDay(day, locale, { weekday: true, year: today });
  const { reversibleUntil } = finality(rule.scheme, window.firstDue);
  const cutoff = formatInstant(window.cutoffAt, locale, rule.zone, { year: today });
  return (
    <Section title={windowTitle(window, locale, t)}>
      <div className="grid gap-x-12 gap-y-2 pt-2 full:grid-cols-[380px_1fr]">
        <Facts
          groups={[
            [
              {
                label: t("window.cutoff"),
                value: window.cutoffAt < now ? `${cutoff}, ${t("window.passed")}` : cutoff,
              },
              { label: t("window.processed"), value: written(window.processing) },
              { label: t("window.collected"), value: written(window.firstDue) },
              ...(reversibleUntil
                ? [
                    {
                      label: t("window.reject"),
                      value: written(reversibleUntil),
                      note: t("window.rejectNote"),
                    },
                  ]
                : []),
              { label: t("source"), value: <NextSource view={view} of={month} /> },
            ],
          ]}
        />
        <OverrideForm view={view} source={source} />
      </div>
    </Section>
  );
}
