import { getTranslations } from "next-intl/server";
import { dayInSentence, moment } from "@/app/(desk)/_shared/moment";
import { RecordTimeline } from "@/app/(desk)/_shared/record-timeline";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import type { TimelineItem } from "@/components/record/timeline";

/** The mandate's story, with the consent it began with and the cut-off ahead. */
export async function MandateTimeline({ view }: { view: MandateView }) {
  const { mandate, story, provider, reader, lands, sentence } = view;
  const t = await getTranslations("mandate");
  const more: TimelineItem[] = [];
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
