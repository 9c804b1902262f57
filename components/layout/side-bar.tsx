import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavGroups } from "@/components/layout/nav-groups";
import type { NavGroup } from "@/components/layout/places";
import { SearchButton } from "@/components/search/search-button";

export function SideBar({ groups, foot }: { groups: readonly NavGroup[]; foot: ReactNode }) {
  const t = useTranslations("nav");
  const search = useTranslations("search");
  return (
    <div className="side">
      <SearchButton label={search("label")} />
      <nav aria-label={t("main")}>
        <NavGroups groups={groups} />
      </nav>
      {foot ? (
        <section className="side-foot" aria-label={t("person")}>
          {foot}
        </section>
      ) : null}
    </div>
  );
}
