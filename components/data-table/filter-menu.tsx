"use client";

import { Anchor } from "@/components/ui/anchor";

export interface OfferedFilter {
  label: string;
  options: readonly { label: string; href: string }[];
}

export function FilterMenu({ filters }: { filters: readonly OfferedFilter[] }) {
  return filters.map((filter) => (
    <div key={filter.label}>
      <p aria-hidden="true">{filter.label}</p>
      <ul aria-label={filter.label}>
        {filter.options.map((option) => (
          <li key={option.href}>
            <Anchor href={option.href} scroll={false}>
              {option.label}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  ));
}
