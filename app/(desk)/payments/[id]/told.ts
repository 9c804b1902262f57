import { getTranslations } from "next-intl/server";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import type { MarkName } from "@/components/ui/marks";
import { paymentMarks } from "@/components/ui/state-words";
import { type Reader, writer } from "@/lib/i18n/writer";
import { type Sentence, tellPayment } from "@/lib/payments/sentence";

export interface ToldWords {
  mark: MarkName;
  sentence: string;
}

/** What the record opens with, in the reader's language; what it means is said by its answer. */
export async function toldWords(page: PaymentPage, reader: Reader): Promise<ToldWords> {
  const { payment, story, rule, now } = page;
  const sentence = tellPayment(payment, { open: story.open, submissions: story.submissions, rule, now });
  return { mark: markOf(sentence, page), sentence: await sentenceWords(sentence, page, reader) };
}

/** The sentence's own mark where it says more than the state; else the modifier's, else the state's. */
function markOf({ code }: Sentence, { payment, standing }: PaymentPage): MarkName {
  if (code === "sending") return "sending";
  if (code === "held" || code === "unsent" || code === "said_there") return "waits";
  if (standing.modifier === "stale" || standing.modifier === "unmapped") return standing.modifier;
  if (code === "at_risk") return "stale";
  return code === "claimable" || code === "final" ? "final" : paymentMarks[payment.state];
}

async function sentenceWords(told: Sentence, page: PaymentPage, reader: Reader): Promise<string> {
  const t = await getTranslations("payment.sentence");
  const write = writer(reader);
  const { payment } = page;
  const provider = page.provider.label;
  const day = (of: string | null) => (of === null ? "" : write.longDay(of));
  switch (told.code) {
    case "planned":
      return t("planned", { at: write.clock(page.story.open?.nextAt ?? reader.now) });
    case "held":
      return t(`held.${told.cause}`, { provider });
    case "pending":
      return payment.planned
        ? t("pending", { provider, day: day(payment.planned) })
        : t("pendingNoDay", { provider });
    case "sending":
    case "said_there":
      return t(told.code, { provider });
    case "awaited":
      return t("awaited", { state: told.state, day: day(told.day) });
    case "scheduled":
      return t("scheduled", { day: day(payment.planned ?? payment.requested) });
    case "reversible":
    case "claimable":
      return t(told.code, { day: day(payment.settledOn) });
    default:
      return t(told.code);
  }
}
