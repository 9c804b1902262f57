import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Suspense } from "react";
import { NextSource } from "@/app/(desk)/deadlines/next-source";
import { certainties, ruleSentence } from "@/app/(desk)/deadlines/rule-words";
import { hasWindows, type View } from "@/app/(desk)/deadlines/view";
import { WindowFigures } from "@/app/(desk)/deadlines/window-figures";
import { Countdown } from "@/components/deadlines/countdown";
import { TwoClocks } from "@/components/deadlines/two-clocks";
import { Facts } from "@/components/ui/facts";
import { StateWord } from "@/components/ui/state-word";
import { bankDaysBetween } from "@/lib/deadlines/calendars";
import { stateOfCutoff, warningFrom } from "@/lib/deadlines/cutoff";
import { capitalised, formatClock, formatDay, zoneCity } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";

/** The next cut-off with its countdown, the two clocks, and how the date comes about. */
export async function NextCutoff({ view }: { view: View }) {
  const { rule, facts, next, now, locale, today } = view;
  const [t, parts] = await Promise.all([getTranslations("deadlines"), getTranslations("ruleSettings")]);
  const lastDay = dayIn(next.cutoffAt, rule.zone);
  const when = capitalised(formatDay(lastDay, locale, { style: "long", weekday: true, year: today }), locale);
  const sure = certainties(rule).map(({ certainty, parts: found }) =>
    t(`certain.${certainty}`, { parts: found.map((part) => parts(`${part}.part`)).join(", ") }),
  );
  return (
    <section aria-labelledby="next-cutoff">
      <div className="flex flex-wrap items-baseline gap-x-6">
        <p className="text-ink-2">{t("next", { scheme: view.shown.label[locale] })}</p>
        <p className="ml-auto">{await urgency(view)}</p>
      </div>
      <h1 id="next-cutoff" className="pt-1 pb-3">
        {when}, {formatClock(next.cutoffAt, rule.zone)}
      </h1>
      <Countdown
        deadline={next.cutoffAt}
        now={now}
        warnFrom={warningFrom(rule, next.cutoffAt, facts.settings)}
        size="clock"
      />
      <div className="pt-3">
        <Facts
          groups={[
            [
              {
                label: zoneCity(rule.zone, locale),
                value: (
                  <TwoClocks
                    now={now.getTime()}
                    zone={rule.zone}
                    locale={locale}
                    words={{
                      scheme: t("clock.scheme"),
                      same: t("clock.same"),
                      yours: t("clock.yours", { time: "{time}" }),
                    }}
                  />
                ),
              },
              { label: t("rule"), value: ruleSentence(rule, facts.settings, t), note: sure.join(" ") },
              ...(hasWindows(view) ? [{ label: t("source"), value: <NextSource view={view} /> }] : []),
            ],
          ]}
        />
      </div>
      {next.window ? (
        <Suspense>
          <WindowFigures ctx={view.ctx} month={next.window.month} collected={next.firstDue} view={view} />
        </Suspense>
      ) : (
        <p className="border-t border-line-2 pt-2">
          {t("dueFrom", { day: formatDay(next.firstDue, locale, { weekday: true, year: today }) })}
        </p>
      )}
    </section>
  );
}

/** How many bank days are left, and from the warning on that it is somebody's turn. */
async function urgency({ rule, next, now, facts, today }: View): Promise<ReactNode> {
  const t = await getTranslations("deadlines");
  const lastDay = dayIn(next.cutoffAt, rule.zone);
  const left = bankDaysBetween(rule.calendar, today, lastDay);
  const words =
    lastDay === today ? t("lastDay") : left === 0 ? t("lastBankDay") : t("bankDaysLeft", { n: left });
  const state = stateOfCutoff(rule, next.cutoffAt, now, facts.settings);
  const quiet = state === "calm" || rule.kind === "daily";
  return quiet ? <span className="text-ink-2">{words}</span> : <StateWord mark="stale">{words}</StateWord>;
}
