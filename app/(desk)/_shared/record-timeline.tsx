import { getTranslations } from "next-intl/server";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import { nowItem, pastItem } from "@/app/(desk)/_shared/timeline-items";
import { Timeline, type TimelineItem } from "@/components/record/timeline";
import { Anchor } from "@/components/ui/anchor";
import type { Reader } from "@/lib/i18n/writer";
import type { ProviderModule } from "@/lib/providers/contract";
import { storyEntries } from "@/lib/records/entries";
import type { RecordNoun, RecordStory } from "@/lib/records/story";
import { routes } from "@/lib/routes";

export interface RecordTimelineProps {
  /** The record's id. */
  about: string;
  noun: RecordNoun;
  story: RecordStory;
  provider: Pick<ProviderModule, "label" | "reasons">;
  reader: Reader;
  /** By which the provider knows the record; not all are known at first. */
  names: readonly (string | null)[];
  /** What only this page knows: a cut-off ahead (`future`), a consent, how the record came about (`past`). */
  more?: readonly TimelineItem[];
}

/** A record's story, newest first: what is ahead, where it stands, what happened with its raw messages. */
export async function RecordTimeline(props: RecordTimelineProps) {
  const { about, noun, story, provider, reader, more = [] } = props;
  const [words, activity] = await Promise.all([getTranslations("record"), getTranslations("activity.about")]);
  const names = props.names.filter((name) => name !== null);
  const telling = { noun, provider, reader, words, names };
  const happened = [
    ...storyEntries(story).map((entry) => pastItem(entry, telling)),
    ...more.filter((item) => item.when !== "future"),
  ];
  const items = [
    ...newestFirst(more.filter((item) => item.when === "future")),
    nowItem(story.open, telling),
    ...newestFirst(happened),
  ];
  return (
    <RecordSection
      title={words("timeline")}
      more={
        <span className="flex flex-wrap gap-x-6">
          <Anchor href={`${routes.submissions()}?object=${about}`}>{activity("out")}</Anchor>
          <Anchor href={`${routes.events()}?object=${about}`}>{activity("in")}</Anchor>
        </span>
      }
    >
      <Timeline items={items} label={words("timeline")} />
    </RecordSection>
  );
}

/** Keeps the order of what bears the same moment. */
function newestFirst(items: readonly TimelineItem[]): TimelineItem[] {
  return items.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
