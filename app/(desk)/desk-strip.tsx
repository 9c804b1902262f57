import { getTranslations } from "next-intl/server";
import { factsOfPage } from "@/app/(desk)/_shared/facts-of-page";
import { Countdown } from "@/components/deadlines/countdown";
import { Strip, type StripCount } from "@/components/layout/strip";
import type { Ctx } from "@/lib/context";
import { formatInstant, formatMoneyText, formatNumber, zoneCity } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { currencies } from "@/lib/kernel/money";
import { type Figure, leadingOf, nextCutoffs, realOrTest, type SchemeCutoff } from "@/lib/overview/cutoffs";
import { countUnknown } from "@/lib/overview/unknowns";
import { routes } from "@/lib/routes";

type Figured = Omit<Figure, "state">;

const inTime = ["ready", "pending", "scheduled"];

function sums(
  figures: readonly Pick<Figure, "currency" | "count" | "amountMinor">[],
  locale: Locale,
): string {
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

const deadlinesOf = ({ rule }: SchemeCutoff) => `${routes.deadlines()}?rule=${rule.id}`;

/** What hangs on the cut-off: what has still to leave for a day's, what is in for a month's. */
function inForIt(
  { window, figures, waiting }: SchemeCutoff,
  locale: Locale,
  t: Awaited<ReturnType<typeof getTranslations<"nav">>>,
): StripCount[] {
  const cell = (mark: "waits" | "ready", word: string, of: readonly Figured[], list: string): StripCount => {
    const { test, figures: counted } = realOrTest(of);
    const count = counted.reduce((sum, one) => sum + one.count, 0);
    const href = `${routes.payments()}?${list}&test=${test}`;
    return { mark, test, word, count: formatNumber(count, locale), amount: sums(counted, locale), href };
  };
  if (!window) return waiting.length > 0 ? [cell("waits", t("toLeave"), waiting, "state=ready")] : [];
  const inFor = figures.filter((one) => inTime.includes(one.state));
  return [cell("ready", t("ready"), inFor, `window=${window.month}`)];
}

/** The deadline, always in sight: the next cut-off, what is in for it, and what nobody knows. */
export async function DeskStrip({ ctx, locale }: { ctx: Ctx; locale: Locale }) {
  const [t, cutoffs, unknown] = await Promise.all([
    getTranslations("nav"),
    factsOfPage(ctx).then((facts) => nextCutoffs(ctx, facts)),
    countUnknown(ctx),
  ]);
  const next = leadingOf(cutoffs);
  const after = cutoffs.find((one) => one !== next);
  const now = ctx.clock.now();
  const number = (value: number) => formatNumber(value, locale);
  const counts = next ? inForIt(next, locale, t) : [];
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
