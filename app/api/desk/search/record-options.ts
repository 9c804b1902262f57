import { getTranslations } from "next-intl/server";
import { debtorMarks } from "@/app/(desk)/_shared/debtor-marks";
import type { RankedGroup } from "@/app/api/desk/search/ranked-group";
import type { SearchOption } from "@/components/search/answer";
import { mandateStateText, paymentStateText } from "@/components/ui/state-words";
import type { Ctx } from "@/lib/context";
import { formatDay, formatMoneyText } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { standingOf } from "@/lib/mandates/standing";
import { routes } from "@/lib/routes";
import type { FoundMandate, Why } from "@/lib/search/found";
import type { DebtorHit, PaymentHit, SearchResult } from "@/lib/search/search-everything";

/** The words that an option is written with. */
async function writing(ctx: Ctx, reader: Reader) {
  const [t, states, mandates, payments] = await Promise.all([
    getTranslations("search"),
    getTranslations("states"),
    getTranslations("mandates"),
    getTranslations("payments"),
  ]);
  return {
    t,
    states,
    nobody: { mandate: mandates("nobody"), payment: payments("nobodyYet") },
    provider: (name: string) => ctx.providers[name]?.label ?? name,
    reader,
    why: ({ by, shown = "" }: Why): { why?: string } =>
      by === "recent" ? {} : { why: t(`why.${by}`, { shown }).trim() },
  };
}

type Writing = Awaited<ReturnType<typeof writing>>;

/** Debtors, mandates and payments as options, a group for each. */
export async function recordGroups(
  ctx: Ctx,
  { debtors, mandates, payments }: SearchResult,
  reader: Reader,
): Promise<RankedGroup[]> {
  const words = await writing(ctx, reader);
  const group = (key: "debtors" | "mandates" | "payments", ranks: number[], options: SearchOption[]) => ({
    key,
    label: words.t(`groups.${key}`),
    rank: Math.max(0, ...ranks),
    options,
  });
  const ranksOf = (found: readonly { rank: number }[]) => found.map((one) => one.rank);
  return [
    group(
      "debtors",
      ranksOf(debtors),
      debtors.map((one) => debtorOption(one, words)),
    ),
    group(
      "mandates",
      ranksOf(mandates),
      mandates.map((one) => mandateOption(one, words)),
    ),
    group(
      "payments",
      ranksOf(payments),
      payments.map((one) => paymentOption(one, words)),
    ),
  ];
}

function debtorOption({ debtor, standing, why }: DebtorHit, words: Writing): SearchOption {
  return {
    id: debtor.id,
    href: routes.debtor(debtor.id),
    title: debtor.name,
    detail: debtor.customerNumber,
    state: { mark: debtorMarks[standing.code], text: words.t(`standing.${standing.code}`) },
    ...words.why(why),
  };
}

function mandateOption({ mandate, why }: FoundMandate, words: Writing): SearchOption {
  const number = mandate.mandateNumber ?? mandate.customerNumber;
  return {
    id: mandate.id,
    href: routes.mandate(mandate.id),
    title: mandate.debtorName || words.nobody.mandate,
    detail: [words.provider(mandate.provider), number].join(", "),
    state: mandateStateText(words.states, mandate.state, standingOf(mandate)),
    ...testOf(mandate.test, words),
    ...words.why(why),
  };
}

function paymentOption({ payment, standing, why }: PaymentHit, words: Writing): SearchOption {
  const { locale, now, zone } = words.reader;
  const on = day(payment.settledOn ?? payment.planned ?? payment.requested);
  return {
    id: payment.id,
    href: routes.payment(payment.id),
    title: payment.debtorName || words.nobody.payment,
    detail: [
      formatMoneyText(payment, locale),
      formatDay(on, locale, { year: dayIn(now, zone) }),
      payment.reference,
    ].join(", "),
    state: paymentStateText(words.states, payment.state, standing),
    ...testOf(payment.test, words),
    ...words.why(why),
  };
}

const testOf = (test: boolean, words: Writing): { test?: string } =>
  test ? { test: words.states("testMark") } : {};
