import { getTranslations } from "next-intl/server";
import { timeLeft } from "@/app/(desk)/_shared/time-left";
import type { LandingPanelProps } from "@/components/deadlines/landing-panel";
import type { MarkName } from "@/components/ui/marks";
import type { Ctx } from "@/lib/context";
import { capitalised } from "@/lib/i18n/format";
import { type Reader, writer } from "@/lib/i18n/writer";
import { addMonths, type Month, yearOf } from "@/lib/kernel/day";
import type { Forecast } from "@/lib/payments/forecast";
import type { ChargeableMandate } from "@/lib/payments/preview";

interface Told {
  ctx: Ctx;
  of: ChargeableMandate;
  seen: Forecast;
  reader: Reader;
  /** What the debtor pays in that month already. */
  total: { count: number; amountMinor: number };
  amountMinor: number | null;
}

/** The panel beside the form, with its words written. */
export type Panel = Omit<LandingPanelProps, "steps"> & { steps: LandingPanelProps["steps"][number][] };

export async function panelWords(told: Told): Promise<Panel> {
  const t = await getTranslations("newPayment.panel");
  const { landing } = told.seen;
  return {
    title: t("title"),
    lead: t(landing.reason.code === "too_far_ahead" ? "leadFar" : "lead"),
    when: writer(told.reader).figure(landing.due),
    condition: await condition(told),
    // What cannot be issued yet goes no way.
    ...(landing.reason.code === "too_far_ahead"
      ? { steps: [], otherwise: [] }
      : { steps: await steps(told), otherwise: await otherwise(told) }),
  };
}

async function condition(told: Told): Promise<{ mark: MarkName; text: string }> {
  const t = await getTranslations("newPayment.panel");
  const write = writer(told.reader);
  const { landing } = told.seen;
  const { reason, collectionMonth, window } = landing;
  const near: MarkName = landing.atRisk ? "stale" : "final";
  switch (reason.code) {
    case "too_far_ahead":
      return {
        mark: "failed",
        text: t("far", { days: String(reason.max_days), day: write.day(reason.possible_from) }),
      };
    case "missed_cutoff": {
      const instant = write.instant(reason.cutoff_at);
      const wanted = landing.movedFrom ?? landing.due;
      if (!window) return { mark: "stale", text: t("missedDay", { day: write.day(wanted), instant }) };
      const count = Math.max(1, monthsBetween(reason.wanted_month, collectionMonth));
      return {
        mark: "stale",
        text: t("missedMonth", { month: write.month(reason.wanted_month), instant, count }),
      };
    }
    case "next_window": {
      const closed = addMonths(reason.closed_month, 1);
      return {
        mark: near === "final" ? "waits" : near,
        text: t("next", { month: write.month(closed), instant: write.instant(reason.cutoff_at) }),
      };
    }
    case "closed_day_moved":
      return { mark: "waits", text: t("closed", { day: write.day(reason.wanted) }) };
    case "past_date_moved":
      return { mark: "stale", text: t("past", { day: write.day(reason.wanted) }) };
    case "before_first_due":
      return { mark: "waits", text: t("first", { day: write.day(reason.first_due) }) };
    case "in_window":
      return { mark: near, text: t("inMonth", { month: write.month(collectionMonth) }) };
    case "in_time":
      return { mark: near, text: t("inTime") };
  }
}

async function steps(told: Told): Promise<Panel["steps"]> {
  const t = await getTranslations("newPayment.panel");
  const write = writer(told.reader);
  const { landing, processing, reversibleUntil, claimUntil } = told.seen;
  const head = (words: string) => capitalised(words, told.reader.locale);
  const left = await leftUntil(landing.cutoffAt, told.reader.now);
  const cutoff = landing.window
    ? t("cutoff", { month: write.month(landing.collectionMonth), left })
    : t("cutoffDay", { left });
  const back = reversibleUntil && write.day(reversibleUntil);
  const collected = !back
    ? t("collected")
    : t(landing.window ? "collectedReject" : "collectedBack", { day: back });
  return [
    { mark: "sending", when: t("now"), text: t("nowText") },
    { mark: landing.warning ? "stale" : "ready", when: head(write.instant(landing.cutoffAt)), text: cutoff },
    ...(processing
      ? [{ mark: "scheduled" as const, when: head(write.day(processing)), text: t("processing") }]
      : []),
    { mark: "settled", when: head(write.day(landing.due)), text: collected },
    { mark: "final", when: head(write.day(claimUntil)), text: t("claim") },
  ];
}

async function otherwise(told: Told): Promise<Panel["otherwise"]> {
  const t = await getTranslations("newPayment.panel");
  const write = writer(told.reader);
  const { of, seen, ctx } = told;
  const provider = ctx.providers[of.mandate.provider]?.label ?? of.mandate.provider;
  const { landing, ifLate } = seen;
  const parts: { title: string; text: string }[] = [];
  if (landing.atRisk) parts.push({ title: t("riskTitle"), text: t("riskText", { provider }) });
  if (ifLate.due > landing.due)
    parts.push({
      title: t("lateTitle", { instant: write.clock(landing.cutoffAt) }),
      text: t(landing.window ? "lateMonth" : "lateDay", { day: write.day(ifLate.due) }),
    });
  parts.push(await totalOf(told));
  parts.push({ title: t("lostTitle"), text: t("lostText", { provider }) });
  if (of.mandate.test) parts.push({ title: t("testTitle"), text: t("testText") });
  return parts;
}

async function totalOf(told: Told): Promise<{ title: string; text: string }> {
  const t = await getTranslations("newPayment.panel");
  const { of, seen, total, amountMinor } = told;
  const write = writer(told.reader);
  const title = t("totalTitle", {
    debtor: of.mandate.debtorName || of.mandate.customerNumber,
    month: write.month(seen.landing.collectionMonth),
  });
  const money = (minor: number) => write.money({ amountMinor: minor, currency: of.currency });
  if (amountMinor === null)
    return { title, text: t("totalSoFar", { count: total.count, amount: money(total.amountMinor) }) };
  return {
    title,
    text: t("totalWith", { count: total.count + 1, amount: money(total.amountMinor + amountMinor) }),
  };
}

/** "2 d 11 h left", or that it has passed. */
async function leftUntil(until: Date, now: Date): Promise<string> {
  const time = await timeLeft(until, now);
  const t = await getTranslations("common.countdown");
  return until < now ? time : t("left", { time });
}

const monthsBetween = (from: Month, to: Month): number =>
  (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
