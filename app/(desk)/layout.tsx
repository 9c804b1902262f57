import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskStrip } from "@/app/(desk)/desk-strip";
import { EnvironmentBanner } from "@/app/(desk)/environment-banner";
import { FenceBanner } from "@/app/(desk)/fence-banner";
import { placesOf } from "@/app/(desk)/places";
import { SideFoot } from "@/app/(desk)/side-foot";
import { readPreferences } from "@/app/preferences/preferences";
import { requireSignedIn } from "@/app/session";
import { FormWords } from "@/components/form/form-words";
import { Shell } from "@/components/layout/shell";
import { isLocale } from "@/lib/i18n/locale-choice";

/** The signed-in shell: what a person sees of it follows from the rights of the role. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { person, ctx } = await requireSignedIn();
  const [t, form, { keys }, given] = await Promise.all([
    getTranslations("nav"),
    getTranslations("form"),
    readPreferences(),
    getLocale(),
  ]);
  const locale = isLocale(given) ? given : "en";
  const { groups, work } = placesOf(ctx, t);
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
      <FormWords words={{ lost: form("lost"), tooLarge: form("tooLarge") }}>{children}</FormWords>
    </Shell>
  );
}
