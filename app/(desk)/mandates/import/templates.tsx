import { getLocale, getTranslations } from "next-intl/server";
import type { Ctx } from "@/lib/context";
import { templateHeads } from "@/lib/imports/template";
import { mandateOffers } from "@/lib/mandates/offer";
import { routes } from "@/lib/routes";

/** For every active agreement an empty file with the columns of its form. */
export async function Templates({ ctx }: { ctx: Ctx }) {
  const [t, locale, offers] = await Promise.all([
    getTranslations("imports.templates"),
    getLocale(),
    mandateOffers(ctx),
  ]);
  const usable = offers.filter((one) => one.agreement.state === "active");
  if (usable.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <table className="ledger templates" aria-label={t("get")}>
      <tbody>
        {usable.map((offer) => (
          <tr key={offer.agreement.id}>
            <th scope="row">
              {offer.provider.label} · {offer.agreement.name}
              <span className="templates-small">{templateHeads(offer, locale).join(", ")}</span>
            </th>
            <td className="cell-muted cell-hide-narrow" style={{ whiteSpace: "normal" }}>
              {templateHeads(offer, locale).join(", ")}
            </td>
            <td className="cell-right">
              {/* A file, not a page. */}
              <a href={routes.importTemplate(offer.agreement.id)} download>
                {t("get")}
                <span className="sr-only"> {offer.agreement.name}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
