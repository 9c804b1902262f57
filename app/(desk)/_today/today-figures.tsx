import { getTranslations } from "next-intl/server";
import { MonthFigures } from "@/app/(desk)/_today/month-figures";
import { Part } from "@/app/(desk)/_today/part";
import { RiskFigures } from "@/app/(desk)/_today/risk-figures";
import type { Role } from "@/db/tables/access";
import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/kernel/locale";

/** What is at risk, for those who look after the money, and how far the month is. */
export async function TodayFigures({ ctx, locale, role }: { ctx: Ctx; locale: Locale; role: Role }) {
  const t = await getTranslations("today");
  return (
    <aside className="today-figures" aria-label={t("figures")}>
      {role === "finance" || role === "auditor" ? <Part draw={() => RiskFigures({ ctx, locale })} /> : null}
      <Part draw={() => MonthFigures({ ctx, locale })} />
    </aside>
  );
}
