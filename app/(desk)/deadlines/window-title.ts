import type { getTranslations } from "next-intl/server";
import type { Window } from "@/lib/deadlines/windows";
import { formatMonth } from "@/lib/i18n/format";
import { yearOf } from "@/lib/kernel/day";
import type { Locale } from "@/lib/kernel/locale";

/** Both months of a window: elsewhere it goes by the one that collects, here by its cut-off's too. */
export function windowTitle(
  { month, collectionMonth }: Pick<Window, "month" | "collectionMonth">,
  locale: Locale,
  t: Awaited<ReturnType<typeof getTranslations<"deadlines">>>,
): string {
  const sameYear = yearOf(month) === yearOf(collectionMonth);
  return t("window.title", {
    month: formatMonth(month, locale, sameYear ? "name" : "full"),
    collected: formatMonth(collectionMonth, locale),
  });
}
