import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type TabLink, TabList } from "@/components/ui/tab-list";

/** Parts of a record, or saved views of a list: words with counts on a rule. `end` stands at the right. */
export function TabLinks({
  tabs,
  end,
  label,
}: {
  tabs: readonly TabLink[];
  end?: ReactNode;
  /** What the tabs are of, when a page has two rows of them. */
  label?: string;
}) {
  const t = useTranslations("nav");
  return (
    <nav className="tabs" aria-label={label ?? t("tabs")}>
      <TabList tabs={tabs} />
      {end ? <div className="tabs-end">{end}</div> : null}
    </nav>
  );
}
