import { getTranslations } from "next-intl/server";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { formatAge } from "@/lib/i18n/format";
import { type Reader, writer } from "@/lib/i18n/writer";
import { eventsAhead } from "@/lib/payments/sentence";

/** Three facts under the sentence: how much, how old the proof is, and what comes next or why it ended. */
export async function headFacts(
  page: PaymentPage,
  reader: Reader,
): Promise<{ label: string; value: string }[]> {
  const [t, next, kind] = await Promise.all([
    getTranslations("payment.facts"),
    getTranslations("payment.next"),
    getTranslations("payment.class"),
  ]);
  const { payment, rule, now, processing, standing } = page;
  const write = writer(reader);
  const [event] = eventsAhead(payment, rule, now, processing);
  const { modifier } = standing;
  const refused = modifier === "soft" || modifier === "hard" || modifier === "technical";
  const why = [refused ? kind(modifier) : null, payment.reasonCode].filter(Boolean).join(", ");
  const ended = payment.state === "rejected" || payment.state === "chargeback";
  const cause = ended && why ? { label: t("reason"), value: why } : null;
  return [
    { label: t("amount"), value: write.money(payment) },
    { label: t("evidence"), value: await evidenceAge(page, reader) },
    cause ?? {
      label: t("next"),
      value: event
        ? next(event.code, { when: "at" in event ? write.instant(event.at) : write.day(event.on) })
        : next(page.held || payment.state === "ready" ? "person" : "none"),
    },
  ];
}

async function evidenceAge({ payment, now }: PaymentPage, { locale }: Reader): Promise<string> {
  const t = await getTranslations("payment.facts");
  const { evidenceAt } = payment;
  if (!evidenceAt) return t("evidenceNone");
  return now.getTime() - evidenceAt.getTime() < 60_000
    ? t("evidenceNow")
    : t("evidenceAge", { age: formatAge(evidenceAt, now, locale) });
}
