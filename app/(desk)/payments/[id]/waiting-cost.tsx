import { getTranslations } from "next-intl/server";
import { timeLeft } from "@/app/(desk)/_shared/time-left";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { Mark } from "@/components/ui/mark";
import { warningFrom } from "@/lib/deadlines/cutoff";
import { type Reader, writer } from "@/lib/i18n/writer";
import { collectionMonth, monthAfterMissing } from "@/lib/payments/schedule";
import type { StorySubmission } from "@/lib/records/story";
import { provenAbsent } from "@/lib/submissions/proven-absent";

/** While nobody knows: what it costs if it is not there, against what it costs if it is and goes out again. */
export async function WaitingCost({
  page,
  open,
  reader,
}: {
  page: PaymentPage;
  open: StorySubmission;
  reader: Reader;
}) {
  const t = await getTranslations("record.unknown.cost");
  const { payment, rule, facts, now } = page;
  const { cutoffAt } = payment;
  if (!cutoffAt) return null;
  const soon = now >= warningFrom(rule, cutoffAt, facts.settings);
  const amount = writer(reader).money(payment);
  const absent = provenAbsent(open);
  return (
    <section className="record-part record-section pb-5" aria-labelledby="waiting-cost">
      <h2
        id="waiting-cost"
        className={soon ? "tone-warn flex items-center gap-2" : "flex items-center gap-2"}
      >
        <Mark name={soon ? "stale" : "waits"} /> {t(absent ? "titleAbsent" : "title")}
      </h2>
      {open.operation === "payment.cancel" ? (
        <p>{t("cancel", { amount, time: writer(reader).instant(cutoffAt) })}</p>
      ) : (
        <ul>
          <li>{await ifNotThere(page, cutoffAt, reader)}</li>
          {absent ? null : <li>{t("double", { amount })}</li>}
        </ul>
      )}
    </section>
  );
}

async function ifNotThere({ payment, now }: PaymentPage, cutoffAt: Date, reader: Reader): Promise<string> {
  const t = await getTranslations("record.unknown.cost");
  const write = writer(reader);
  const [gone, time] = [now > cutoffAt, write.instant(cutoffAt)];
  const [month, later] = [collectionMonth(payment.window), monthAfterMissing(payment.window)];
  if (!month || !later) {
    const day = write.day(payment.planned ?? payment.requested);
    return gone ? t("dayGone", { time, day }) : t("day", { time, day, left: await timeLeft(cutoffAt, now) });
  }
  const months = { month: write.month(month), next: write.month(later) };
  return gone
    ? t("windowGone", { ...months, time })
    : t("window", { ...months, time, left: await timeLeft(cutoffAt, now) });
}
