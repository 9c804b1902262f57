import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { nextWords } from "@/app/(desk)/_shared/next-words";
import { unknownHead } from "@/app/(desk)/_shared/unknown-facts";
import { headWords } from "@/app/(desk)/mandates/[id]/head-words";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { RecordHead } from "@/components/record/record-head";
import type { MarkName } from "@/components/ui/marks";
import { mandateMarks } from "@/components/ui/state-words";
import { formatAge } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";

/** What is true of the mandate, what it means, and how fresh the proof is. */
export async function MandateHead({ view }: { view: MandateView }) {
  const { mandate, provider, story, sentence, reader } = view;
  const places = await getTranslations("nav.places");
  const who = [mandate.debtorName, mandate.customerNumber].filter(Boolean).join(", ");
  const crumbs = [
    { label: places("mandates"), href: routes.mandates() },
    ...(view.debtor ? [{ label: who, href: routes.debtor(view.debtor.id) }] : [{ label: who }]),
    { label: provider.label },
  ];
  if (sentence.code === "unknown" && story.open) {
    const head = await unknownHead("mandate", story.open, provider.label, reader);
    return <RecordHead crumbs={crumbs} mark="unknown" sentence="" {...head} />;
  }
  const words = await headWords(view);
  return (
    <RecordHead
      crumbs={crumbs}
      mark={markOf(view)}
      sentence={words.sentence}
      lead={words.lead}
      facts={await factsOf(view)}
    />
  );
}

function markOf({ mandate, sentence }: MandateView): MarkName {
  if (mandate.unmapped) return "unmapped";
  switch (sentence.code) {
    case "sending":
    case "ending":
      return "sending";
    case "held":
    case "waiting":
      return "waits";
    case "stale":
      return "stale";
    default:
      return mandateMarks[mandate.state];
  }
}

async function factsOf(view: MandateView): Promise<{ label: string; value: ReactNode }[]> {
  const { mandate, next, usualMs, reader, offers } = view;
  const [t, common] = await Promise.all([getTranslations("mandate"), getTranslations("common")]);
  const { locale, now } = reader;
  const usual = usualMs === null ? null : formatAge(new Date(0), new Date(Math.max(usualMs, 60_000)), locale);
  const age = mandate.evidenceAt && formatAge(mandate.evidenceAt, now, locale);
  const isFresh = mandate.evidenceAt !== null && now.getTime() - mandate.evidenceAt.getTime() < 60_000;
  const evidence = () => {
    if (isFresh) return t("facts.ageNow");
    if (age) return usual ? t("facts.ageUsual", { age, usual }) : t("facts.age", { age });
    return usual ? t("facts.ageNoneUsual", { usual }) : t("facts.ageNone");
  };
  const consent = mandate.consent && {
    time: clockOrDay(new Date(mandate.consent.givenAt), reader),
    channel: t(`channel.${mandate.consent.channel}`),
  };
  const facts = [
    { label: common("evidence"), value: evidence() },
    {
      label: t("facts.consent"),
      value: consent
        ? t("facts.consentValue", consent)
        : t(mandate.state === "invited" ? "facts.consentAhead" : "facts.consentNone"),
    },
  ];
  if (mandate.state === "failed" && mandate.reasonCode)
    return [...facts, { label: t("facts.code"), value: <code className="mono">{mandate.reasonCode}</code> }];
  if (!offers.createPayment) return facts;
  return [
    ...facts,
    {
      label: t("facts.next"),
      value: next
        ? await nextWords(next, reader)
        : t(view.firstDebit ? "facts.nextFirst" : "facts.nextNone", { provider: view.provider.label }),
    },
  ];
}
