import { getTranslations } from "next-intl/server";
import type { Ctx } from "@/lib/context";
import { formatDay, formatMoney, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { currencies } from "@/lib/kernel/money";
import { type AtRisk, moneyAtRisk, type RiskEnd } from "@/lib/overview/at-risk";

const ENDS_SHOWN = 3;

/** Money that was collected and can still come back; test payments only where there is nothing else. */
export async function RiskFigures({ ctx, locale }: { ctx: Ctx; locale: Locale }) {
  const [t, { sums, ends }] = await Promise.all([getTranslations("today.risk"), moneyAtRisk(ctx)]);
  const real = sums.filter((sum) => !sum.test);
  const test = real.length === 0;
  const shown = test ? sums : real;
  const written = (currency: string, amountMinor: number) => amountText(currency, amountMinor, locale);
  return (
    <section aria-labelledby="risk">
      <h2 id="risk">
        {t("title")} <span className="work-note">{t("note")}</span>
      </h2>
      {shown.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      {shown.map((sum) => (
        <p key={sum.currency} className="today-figure">
          <span>{sum.currency}</span> <b>{written(sum.currency, sum.claim.amountMinor)}</b>
        </p>
      ))}
      {test && shown.length > 0 ? <p className="tone-warn t-small">{t("test")}</p> : null}
      {shown.length > 0 ? <RiskTable sums={shown} locale={locale} /> : null}
      <RiskEnds ends={ends.filter((end) => end.test === test).slice(0, ENDS_SHOWN)} locale={locale} />
    </section>
  );
}

function amountText(currency: string, amountMinor: number, locale: Locale): string {
  const known = currencies.find((one) => one === currency);
  return known ? formatMoney({ currency: known, amountMinor }, locale).amount : String(amountMinor);
}

/** How it could come back: without a reason, or only by a claim. */
async function RiskTable({ sums, locale }: { sums: readonly AtRisk[]; locale: Locale }) {
  const t = await getTranslations("today.risk");
  const rows = [
    { key: "noReason", of: (sum: AtRisk) => sum.reversible.amountMinor },
    { key: "claimOnly", of: (sum: AtRisk) => sum.claim.amountMinor - sum.reversible.amountMinor },
  ] as const;
  return (
    <table className="today-table" aria-label={t("title")}>
      <thead>
        <tr>
          <th scope="col">{t("until")}</th>
          {sums.map((sum) => (
            <th key={sum.currency} scope="col">
              {sum.currency}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{t(row.key)}</th>
            {sums.map((sum) => (
              <td key={sum.currency}>
                {row.of(sum) === 0 ? (
                  <span className="text-ink-3">{t("nothing")}</span>
                ) : (
                  amountText(sum.currency, row.of(sum), locale)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function RiskEnds({ ends, locale }: { ends: readonly RiskEnd[]; locale: Locale }) {
  const t = await getTranslations("today.risk");
  if (ends.length === 0) return null;
  return (
    <>
      <h3 id="risk-ends">{t("ends")}</h3>
      <table className="today-table" aria-labelledby="risk-ends">
        <tbody>
          {ends.map((end) => (
            <tr key={`${end.on} ${end.currency}`}>
              <th scope="row">
                {formatDay(end.on, locale, { weekday: true, year: ends[0]?.on ?? "never" })}
              </th>
              <td className="text-ink-3">{formatNumber(end.count, locale)}</td>
              <td>
                <span className="currency">{end.currency}</span>{" "}
                <b>{amountText(end.currency, end.amountMinor, locale)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
