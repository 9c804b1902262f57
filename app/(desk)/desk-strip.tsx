import { getTranslations } from "next-intl/server";
import { factsOfPage } from "@/app/(desk)/_shared/facts-of-page";
import { Countdown } from "@/components/deadlines/countdown";
import { Strip, type StripCount } from "@/components/layout/strip";
import type { Ctx } from "@/lib/context";
import { formatInstant, formatMoneyText, formatNumber, zoneCity } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { currencies } from "@/lib/kernel/money";
import { type Figure, nextCutoffs, realOrTest } from "@/lib/overview/cutoffs";
import { countUnknown } from "@/lib/overview/unknowns";
import { routes } from "@/lib/routes";

const inTime = ["ready", "pending", "scheduled"];

function sums(figures: readonly Figure[], locale: Locale): string {
  return currencies
    .map((currency) => ({
      currency,
      amountMinor: figures
        .filter((one) => one.currency === currency)
        .reduce((sum, one) => sum + one.amountMinor, 0),
    }))
    .filter((one) => one.amountMinor > 0)
    .map((one) => formatMoneyText(one, locale))
    .join(" ");
}

/** The deadline, always in sight: the next cut-off, what is in for it, and what nobody knows. */
export async function DeskStrip({ ctx, locale }: { ctx: Ctx; locale: Locale }) {
  const [t, cutoffs, unknown] = await Promise.all([
    getTranslations("nav"),
    factsOfPage(ctx).then((facts) => nextCutoffs(ctx, facts)),
    countUnknown(ctx),
  ]);
  const next = cutoffs.find((one) => one.rule.kind === "monthly") ?? cutoffs[0];
  const after = cutoffs.find((one) => one !== next);
  const now = ctx.clock.now();
  const number = (value: number) => formatNumber(value, locale);
  const counts: StripCount[] = [];
  if (next?.window) {
    const { test, figures: inFor } = realOrTest(next.figures.filter((one) => inTime.includes(one.state)));
    counts.push({
      mark: "ready",
      test,
      word: t("ready"),
      count: number(inFor.reduce((sum, one) => sum + one.count, 0)),
      amount: sums(inFor, locale),
      href: `${routes.payments()}?window=${next.window.month}&test=${test}`,
    });
  }
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
              href: routes.deadlines(),
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
              href: routes.deadlines(),
            }
          : undefined
      }
      elapsed={next ? (now.getTime() - next.previousCutoffAt.getTime()) / whole : 0}
    />
  );
}
