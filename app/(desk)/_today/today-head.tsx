import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cutoffsOfPage } from "@/app/(desk)/_shared/cutoffs-of-page";
import { cutoffWords } from "@/app/(desk)/_today/cutoff-words";
import { PageHead } from "@/components/layout/page-head";
import { Anchor } from "@/components/ui/anchor";
import type { Role } from "@/db/tables/access";
import type { Ctx } from "@/lib/context";
import { capitalised, formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import { leadingOf } from "@/lib/overview/cutoffs";
import { routes } from "@/lib/routes";
import { countOpenTasks } from "@/lib/tasks/count";

/** The day, the next cut-off, and how much needs somebody. */
export async function TodayHead({
  ctx,
  locale,
  everybody,
  role,
}: {
  ctx: Ctx;
  locale: Locale;
  everybody: boolean;
  role: Role;
}) {
  const [t, counts, cutoffs] = await Promise.all([
    getTranslations("today"),
    countOpenTasks(ctx),
    cutoffsOfPage(ctx),
  ]);
  const cutoff = leadingOf(cutoffs);
  const sooner = cutoffs.find((one) => cutoff && one.cutoffAt < cutoff.cutoffAt);
  const lead = [
    cutoff ? t("nextCutoff", cutoffWords(cutoff, locale)) : t("noCutoff"),
    ...(sooner ? [t("soonerCutoff", cutoffWords(sooner, locale))] : []),
  ].join(" ");
  const today = dayIn(ctx.clock.now(), cutoff?.rule.zone ?? "Europe/Copenhagen");
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const own = role === "auditor" ? 0 : (counts.get(role) ?? 0);
  const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> };
  const other = everybody ? (
    <Anchor href={routes.today()}>{t("onlyMine")}</Anchor>
  ) : (
    <Anchor href={`${routes.today()}?of=all`}>{t("everybody")}</Anchor>
  );
  return (
    <PageHead
      title={capitalised(formatDay(today, locale, { style: "long", weekday: true }), locale)}
      lead={lead}
      note={
        <>
          {t.rich("need", { all, own, ...bold })} {role === "auditor" || all === own ? null : other}
        </>
      }
    />
  );
}
