import { getTranslations } from "next-intl/server";
import { monthlyCutoff } from "@/app/(desk)/_today/cutoff-words";
import { River } from "@/components/overview/river";
import { Anchor } from "@/components/ui/anchor";
import { PaymentStateWord } from "@/components/ui/proven-state";
import type { Ctx } from "@/lib/context";
import { formatMoneyText, formatMonth, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { currencies } from "@/lib/kernel/money";
import { type Figure, realOrTest } from "@/lib/overview/cutoffs";
import { riverOf } from "@/lib/overview/river";
import { paymentStates } from "@/lib/payments/states";
import { routes } from "@/lib/routes";

/** How far the current window is: a picture of its stages, and its table. */
export async function MonthFigures({ ctx, locale }: { ctx: Ctx; locale: Locale }) {
  const [t, cutoff] = await Promise.all([getTranslations("today.month"), monthlyCutoff(ctx)]);
  if (!cutoff?.window) return null;
  const { test, figures } = realOrTest(cutoff.figures);
  const list = `${routes.payments()}?window=${cutoff.window.month}`;
  const number = (value: number) => formatNumber(value, locale);
  const river = riverOf(figures);
  return (
    <section aria-labelledby="month">
      <h2 id="month">
        {t("title", { month: formatMonth(cutoff.collectionMonth, locale, "name") })}{" "}
        <span className="today-link">
          <Anchor href={list}>{t("open")}</Anchor>
        </span>
      </h2>
      {figures.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      {test ? <p className="tone-warn t-small">{t("test")}</p> : null}
      {figures.length === 0 ? null : (
        <>
          <River
            label={t("picture", {
              issued: number(river.issued),
              scheduled: number(river.scheduled),
              settled: number(river.settled),
              kept: number(river.kept),
              cancelled: number(river.cancelled),
              rejected: number(river.rejected),
              back: number(river.back),
            })}
            stages={(["issued", "scheduled", "settled", "kept"] as const).map((stage) => ({
              key: stage,
              count: river[stage],
              figure: number(river[stage]),
              word: t(stage),
            }))}
            leaks={(["cancelled", "rejected", "back"] as const).map((leak) => ({
              key: leak,
              count: river[leak],
              figure: number(river[leak]),
              word: t(leak),
              wanted: leak === "cancelled",
            }))}
          />
          <StateTable figures={figures} list={list} locale={locale} />
        </>
      )}
    </section>
  );
}

async function StateTable({
  figures,
  list,
  locale,
}: {
  figures: readonly Figure[];
  list: string;
  locale: Locale;
}) {
  const t = await getTranslations("today.month");
  const rows = paymentStates
    .map((state) => ({ state, own: figures.filter((figure) => figure.state === state) }))
    .filter(({ own }) => own.length > 0);
  return (
    <table className="today-table">
      <thead>
        <tr>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("count")}</th>
          <th scope="col">{t("amount")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ state, own }) => (
          <tr key={state}>
            <th scope="row">
              <Anchor href={`${list}&state=${state}`} className="no-underline">
                <PaymentStateWord state={state} />
              </Anchor>
            </th>
            <td>
              {formatNumber(
                own.reduce((sum, figure) => sum + figure.count, 0),
                locale,
              )}
            </td>
            <td>{sumsOf(own, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One sum per currency, never mixed. */
function sumsOf(figures: readonly Figure[], locale: Locale): string {
  return currencies
    .flatMap((currency) => {
      const own = figures.filter((figure) => figure.currency === currency);
      const amountMinor = own.reduce((sum, figure) => sum + figure.amountMinor, 0);
      return own.length > 0 ? [formatMoneyText({ currency, amountMinor }, locale)] : [];
    })
    .join(" ");
}
