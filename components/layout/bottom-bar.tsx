import { useTranslations } from "next-intl";
import { NavGroups } from "@/components/layout/nav-groups";
import { NavLink } from "@/components/layout/nav-link";
import type { NavGroup, NavPlace } from "@/components/layout/places";
import { SearchButton } from "@/components/search/search-button";

/** What the side bar is on a telephone: the three commonest places under the thumb, the rest behind the fourth. */
export function BottomBar({ places, groups }: { places: readonly NavPlace[]; groups: readonly NavGroup[] }) {
  const t = useTranslations("nav");
  const search = useTranslations("search");
  return (
    <nav className="bottom-bar" aria-label={t("bottom")}>
      {places.map((place) => (
        <NavLink key={place.href} href={place.href}>
          {place.label}
        </NavLink>
      ))}
      <SearchButton label={search("label")} plain />
      <details data-menu>
        <summary>{t("more")}</summary>
        <div className="bottom-more">
          <NavGroups groups={groups} />
        </div>
      </details>
    </nav>
  );
}
