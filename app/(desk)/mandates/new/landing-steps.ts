import { getTranslations } from "next-intl/server";
import { dayInSentence } from "@/app/(desk)/_shared/moment";
import { timeLeft } from "@/app/(desk)/_shared/time-left";
import type { LandingPanelProps } from "@/components/deadlines/landing-panel";
import { formatInstant, formatMonth } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import type { Day } from "@/lib/kernel/day";
import type { Offer } from "@/lib/mandates/offer";
import type { Forecast } from "@/lib/payments/forecast";

/** The way from now to the first collection. */
export async function landingSteps({
  offer,
  seen,
  reader,
  usual,
  firstDebit,
}: {
  offer: Offer;
  seen: Forecast;
  reader: Reader;
  /** How long an answer usually takes, written; null when nobody knows. */
  usual: string | null;
  /** When the debit that goes with the mandate may be taken at the earliest; null where none does. */
  firstDebit: Day | null;
}): Promise<LandingPanelProps["steps"]> {
  const t = await getTranslations("newMandate.landing");
  const { locale, now, zone } = reader;
  const { landing, reversibleUntil } = seen;
  const day = (of: typeof landing.due) => dayInSentence(of, reader);
  const left = await timeLeft(landing.cutoffAt, now);
  const byForm = offer.capabilities.mandates === "form";
  const scheme =
    offer.provider.schemes.find((one) => one.code === offer.agreement.scheme)?.label[locale] ??
    offer.provider.label;
  const back = reversibleUntil && day(reversibleUntil);
  const collected = () => {
    if (!back) return t("collected");
    return t(landing.window ? "collectedReject" : "collectedBack", { day: back });
  };
  return [
    byForm
      ? { mark: "sending", when: t("now"), text: t("nowSays") }
      : { mark: "draft", when: t("now"), text: t("nowInvite") },
    byForm
      ? {
          mark: "pending",
          when: t("answer"),
          text: usual ? t("answerUsual", { usual }) : t("answerSays"),
        }
      : { mark: "pending", when: t("signUp"), text: t("signUpSays", { scheme }) },
    ...(firstDebit
      ? [{ mark: "final" as const, when: day(firstDebit), text: t("collectedDebit") }]
      : [
          {
            mark: landing.warning ? ("stale" as const) : ("ready" as const),
            when: formatInstant(landing.cutoffAt, locale, zone),
            text: landing.window
              ? t("cutoffSays", { left, month: formatMonth(landing.collectionMonth, locale, "name") })
              : t("cutoffDaily", { left }),
          },
          { mark: "final" as const, when: day(landing.due), text: collected() },
        ]),
  ];
}
