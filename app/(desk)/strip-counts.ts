import type { getTranslations } from "next-intl/server";
import type { StripCount } from "@/components/layout/strip";
import { formatMoneyText, formatMonth, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { currencies } from "@/lib/kernel/money";
import { type Figure, realOrTest, type SchemeCutoff } from "@/lib/overview/cutoffs";
import { routes } from "@/lib/routes";

type Counted = Pick<SchemeCutoff, "window" | "collectionMonth" | "figures" | "waiting">;
type Figured = Omit<Figure, "state">;

/** Everything that is on its way to the collection; which of it is where, the list says. */
const inTime = ["ready", "pending", "scheduled"];

function sums(figures: readonly Figured[], locale: Locale): string {
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

/** What hangs on the cut-off: what has still to leave for a day's, what is in for a month's. */
export function stripCounts(
  { window, collectionMonth, figures, waiting }: Counted,
  locale: Locale,
  t: Awaited<ReturnType<typeof getTranslations<"nav">>>,
): StripCount[] {
  const cell = (word: string, of: readonly Figured[], list: string): StripCount => {
    const { test, figures: counted } = realOrTest(of);
    const count = counted.reduce((sum, one) => sum + one.count, 0);
    const href = `${routes.payments()}?${list}&test=${test}`;
    return { test, word, count: formatNumber(count, locale), amount: sums(counted, locale), href };
  };
  if (!window)
    return waiting.length > 0 ? [{ ...cell(t("toLeave"), waiting, "state=ready"), mark: "ready" }] : [];
  const inFor = figures.filter((one) => inTime.includes(one.state));
  const collection = t("collection", { month: formatMonth(collectionMonth, locale, "name") });
  // No mark: they stand in several states.
  return [cell(collection, inFor, `window=${window.month}`)];
}
