import { getLocale, getTranslations } from "next-intl/server";
import { type Panel, panelWords } from "@/app/(desk)/payments/new/landing-words";
import type { FieldCheck } from "@/components/form/check-text";
import type { Ctx } from "@/lib/context";
import { formatDay, formatMoneyText } from "@/lib/i18n/format";
import { addDays, type Day, isNearDay } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { parseAmount } from "@/lib/kernel/money";
import { ownLimit } from "@/lib/payments/create";
import { DAYS_AHEAD } from "@/lib/payments/days-ahead";
import { debtorMonth } from "@/lib/payments/debtor-month";
import { type Forecast, forecast } from "@/lib/payments/forecast";
import { likelyDuplicates } from "@/lib/payments/obligation";
import type { ChargeableMandate } from "@/lib/payments/preview";
import { routes } from "@/lib/routes";
import { type DeadlineFacts, deadlineFacts } from "@/lib/settings/deadlines";

/** What the form shows of a payment that is still being typed; plain data with its words written. */
export interface LandingView {
  panel: Panel;
  checks: { amount?: FieldCheck; due?: FieldCheck };
  duplicates: { id: string; href: string; text: string }[];
  /** The day it would be collected on. */
  due: Day;
}

export interface Typed {
  amount: string;
  due: string;
}

/** Looks at what was typed so far as if it were issued now. Writes nothing. */
export async function landingView(ctx: Ctx, of: ChargeableMandate, typed: Typed): Promise<LandingView> {
  const locale = await getLocale();
  const t = await getTranslations("newPayment");
  const now = ctx.clock.now();
  const facts = await deadlineFacts(ctx.db.read, ctx.creditorId, of.rule.id);
  const wanted = isNearDay(typed.due) ? typed.due : undefined;
  const seen = forecastFor(of, now, wanted, facts);
  const read = typed.amount.trim() === "" ? null : parseAmount(typed.amount);
  const amountMinor = read?.ok ? read.amountMinor : null;
  const { mandate, currency } = of;
  const [total, duplicates, states] = await Promise.all([
    debtorMonth(ctx, { ...mandate, currency, month: seen.landing.collectionMonth }),
    amountMinor === null
      ? []
      : likelyDuplicates(ctx.db.read, {
          ...mandate,
          mandateId: mandate.id,
          amountMinor,
          currency,
          requested: wanted ?? seen.landing.due,
          planned: seen.landing.due,
        }),
    getTranslations("states.payment"),
  ]);
  return {
    panel: await panelWords({
      ctx,
      of,
      seen,
      reader: { locale, zone: of.rule.zone, now },
      total,
      amountMinor,
    }),
    checks: {
      ...(await amountCheck(ctx, typed.amount, currency)),
      ...(await dueCheck(typed.due, seen, dayIn(now, of.rule.zone))),
    },
    due: seen.landing.due,
    duplicates: duplicates.map((one) => ({
      id: one.id,
      href: routes.payment(one.id),
      text: t("duplicate.one", {
        reference: one.reference,
        state: states(one.state).toLocaleLowerCase(locale),
      }),
    })),
  };
}

async function amountCheck(
  ctx: Ctx,
  text: string,
  currency: ChargeableMandate["currency"],
): Promise<LandingView["checks"]> {
  if (text.trim() === "") return {};
  const [t, fields, locale] = await Promise.all([
    getTranslations("newPayment.check"),
    getTranslations("errors.fields"),
    getLocale(),
  ]);
  const read = parseAmount(text);
  if (!read.ok) return { amount: { kind: "attention", text: fields(read.problem) } };
  const money = (amountMinor: number) => formatMoneyText({ amountMinor, currency }, locale);
  const limit = await ownLimit(ctx);
  if (limit !== null && read.amountMinor > limit)
    return { amount: { kind: "wrong", text: t("overLimit", { limit: money(limit) }) } };
  return { amount: { kind: "passed", text: t("amount", { amount: money(read.amountMinor) }) } };
}

/** Where it lands; a day further off than anybody may plan lands nowhere, and says from when it would. */
function forecastFor(
  { rule }: Pick<ChargeableMandate, "rule">,
  now: Date,
  wanted: Day | undefined,
  facts: DeadlineFacts,
): Forecast {
  const furthest = addDays(dayIn(now, rule.zone), DAYS_AHEAD);
  if (wanted === undefined || wanted <= furthest) return forecast(rule, now, wanted, facts);
  const near = forecast(rule, now, furthest, facts);
  const { reason } = near.landing;
  const max_days = reason.code === "too_far_ahead" ? reason.max_days : DAYS_AHEAD;
  const far = { code: "too_far_ahead", max_days, possible_from: addDays(wanted, -max_days) } as const;
  return { ...near, landing: { ...near.landing, due: wanted, reason: far } };
}

async function dueCheck(text: string, { landing }: Forecast, today: Day): Promise<LandingView["checks"]> {
  const [t, locale] = await Promise.all([getTranslations("newPayment.check"), getLocale()]);
  const { reason, due } = landing;
  const written = (day: Day) => formatDay(day, locale, { weekday: true, year: today });
  const is = (kind: FieldCheck["kind"], words: string) => ({ due: { kind, text: words } });
  if (text !== "" && !isNearDay(text)) return is("attention", t("dueUnreadable"));
  // As the verb refuses it, before where it would land otherwise.
  if (text !== "" && text < today) return is("wrong", t("duePast"));
  if (reason.code === "too_far_ahead")
    return is("wrong", t("dueFar", { day: written(reason.possible_from) }));
  const day = written(due);
  if (reason.code === "missed_cutoff") return is("attention", t("dueLate", { day }));
  if (landing.atRisk) return is("attention", t("dueRisk", { day }));
  if (text === "") return is("open", t("dueNext", { day }));
  return due === text ? is("passed", t("dueKept", { day })) : is("attention", t("dueMoved", { day }));
}
