import { getTranslations } from "next-intl/server";
import { formatDay, formatMoneyText } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { dayIn } from "@/lib/kernel/instant";
import type { NextPayment } from "@/lib/payments/next-of";
import { dueDay } from "@/lib/payments/sentence";

/** The next payment of a debtor or mandate as a fact: a day that is past is never told as one to come. */
export async function nextWords({ code, payment }: NextPayment, reader: Reader): Promise<string> {
  const t = await getTranslations("record.next");
  const { locale, zone, now } = reader;
  return t(code, {
    day: formatDay(dueDay(payment), locale, { year: dayIn(now, zone) }),
    amount: formatMoneyText(payment, locale),
  });
}
