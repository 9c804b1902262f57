import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cutOff, now, today, warnFrom, zone } from "@/app/design/samples";
import { sampleWords } from "@/app/design/words";
import { savePreferences } from "@/app/preferences/actions";
import type { Preferences } from "@/app/preferences/preferences";
import { Countdown } from "@/components/deadlines/countdown";
import { Banner } from "@/components/feedback/banner";
import { Shell } from "@/components/layout/shell";
import { Strip } from "@/components/layout/strip";
import { PreferenceSwitches } from "@/components/preferences/preference-switches";
import { Kbd } from "@/components/ui/kbd";
import {
  formatDay,
  formatInstant,
  formatMoneyText,
  formatMonth,
  formatNumber,
  zoneCity,
} from "@/lib/i18n/format";
import { monthOf } from "@/lib/kernel/day";

/** The shell around the samples, as a signed-in person of finance sees it. */
export function Frame({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const locale = useLocale();
  const t = useTranslations("nav");
  const words = sampleWords[locale];
  const place = (name: "today" | "debtors" | "mandates" | "payments" | "deadlines" | "runs" | "settlement") =>
    ({ label: t(`places.${name}`), href: name === "mandates" ? "/design" : `/${name}` }) as const;
  const count = (value: number) => formatNumber(value, locale);
  return (
    <Shell
      keys={preferences.keys}
      groups={[
        {
          label: t("groups.work"),
          places: [
            { ...place("today"), count: "12", go: "t" },
            { ...place("debtors"), go: "b" },
            { ...place("mandates"), go: "m" },
            { ...place("payments"), go: "p" },
            { ...place("deadlines"), go: "d" },
          ],
        },
        { label: t("groups.money"), places: [{ ...place("runs"), count: "2" }, place("settlement")] },
      ]}
      bottom={[place("today"), place("debtors"), place("mandates")]}
      banners={<Banner title="Simulator.">/design</Banner>}
      strip={
        <Strip
          home="/design"
          next={{
            scheme: "Betalingsservice",
            when: formatInstant(cutOff, locale, zone, { city: false }),
            city: zoneCity(zone, locale),
            href: "/design?part=calendar",
            left: <Countdown deadline={cutOff} now={now} warnFrom={warnFrom} />,
          }}
          counts={[
            {
              word: t("collection", { month: formatMonth(monthOf(today), locale, "name") }),
              count: count(1180),
              amount: formatMoneyText({ currency: "DKK", amountMinor: 140_231_650 }, locale),
              href: "/design?part=list",
            },
            { mark: "waits", word: t("notReady"), count: count(24), href: "/design?part=list" },
            { mark: "unknown", word: t("unknown"), count: count(1), href: "/design?part=unknown" },
          ]}
          afterwards={{
            label: t("afterwards"),
            text: `PAY. ${formatDay(today, locale, { weekday: true })}`,
            href: "/design?part=calendar",
          }}
          elapsed={0.92}
          end={<Kbd>Ctrl K</Kbd>}
        />
      }
      sideFoot={
        <>
          <b>{words.person}</b>
          <p>{words.role}</p>
          <p className="text-ink-3">{formatInstant(now, locale, zone)}</p>
          <details className="mt-2">
            <summary>{t("preferences.title")}</summary>
            <PreferenceSwitches action={savePreferences} theme={preferences.theme} keys={preferences.keys} />
          </details>
        </>
      }
    >
      {children}
    </Shell>
  );
}
