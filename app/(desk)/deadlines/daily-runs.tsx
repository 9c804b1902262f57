import { getTranslations } from "next-intl/server";
import type { View } from "@/app/(desk)/deadlines/view";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Section } from "@/components/layout/section";
import { addBankDays, bankDaysBetween } from "@/lib/deadlines/calendars";
import { dailyCutoffAt } from "@/lib/deadlines/daily";
import type { DailyRule } from "@/lib/deadlines/rules";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import type { Day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";

const SHOWN = 10;

interface Run {
  due: Day;
  cutoffAt: Date;
}

/** A scheme without a month: how it goes, and the next days that can be reached with their cut-offs. */
export async function DailyRuns({ view, rule }: { view: View; rule: DailyRule }) {
  const { locale, today, next, facts } = view;
  const t = await getTranslations("deadlines.runs");
  const runs = Array.from({ length: SHOWN }, (_, after): Run => {
    const due = addBankDays(rule.calendar, next.firstDue, after);
    return { due, cutoffAt: dailyCutoffAt(rule, due, facts.settings) };
  });
  const columns: Column<Run>[] = [
    {
      key: "due",
      header: t("due"),
      names: true,
      cell: (run) => formatDay(run.due, locale, { weekday: true, year: today }),
    },
    {
      key: "by",
      header: t("by"),
      cell: (run) => formatInstant(run.cutoffAt, locale, rule.zone, { year: today }),
    },
    {
      key: "left",
      header: t("left"),
      align: "right",
      cell: (run) => bankDaysBetween(rule.calendar, today, dayIn(run.cutoffAt, rule.zone)),
    },
  ];
  return (
    <>
      <Section title={t("title")}>
        <p className="max-w-[720px] pb-2 text-ink-2">{t("says")}</p>
      </Section>
      <DataTable caption={t("title")} columns={columns} rows={runs} rowKey={(run) => run.due} empty={null} />
    </>
  );
}
