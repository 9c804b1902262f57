import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { agreementView } from "@/lib/mandates/agreement-view";
import { plansFirstDebit } from "@/lib/mandates/first-debit";

/** The record's sentence with one line of what it means. */
export async function headWords(view: MandateView): Promise<{ sentence: string; lead: string }> {
  const t = await getTranslations("mandate");
  const { mandate, provider } = view;
  const sentence = await sentenceOf(view);
  const label = { provider: provider.label };
  if (mandate.unmapped) return { sentence, lead: t("lead.unmapped", { ...label, word: mandate.unmapped }) };
  if (!mandate.debtorId)
    return { sentence, lead: t("lead.withoutDebtor", { number: mandate.customerNumber }) };
  return { sentence, lead: await leadOf(view) };
}

/** Whether its first debit was planned with it; the collection of that is then the answer. */
const planned = ({ provider, agreement }: MandateView): boolean =>
  plansFirstDebit(provider.mandateForm(agreementView(agreement)));

async function sentenceOf(view: MandateView): Promise<string> {
  const t = await getTranslations("mandate");
  const { mandate, sentence, provider, reader } = view;
  const { locale } = reader;
  const label = { provider: provider.label };
  switch (sentence.code) {
    case "unknown":
      return "";
    case "held":
      return t("sentence.held", { ...label, time: clockOrDay(sentence.at, reader) });
    case "invited":
      return t("sentence.invited", { name: mandate.debtorName || t("nobody") });
    case "stale":
      return t("sentence.stale", { n: sentence.bankDays });
    case "active":
      return t("sentence.active", {
        day: formatDay(sentence.from, locale, { style: "long", year: "always" }),
      });
    case "ended":
      return t("sentence.ended", { who: t(`who.${mandate.endedBy ?? "unsaid"}`) });
    case "failed": {
      const what = mandate.reasonCode ? provider.reasons[mandate.reasonCode]?.what[locale] : undefined;
      return what ? t("sentence.failed", { what }) : t("sentence.failedPlain", label);
    }
    case "sending":
    case "ending":
      return t(`sentence.${sentence.code}`, label);
    case "pending":
      return planned(view) ? t("sentence.pendingDebit") : t("sentence.pending", label);
    default:
      return t(`sentence.${sentence.code}`);
  }
}

async function leadOf(view: MandateView): Promise<string> {
  const t = await getTranslations("mandate");
  const { mandate, sentence, provider, story, reader } = view;
  const { locale, zone } = reader;
  const label = { provider: provider.label };
  switch (sentence.code) {
    case "unknown":
      return "";
    case "active": {
      const proven = story.moves.find((move) => move.move === "activate")?.at;
      const day = proven && formatDay(dayIn(proven, zone), locale, { style: "long" });
      return day ? t("lead.active", { ...label, day }) : t("lead.activePlain");
    }
    case "activeElsewhere":
    case "activeOff":
      return sentence.says[locale];
    case "failed": {
      const known = mandate.reasonCode ? provider.reasons[mandate.reasonCode] : undefined;
      const said = mandate.reasonText && `“${mandate.reasonText}”`;
      return [known?.todo[locale], said].filter(Boolean).join(" ") || t("lead.ended");
    }
    case "held":
    case "waiting":
      return t("lead.held", label);
    case "pending":
      return t(planned(view) ? "lead.pendingDebit" : "lead.pending", label);
    case "draft":
    case "suspended":
      return t(`lead.${sentence.code}`, label);
    default:
      return t(`lead.${sentence.code}`);
  }
}
