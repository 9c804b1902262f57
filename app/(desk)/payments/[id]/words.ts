import type { Reader } from "@/app/(desk)/_shared/moment";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { formatDay, formatInstant, formatMoneyText, formatMonth } from "@/lib/i18n/format";
import { type Day, day, type Month, yearOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { Payment } from "@/lib/payments/door";

/** How days, months and instants are written on the record: in the scheme's time, a year where it is another one. */
export function writer({ locale, zone, now }: Reader) {
  const today = dayIn(now, zone);
  const thisYear = (of: Day | Month) => yearOf(of) === yearOf(today);
  return {
    day: (of: string) =>
      thisYear(day(of))
        ? formatDay(day(of), locale, { weekday: true })
        : formatDay(day(of), locale, { style: "long", year: "always" }),
    longDay: (of: string) =>
      formatDay(day(of), locale, {
        style: "long",
        ...(thisYear(day(of)) ? {} : { year: "always" as const }),
      }),
    month: (of: Month) => formatMonth(of, locale, thisYear(of) ? "name" : "full"),
    instant: (at: Date) => formatInstant(at, locale, zone, { year: today }),
    clock: (at: Date) => formatInstant(at, locale, zone, { year: today, city: false }),
    money: (of: Pick<Payment, "amountMinor" | "currency">) => formatMoneyText(of, locale),
  };
}

/** Whose words and whose clock a payment's page is written in. */
export const readerOf = (
  { rule, now }: Pick<PaymentPage, "rule" | "now">,
  locale: Reader["locale"],
): Reader => ({
  locale,
  zone: rule.zone,
  now,
});
