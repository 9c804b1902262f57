import { getTranslations } from "next-intl/server";
import { cutoffsOfPage } from "@/app/(desk)/_shared/cutoffs-of-page";
import { stripCounts } from "@/app/(desk)/strip-counts";
import { Countdown } from "@/components/deadlines/countdown";
import { Strip } from "@/components/layout/strip";
import type { Ctx } from "@/lib/context";
import { formatInstant, formatNumber, zoneCity } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { leadingOf, type SchemeCutoff } from "@/lib/overview/cutoffs";
import { countUnknown } from "@/lib/overview/unknowns";
import { routes } from "@/lib/routes";

const deadlinesOf = ({ rule }: SchemeCutoff) => `${routes.deadlines()}?rule=${rule.id}`;

/** The deadline, always in sight: the next cut-off, what is in for it, and what nobody knows. */
export async function DeskStrip({ ctx, locale }: { ctx: Ctx; locale: Locale }) {
  const [t, cutoffs, unknown] = await Promise.all([
    getTranslations("nav"),
    cutoffsOfPage(ctx),
    countUnknown(ctx),
  ]);
  const next = leadingOf(cutoffs);
  const after = cutoffs.find((one) => one !== next);
  const now = ctx.clock.now();
  const number = (value: number) => formatNumber(value, locale);
  const counts = next ? stripCounts(next, locale, t) : [];
  if (unknown > 0)
    counts.push({
      mark: "unknown",
      word: t("unknown"),
      count: number(unknown),
      href: `${routes.payments()}?sending=unknown`,
    });
  const whole = next ? next.cutoffAt.getTime() - next.previousCutoffAt.getTime() : 1;
  return (
    <Strip
      home={routes.today()}
      next={
        next
          ? {
              scheme: next.label[locale],
              when: formatInstant(next.cutoffAt, locale, next.rule.zone, { city: false }),
              city: zoneCity(next.rule.zone, locale),
              href: deadlinesOf(next),
              left: <Countdown deadline={next.cutoffAt} now={now} warnFrom={next.warnFrom} />,
            }
          : null
      }
      counts={counts}
      afterwards={
        after
          ? {
              label: t(next && after.cutoffAt < next.cutoffAt ? "sooner" : "afterwards"),
              text: `${after.label[locale]} ${formatInstant(after.cutoffAt, locale, after.rule.zone)}`,
              href: deadlinesOf(after),
            }
          : undefined
      }
      elapsed={next ? (now.getTime() - next.previousCutoffAt.getTime()) / whole : 0}
    />
  );
}
