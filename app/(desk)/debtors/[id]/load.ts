import { getLocale } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { debtorAnswer } from "@/lib/answers/of-debtor";
import type { Ctx } from "@/lib/context";
import { getDebtor } from "@/lib/debtors/get";
import { debtorMandates } from "@/lib/debtors/mandates";
import { debtorStanding } from "@/lib/debtors/standing";
import type { Reader } from "@/lib/i18n/writer";
import { dayIn } from "@/lib/kernel/instant";
import { type Forecast, forecast } from "@/lib/payments/forecast";
import { nextOf, openPayments } from "@/lib/payments/next-of";
import { ruleOf } from "@/lib/payments/schedule";
import { debtorVersion } from "@/lib/records/version";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { debtorTasks } from "@/lib/tasks/of-debtor";

/** Everything the head and the actions of a debtor's record show. */
export async function loadDebtor(ctx: Ctx, id: string) {
  const debtor = await getDebtor(ctx, id);
  const now = ctx.clock.now();
  // First: what changes while the rest is read makes the page be drawn again.
  const version = await debtorVersion(ctx, debtor.id);
  const [locale, mandates, open, tasks, answer] = await Promise.all([
    getLocale(),
    debtorMandates(ctx, debtor.id),
    openPayments(ctx, { debtorId: debtor.id }),
    debtorTasks(ctx, debtor.id),
    debtorAnswer(ctx, debtor.id),
  ]);
  const standing = debtorStanding(mandates);
  const rule =
    standing.code === "chargeable"
      ? ruleOf(ctx.providers[standing.by.provider], standing.by.scheme)
      : undefined;
  const lands: Forecast | null =
    rule === undefined
      ? null
      : forecast(rule, now, undefined, await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id));
  const next = nextOf(open, dayIn(now, DESK_ZONE), now);
  const reader: Reader = { locale, zone: rule?.zone ?? DESK_ZONE, now };
  return { debtor, version, mandates, next, tasks, standing, lands, reader, answer };
}

export type DebtorView = Awaited<ReturnType<typeof loadDebtor>>;
