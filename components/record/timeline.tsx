import type { ReactNode } from "react";
import { RawMessage, type RawMessageProps } from "@/components/record/raw-message";
import { Mark } from "@/components/ui/mark";
import type { MarkName } from "@/components/ui/marks";

export interface TimelineItem {
  key: string;
  /** The instant for machines: ISO, UTC. */
  at: string;
  /** `Sun 22 Nov` and `23:59`, written in the scheme's time. */
  day: string;
  time: string;
  /** What has not happened yet, where we are, what happened. */
  when: "future" | "now" | "past";
  /** Of what happened. */
  mark?: MarkName;
  /** The first words in `<b>`: "**Active.** The bank approved it." */
  sentence: ReactNode;
  /** A second line in small letters. */
  note?: ReactNode;
  message?: RawMessageProps;
}

/** The record's story, newest first: future dashed, now a bar, the raw message one press away. On the server. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li
          key={item.key}
          className={`timeline-${item.when}`}
          aria-current={item.when === "now" ? "time" : undefined}
        >
          <time dateTime={item.at}>
            <span>{item.day}</span> <span className="timeline-clock">{item.time}</span>
          </time>
          <span className="timeline-mark">{item.mark ? <Mark name={item.mark} /> : null}</span>
          <div>
            <p>{item.sentence}</p>
            {item.note ? <p className="timeline-note">{item.note}</p> : null}
            {item.message ? <RawMessage {...item.message} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
