import { getTranslations } from "next-intl/server";
import { dayInSentence, moment } from "@/app/(desk)/_shared/moment";
import { noteItems } from "@/app/(desk)/_shared/note-items";
import { RecordTimeline } from "@/app/(desk)/_shared/record-timeline";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import type { TimelineItem } from "@/components/record/timeline";
import { day } from "@/lib/kernel/day";

/** The mandate's story, with the consent it began with and the cut-off ahead. */
export async function MandateTimeline({ view }: { view: MandateView }) {
  const { mandate, story, provider, reader, lands, sentence } = view;
  const t = await getTranslations("mandate");
  const more: TimelineItem[] = [
    ...(await noteItems(view.notes, reader, mandate.id)),
    ...(await toldItems(view)),
  ];
  if (sentence.code === "active") {
    const day = dayInSentence(lands.landing.due, reader);
    more.push({
      key: "cutoff",
      ...moment(lands.landing.cutoffAt, reader),
      when: "future",
      sentence: t("timeline.cutoff", { day }),
    });
  }
  if (mandate.consent) {
    const { channel, wording, takenBy, givenAt } = mandate.consent;
    more.push({
      key: "consent",
      ...moment(new Date(givenAt), reader),
      when: "past",
      mark: "draft",
      sentence: t.rich("timeline.consent", {
        channel: t(`channel.${channel}`),
        wording,
        name: takenBy,
        b: (chunks) => <b>{chunks}</b>,
      }),
    });
  }
  return (
    <RecordTimeline
      about={mandate.id}
      noun="mandate"
      story={story}
      provider={provider}
      reader={reader}
      names={[mandate.providerId, mandate.requestKey, mandate.mandateNumber]}
      more={more}
    />
  );
}

/** What somebody told us of its end, beside the move that it led to. */
async function toldItems({ toldEnd, reader }: MandateView): Promise<TimelineItem[]> {
  if (!toldEnd) return [];
  const t = await getTranslations("toldEnd");
  return [
    {
      key: "told",
      ...moment(toldEnd.at, reader),
      when: "past",
      mark: "draft",
      sentence: t.rich("timeline", {
        cause: t(`causes.${toldEnd.cause}`),
        channel: t(`channels.${toldEnd.channel}`),
        by: toldEnd.toldBy,
        day: dayInSentence(day(toldEnd.effectiveOn), reader),
        note: toldEnd.note,
        b: (chunks) => <b>{chunks}</b>,
      }),
    },
  ];
}
