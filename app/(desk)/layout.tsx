import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskStrip } from "@/app/(desk)/desk-strip";
import { EnvironmentBanner } from "@/app/(desk)/environment-banner";
import { FenceBanner } from "@/app/(desk)/fence-banner";
import { SideFoot } from "@/app/(desk)/side-foot";
import { readPreferences } from "@/app/preferences/preferences";
import { requireSignedIn } from "@/app/session";
import type { NavGroup, NavPlace } from "@/components/layout/places";
import { Shell } from "@/components/layout/shell";
import type { Ctx } from "@/lib/context";
import { isLocale } from "@/lib/i18n/locale-choice";
import { routes } from "@/lib/routes";

/** The signed-in shell: what a person sees of it follows from the rights of the role. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { person, ctx } = await requireSignedIn();
  const [t, { keys }, given] = await Promise.all([getTranslations("nav"), readPreferences(), getLocale()]);
  const locale = isLocale(given) ? given : "en";
  const work: NavPlace[] = [
    { label: t("places.today"), href: routes.today(), go: "t" },
    { label: t("places.debtors"), href: routes.debtors(), go: "e" },
    { label: t("places.mandates"), href: routes.mandates(), go: "m" },
    { label: t("places.payments"), href: routes.payments(), go: "p" },
    { label: t("places.deadlines"), href: routes.deadlines(), go: "d" },
  ];
  const groups: NavGroup[] = [{ label: t("groups.work"), places: work }];
  if (seesRuns(ctx))
    groups.push({
      label: t("groups.money"),
      places: [{ label: t("places.runs"), href: routes.runs(), go: "r" }],
    });
  const control = ctx.permissions.has("connections.manage") || ctx.permissions.has("audit.read");
  if (control)
    groups.push({
      label: t("groups.control"),
      places: [
        { label: t("places.connections"), href: routes.connections(), go: "c" },
        { label: t("places.activity"), href: routes.activity(), go: "a" },
        { label: t("places.settings"), href: routes.settings(), go: "s" },
      ],
    });
  return (
    <Shell
      groups={groups}
      bottom={work.filter((_, index) => index === 0 || index === 2 || index === 3)}
      strip={<DeskStrip ctx={ctx} locale={locale} />}
      banners={
        <>
          {person.fence ? <FenceBanner ctx={ctx} fence={person.fence} locale={locale} /> : null}
          <EnvironmentBanner ctx={ctx} />
        </>
      }
      sideFoot={<SideFoot person={person} now={ctx.clock.now()} locale={locale} />}
      keys={keys}
    >
      {children}
    </Shell>
  );
}

/** Those who prepare runs, those who approve them, and those who look at both. */
function seesRuns({ permissions }: Ctx): boolean {
  if (permissions.has("runs.prepare") || permissions.has("runs.approve")) return true;
  return permissions.has("audit.read") && !permissions.has("connections.manage");
}
