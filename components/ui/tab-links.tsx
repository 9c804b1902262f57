import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";

export interface TabLink {
  label: string;
  href: string;
  current: boolean;
  /** Written already: `2,431`. */
  count?: string;
}

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
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Anchor
              href={tab.href}
              prefetch={false}
              aria-current={tab.current ? "page" : undefined}
              scroll={false}
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
            </Anchor>
          </li>
        ))}
      </ul>
      {end ? <div className="tabs-end">{end}</div> : null}
    </nav>
  );
}
