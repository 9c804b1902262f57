import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { View } from "@/app/(desk)/deadlines/view";
import type { MonthlyRule } from "@/lib/deadlines/rules";
import { windowSource } from "@/lib/deadlines/window-source";
import { formatDay } from "@/lib/i18n/format";
import { type Day, type Month, monthOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";

type MonthlyView = View<MonthlyRule>;

/** Computed, published or decided here, and whether they agree; of the next window, or of another month's. */
export async function NextSource({ view, of }: { view: MonthlyView; of?: Month }): Promise<ReactNode> {
  const t = await getTranslations("deadlines");
  const month = of ?? view.next.window?.month ?? monthOf(view.next.deadline);
  const found = windowSource(view.rule, month, view.facts.overrides, view.facts.settings);
  const written = (day: Day | null) => (day ? formatDay(day, view.locale, { year: view.today }) : "");
  const dates = {
    computed: written(found.computed),
    published: written(found.published),
    own: written(found.own),
  };
  const why = view.overrides.find((row) => row.month === month);
  return (
    <>
      {found.own
        ? t(found.published ? "from.ownAndPublished" : "from.own", dates)
        : t(found.published ? "from.published" : "from.rule", dates)}{" "}
      {verdict(found, t)}
      {why ? (
        <span className="note">
          {t("from.why", {
            note: why.note,
            name: why.createdBy,
            day: formatDay(dayIn(why.createdAt, view.rule.zone), view.locale, { year: view.today }),
          })}
        </span>
      ) : null}
    </>
  );
}

function verdict(
  { own, published, computed }: ReturnType<typeof windowSource>,
  t: Awaited<ReturnType<typeof getTranslations<"deadlines">>>,
): ReactNode {
  if (published === null) return null;
  if (own !== null) return own === published ? null : <b className="text-warn">{t("from.ownDiffers")}</b>;
  return published === computed ? (
    <b className="text-ok">{t("from.agrees")}</b>
  ) : (
    <b className="text-warn">{t("from.differs")}</b>
  );
}
