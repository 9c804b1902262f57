import { getTranslations } from "next-intl/server";
import type { ImportPage } from "@/app/(desk)/mandates/import/[id]/load";
import { countMarks } from "@/app/(desk)/mandates/import/import-marks";
import { Section } from "@/components/layout/section";
import { StateWord } from "@/components/ui/state-word";
import { formatNumber } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { allRows } from "@/lib/imports/door";

const places = ["ok", "warning", "bad", "dropped", "made", "refused"] as const;

/** Exact counts of where the rows are; together they are all of them. */
export async function ImportTotals({ page: { of }, reader }: { page: ImportPage; reader: Reader }) {
  const t = await getTranslations("importRows.totals");
  const begun = of.made + of.refused > 0 || of.state === "committing" || of.state === "stopped";
  const shown = places.filter((place) => begun || (place !== "made" && place !== "refused"));
  return (
    <Section title={t("title")} note={t("of", { total: allRows(of) })}>
      <table className="ledger" aria-label={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("place")}</th>
            <th scope="col" className="cell-right">
              {t("count")}
            </th>
            <th scope="col">{t("means")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((place) => (
            <tr key={place} data-place={place}>
              <th scope="row">
                <StateWord mark={countMarks[place]}>{t(`names.${place}`)}</StateWord>
              </th>
              <td className="cell-right">
                <b>{formatNumber(of[place], reader.locale)}</b>
              </td>
              <td className="cell-muted">{t(`says.${place}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
