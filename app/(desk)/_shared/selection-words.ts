import type { getTranslations } from "next-intl/server";
import type { SelectionWords } from "@/components/data-table/selection-words";

type Words = Awaited<ReturnType<typeof getTranslations<"table">>>;
type StateWords = Awaited<ReturnType<typeof getTranslations<"states">>>;

/** What a selection bar says; the browser puts the numbers in. */
export function selectionWords(t: Words, states: StateWords): SelectionWords {
  const n = "{n}";
  return {
    selected: t("selected", { n }),
    elsewhere: t("elsewhere", { n }),
    all: t("allSelected"),
    but: t("but", { n }),
    selectAll: t("selectMatching"),
    count: t("count"),
    counting: t("counting"),
    rows: t("rows", { n }),
    moreRows: t("moreRows", { n }),
    notCounted: t("notCounted"),
    clear: t("clear"),
    test: states("testMark"),
  };
}
