import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BottomBar } from "@/components/layout/bottom-bar";
import { Keys } from "@/components/layout/keys";
import { Links } from "@/components/layout/links";
import type { NavGroup, NavPlace } from "@/components/layout/places";
import { SideBar } from "@/components/layout/side-bar";
import { SearchIsland } from "@/components/search/search-island";

export interface ShellProps {
  /** The groups and places that this person's roles give. */
  groups: readonly NavGroup[];
  /** Three at most; the bottom bar adds a fourth that opens everything else. */
  bottom: readonly NavPlace[];
  /** A Strip. */
  strip: ReactNode;
  /** Environment, trouble at a provider, an expiring credential. */
  banners?: ReactNode;
  /** Who is signed in, and what the scheme's clock says. */
  sideFoot?: ReactNode;
  /** Beside the page on every screen of this shell; most pages use WithAside instead. */
  aside?: ReactNode;
  /** Single-letter keys, as the person prefers. */
  keys: boolean;
  children: ReactNode;
}

/** The frame of every signed-in page: strip, side bar, page. On the server. */
export function Shell({ groups, bottom, strip, banners, sideFoot, aside, keys, children }: ShellProps) {
  const t = useTranslations("nav");
  return (
    <div className="shell" data-keys={keys ? undefined : "off"}>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="shell-head">{strip}</header>
      <SideBar groups={groups} foot={sideFoot} />
      <div className="shell-page">
        {banners}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
      {aside ? (
        <aside className="shell-aside" aria-label={t("aside")}>
          {aside}
        </aside>
      ) : null}
      <BottomBar places={bottom} groups={groups} />
      <Links />
      <Search />
      {keys ? <Keys /> : null}
    </div>
  );
}

function Search() {
  const t = useTranslations("search");
  const words = {
    label: t("label"),
    placeholder: t("placeholder"),
    close: t("close"),
    failed: t("failed"),
    retry: t("retry"),
  };
  return <SearchIsland words={words} />;
}
