import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { moment } from "@/app/(desk)/_shared/moment";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import type { TimelineItem } from "@/components/record/timeline";
import { type Reader, writer } from "@/lib/i18n/writer";
import { endOfDay } from "@/lib/kernel/instant";
import { eventsAhead } from "@/lib/payments/sentence";

const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> };

/** What only this page knows of the story: what the calendar still brings, and how the payment came about. */
export async function ownItems(page: PaymentPage, reader: Reader): Promise<TimelineItem[]> {
  const [t, made] = await Promise.all([getTranslations("payment.ahead"), getTranslations("payment.made")]);
  const { payment, rule, now, processing, provider, story } = page;
  const write = writer(reader);
  const planned = write.day(payment.planned ?? payment.requested);
  const events = eventsAhead(payment, rule, now, processing);
  // Of what nobody knows to exist the calendar says nothing but how long there is to find out.
  const unknown = story.open?.state === "unknown" && payment.state === "ready";
  const ahead = (unknown ? events.filter((event) => event.code === "cutoff") : events).map(
    (event): TimelineItem => {
      // A day's events are shown without a clock time: the calendar does not say when.
      const at = "at" in event ? event.at : endOfDay(event.on, rule.zone);
      const { time, ...rest } = moment(at, reader);
      return {
        key: event.code,
        ...rest,
        time: "at" in event ? time : "",
        when: "future",
        sentence: t.rich(event.code, { day: planned, ...bold }),
      };
    },
  );
  const issued = story.submissions.find((one) => one.operation === "payment.create");
  return [
    ...ahead,
    {
      key: "made",
      ...moment(payment.createdAt, reader),
      when: "past",
      mark: "draft",
      sentence: made.rich(payment.origin, {
        name: issued?.actorName ?? "",
        provider: provider.label,
        amount: write.money(payment),
        day: write.day(payment.requested),
        ...bold,
      }),
    },
  ];
}
