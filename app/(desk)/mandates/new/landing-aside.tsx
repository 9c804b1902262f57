import { getTranslations } from "next-intl/server";
import { dayInSentence } from "@/app/(desk)/_shared/moment";
import { landingSteps } from "@/app/(desk)/mandates/new/landing-steps";
import { LandingPanel, type LandingPanelProps } from "@/components/deadlines/landing-panel";
import type { Ctx } from "@/lib/context";
import { capitalised, formatAge, formatDay, formatInstant } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import type { Day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { agreementView } from "@/lib/mandates/agreement-view";
import { earliestFirstDebit } from "@/lib/mandates/first-debit";
import type { Offer } from "@/lib/mandates/offer";
import { usualAnswerMs } from "@/lib/mandates/usual-answer";
import { type Forecast, forecast } from "@/lib/payments/forecast";
import { ruleOf } from "@/lib/payments/schedule";
import { deadlineFacts } from "@/lib/settings/deadlines";

/** When the first payment could be collected if the mandate were submitted now, and on what that depends. */
export async function LandingAside({ ctx, offer, reader }: { ctx: Ctx; offer: Offer; reader: Reader }) {
  const t = await getTranslations("newMandate.landing");
  const { locale, now, zone } = reader;
  const rule = ruleOf(offer.provider, offer.agreement.scheme);
  const [facts, usualMs] = await Promise.all([
    deadlineFacts(ctx.db.read, ctx.creditorId, rule.id),
    usualAnswerMs(ctx, offer.connection.id),
  ]);
  const seen = forecast(rule, now, undefined, facts);
  const firstDebit = earliestFirstDebit(offer, now);
  const byForm = offer.capabilities.mandates === "form";
  const usual =
    usualMs === null || !byForm ? null : formatAge(new Date(0), new Date(Math.max(usualMs, 60_000)), locale);
  const cutoff = formatInstant(seen.landing.cutoffAt, locale, zone, { city: false });
  const condition = () => {
    if (seen.landing.window === null) return t("conditionDaily");
    if (!byForm) return t("conditionInvite", { cutoff });
    return usual ? t("conditionUsual", { cutoff, usual }) : t("condition", { cutoff });
  };
  return (
    <LandingPanel
      title={t(byForm ? "title" : "titleInvite")}
      lead={t(firstDebit ? "leadDebit" : "lead")}
      when={capitalised(
        formatDay(firstDebit ?? seen.landing.due, locale, {
          style: "long",
          weekday: true,
          year: dayIn(now, zone),
        }),
        locale,
      )}
      {...(firstDebit ? {} : { condition: { mark: "waits" as const, text: condition() } })}
      steps={await landingSteps({ offer, seen, reader, usual, firstDebit })}
      otherwise={await otherwise(offer, seen, reader, firstDebit)}
    />
  );
}

async function otherwise(
  offer: Offer,
  { landing: { due }, ifLate: { due: late } }: Forecast,
  reader: Reader,
  firstDebit: Day | null,
): Promise<LandingPanelProps["otherwise"]> {
  const t = await getTranslations("newMandate.landing");
  const parts: { title: string; text: string }[] = [];
  const byForm = offer.capabilities.mandates === "form";
  // A first debit goes with the mandate: it waits for no answer.
  if (late > due && !firstDebit)
    parts.push({
      title: t(byForm ? "late" : "lateInvite"),
      text: t("lateSays", { day: dayInSentence(late, reader) }),
    });
  if (firstDebit) parts.push({ title: t("firstDebit"), text: `${t("firstDebitSays")} ${t("lost")}` });
  else parts.push({ title: t("nothing"), text: t(byForm ? "lost" : "nothingInvite") });
  if (!offer.capabilities.createPayment) {
    const { agreement, provider } = offer;
    const stands = { id: "", state: "active", providerId: "-", values: {} } as const;
    const says = provider.notChargeable(stands, agreementView(agreement));
    if (says) parts.push({ title: t("elsewhere"), text: says[reader.locale] });
  }
  return parts;
}
