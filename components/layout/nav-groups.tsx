"use client";

import { useId } from "react";
import { NavLink } from "@/components/layout/nav-link";
import type { NavGroup } from "@/components/layout/places";

/** The groups with their places; the bottom bar's "More" shows the same. */
export function NavGroups({ groups }: { groups: readonly NavGroup[] }) {
  const id = useId();
  return groups.map((group) => (
    <div key={group.label} className="side-group">
      <h2 id={`${id}${group.label}`}>{group.label}</h2>
      <ul aria-labelledby={`${id}${group.label}`}>
        {group.places.map((place) => (
          <li key={place.href}>
            <NavLink href={place.href} go={place.go}>
              {place.label}
              {place.count === undefined ? null : <span className="count">{place.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ));
}
