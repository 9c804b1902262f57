"use client";

import { Anchor } from "@/components/ui/anchor";

export interface TabLink {
  label: string;
  href: string;
  current: boolean;
  /** Written already: `2,431`. */
  count?: string;
}

export function TabList({ tabs }: { tabs: readonly TabLink[] }) {
  return (
    <ul>
      {tabs.map((tab) => (
        <li key={tab.href}>
          <Anchor href={tab.href} aria-current={tab.current ? "page" : undefined} scroll={false}>
            {tab.label}
            {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
