import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { agreementView } from "@/lib/mandates/agreement-view";
import { plansFirstDebit } from "@/lib/mandates/first-debit";

/** The record's sentence with one line of what it means. */
export async function headWords(view: MandateView): Promise<{ sentence: string; lead: string }> {
  return { sentence: await sentenceOf(view), lead: await leadOf(view) };
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

/** Since when it stands, and by whose word; of every other state the answer under it says what it means. */
async function leadOf({ sentence, provider, story, reader, goesOn }: MandateView): Promise<string> {
  if (sentence.code === "suspended") return goesOn?.[reader.locale] ?? "";
  if (sentence.code !== "active") return "";
  const t = await getTranslations("mandate.lead");
  const proven = story.moves.find((move) => move.move === "activate")?.at;
  const day = proven && formatDay(dayIn(proven, reader.zone), reader.locale, { style: "long" });
  return day ? t("active", { provider: provider.label, day }) : t("activePlain");
}
