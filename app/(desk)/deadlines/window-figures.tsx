import { getTranslations } from "next-intl/server";
import { hrefWith } from "@/components/data-table/address";
import { Anchor } from "@/components/ui/anchor";
import { PaymentStateWord } from "@/components/ui/proven-state";
import type { Ctx } from "@/lib/context";
import { formatDay, formatMoneyText, formatNumber } from "@/lib/i18n/format";
import type { Day, Month } from "@/lib/kernel/day";
import type { Locale } from "@/lib/kernel/locale";
import { currencies } from "@/lib/kernel/money";
import { type Figure, figuresOf } from "@/lib/overview/cutoffs";
import { paymentStates } from "@/lib/payments/states";
import { routes } from "@/lib/routes";

/** The payments of one window by state, each a way into the list, and what they come to per currency. */
export async function WindowFigures({
  ctx,
  month,
  collected,
  view,
}: {
  ctx: Ctx;
  month: Month;
  collected: Day;
  view: { locale: Locale; today: Day };
}) {
  const { locale, today } = view;
  const [t, figures] = await Promise.all([getTranslations("deadlines"), figuresOf(ctx, month)]);
  const payments = { path: routes.payments(), params: { window: month } };
  const states = paymentStates
    .map((state) => ({ state, own: figures.filter((figure) => figure.state === state) }))
    .filter(({ own }) => own.length > 0);
  const when = t("collectedOn", { day: formatDay(collected, locale, { weekday: true, year: today }) });
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-line-2 pt-2">
      {states.length === 0 ? <p className="text-ink-2">{t("nothingInIt")}</p> : null}
      {states.map(({ state, own }) => (
        <p key={state} className="flex flex-wrap items-baseline gap-2">
          <Anchor href={hrefWith(payments, { state })} className="py-1 no-underline">
            <PaymentStateWord state={state} />
          </Anchor>
          <b>
            {formatNumber(
              own.reduce((sum, figure) => sum + figure.count, 0),
              locale,
            )}
          </b>
          <span className="text-ink-3">{sums(own, locale)}</span>
        </p>
      ))}
      <p className="ml-auto text-ink-2">{when}</p>
    </div>
  );
}

function sums(figures: readonly Figure[], locale: Locale): string {
  return currencies
    .map((currency) => ({
      currency,
      amountMinor: figures
        .filter((figure) => figure.currency === currency)
        .reduce((sum, figure) => sum + figure.amountMinor, 0),
    }))
    .filter((money) => money.amountMinor > 0)
    .map((money) => formatMoneyText(money, locale))
    .join(" ");
}
