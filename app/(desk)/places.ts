import type { getTranslations } from "next-intl/server";
import type { NavGroup, NavPlace } from "@/components/layout/places";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

type Words = Awaited<ReturnType<typeof getTranslations<"nav">>>;

/** Where this person may go, as the side bar groups it; `work` is the first group. */
export function placesOf(ctx: Pick<Ctx, "permissions">, t: Words): { groups: NavGroup[]; work: NavPlace[] } {
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
  return { groups, work };
}

/** Those who prepare runs, those who approve them, and those who look at both. */
function seesRuns({ permissions }: Pick<Ctx, "permissions">): boolean {
  if (permissions.has("runs.prepare") || permissions.has("runs.approve")) return true;
  return permissions.has("audit.read") && !permissions.has("connections.manage");
}
