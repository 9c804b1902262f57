import { getTranslations } from "next-intl/server";
import type { Reader } from "@/app/(desk)/_shared/moment";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { writer } from "@/app/(desk)/payments/writer";
import type { MarkName } from "@/components/ui/marks";
import { paymentMarks } from "@/components/ui/state-words";
import { collectionMonth } from "@/lib/payments/schedule";
import { type Aside, type Sentence, tellPayment } from "@/lib/payments/sentence";

export interface ToldWords {
  mark: MarkName;
  sentence: string;
  /** What it means for the money, and what else is true. */
  lead: string;
}

/** What the record opens with, in the reader's language. */
export async function toldWords(page: PaymentPage, reader: Reader): Promise<ToldWords> {
  const { payment, story, rule, now, standing } = page;
  const told = tellPayment(payment, {
    open: story.open,
    submissions: story.submissions,
    rule,
    now,
    stale: standing.modifier === "stale",
  });
  const [sentence, lead, besides] = await Promise.all([
    sentenceWords(told.sentence, page, reader),
    leadWords(told.sentence, page, reader),
    Promise.all(told.asides.map((aside) => asideWords(aside, page, reader))),
  ]);
  return { mark: markOf(told.sentence, page), sentence, lead: [lead, ...besides].filter(Boolean).join(" ") };
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
    case "scheduled":
      return t("scheduled", { day: day(payment.planned ?? payment.requested) });
    case "reversible":
    case "claimable":
      return t(told.code, { day: day(payment.settledOn) });
    default:
      return t(told.code);
  }
}

async function leadWords(told: Sentence, page: PaymentPage, reader: Reader): Promise<string> {
  const t = await getTranslations("payment.lead");
  const write = writer(reader);
  const { payment } = page;
  const provider = page.provider.label;
  const month = collectionMonth(payment.window);
  const cutoff = payment.cutoffAt ? write.instant(payment.cutoffAt) : "";
  const planned = write.day(payment.planned ?? payment.requested);
  switch (told.code) {
    case "planned":
      return month ? t("planned", { month: write.month(month), cutoff }) : t("plannedNoMonth");
    case "held": {
      const at = told.nextAt ? write.clock(told.nextAt) : "";
      const says = t(`held.${told.cause}`, { at, day: planned });
      const ahead = told.nextAt !== null && payment.cutoffAt !== null && payment.cutoffAt >= reader.now;
      return ahead ? `${says} ${t("cutoffBy", { cutoff })}` : says;
    }
    case "pending":
      if (!month) return t("pendingDaily");
      return told.cutoffAhead
        ? t("pendingAhead", { month: write.month(month), cutoff })
        : t("pendingAfter", { provider });
    case "said_there":
      return t("said_there", { provider });
    case "at_risk":
      return t("at_risk", { provider, day: planned });
    case "scheduled":
      return told.rejectUntil ? t("scheduledListed", { until: write.day(told.rejectUntil) }) : t("scheduled");
    case "reversible":
      return t("reversible", {
        until: write.day(told.until),
        claim: write.day(told.claimUntil ?? told.until),
      });
    case "claimable":
      return t("claimable", { until: write.day(told.until) });
    case "rejected":
    case "chargeback":
      return reasonWords(page, reader);
    case "cancelled":
      return cancelledWords(page);
    default:
      return t(told.code);
  }
}

/** Why it was not taken, or was given back: in our words where the provider's code has some, else in theirs. */
async function reasonWords({ payment, provider }: PaymentPage, { locale }: Reader): Promise<string> {
  const t = await getTranslations("payment.lead");
  const known = payment.reasonCode ? provider.reasons[payment.reasonCode] : undefined;
  const theirs = payment.reasonText ?? payment.reasonCode;
  if (known) return t("words", { what: known.what[locale], todo: known.todo[locale] });
  return theirs
    ? t("theirWords", { provider: provider.label, text: theirs })
    : t("noReason", { provider: provider.label });
}

async function cancelledWords({ story, provider }: PaymentPage): Promise<string> {
  const t = await getTranslations("payment.lead");
  const move = story.moves.find((one) => one.to === "cancelled");
  return move?.move === "cancel"
    ? t("cancelledBy", { name: move.actorName, reason: move.cause })
    : t("cancelledThere", { provider: provider.label });
}

async function asideWords(aside: Aside, { payment, provider }: PaymentPage, reader: Reader): Promise<string> {
  const t = await getTranslations("payment.also");
  const write = writer(reader);
  switch (aside.code) {
    case "unmapped":
      return t("unmapped", { provider: provider.label, word: payment.unmapped ?? "" });
    case "slipped":
      return t("slipped", {
        requested: write.day(payment.requested),
        planned: write.day(payment.planned ?? payment.requested),
        count: aside.months,
      });
    default:
      return t(aside.code);
  }
}
