import type { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { clockOrDay, moment } from "@/app/(desk)/_shared/moment";
import { noteText } from "@/app/(desk)/_shared/own-notes";
import { rawMessage } from "@/app/(desk)/_shared/raw-message";
import type { TimelineItem } from "@/components/record/timeline";
import type { MarkName } from "@/components/ui/marks";
import { mandateMarks, paymentMarks } from "@/components/ui/state-words";
import type { Reader } from "@/lib/i18n/writer";
import { type MandateMove, mandateMoves } from "@/lib/mandates/states";
import { type PaymentMove, paymentMoves } from "@/lib/payments/states";
import type { Operation, ProviderModule } from "@/lib/providers/contract";
import type { StoryEntry } from "@/lib/records/entries";
import type { RecordNoun, RecordStory } from "@/lib/records/story";

type Words = Awaited<ReturnType<typeof getTranslations<"record">>>;

export interface Telling {
  noun: RecordNoun;
  provider: Pick<ProviderModule, "label" | "reasons">;
  reader: Reader;
  words: Words;
  /** By which the provider knows the record. */
  names: readonly string[];
}

const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> };

const operations = {
  "mandate.create": "create",
  "mandate.end": "end",
  "payment.create": "issue",
  "payment.cancel": "cancel",
  "agreement.register": "other",
  "events.subscribe": "other",
} as const satisfies Record<Operation, string>;

/** The first eight characters of a request's key: enough to tell it from others by eye and by ear. */
export const shortKey = (key: string): string => key.slice(0, 8);

/** One thing that happened, as a line of the timeline. */
export function pastItem(entry: StoryEntry, telling: Telling): TimelineItem {
  const { words } = telling;
  const told = tell(entry, telling);
  const message =
    "message" in entry && entry.message ? { message: rawMessage(entry.message, words, telling.names) } : {};
  return {
    key: `${entry.kind} ${keyOf(entry)}`,
    ...moment(entry.at, telling.reader),
    when: "past",
    ...told,
    ...message,
  };
}

function keyOf(entry: StoryEntry): string {
  if (entry.kind === "move") return entry.move.id;
  return "attempt" in entry ? entry.attempt.id : entry.submission.id;
}

interface Told {
  mark: MarkName;
  sentence: ReactNode;
  note?: ReactNode;
}

function tell(entry: StoryEntry, telling: Telling): Told {
  const { words, provider } = telling;
  if (entry.kind === "move") return tellMove(entry, telling);
  const { submission } = entry;
  const operation = words(`operation.${operations[submission.operation]}`);
  const key = shortKey(submission.key);
  const label = provider.label;
  const verdict = { name: submission.resolvedBy ?? "", reason: submission.detail ?? "", ...bold };
  switch (entry.kind) {
    case "sent":
      return {
        mark: "sending",
        sentence:
          entry.attempt.n > 1
            ? words.rich("sentAgain", {
                operation,
                key: shortKey(entry.attempt.key),
                n: String(entry.attempt.n),
                ...bold,
              })
            : words.rich("sent", { name: submission.actorName, operation, key, ...bold }),
      };
    case "held":
      return {
        mark: "waits",
        sentence: words.rich("held", { provider: label, ...bold }),
        note: noteOf(entry.attempt.detail, words),
      };
    case "lost":
      return {
        mark: "unknown",
        sentence: words.rich("lost", bold),
        note: noteOf(entry.attempt.detail, words),
      };
    case "refused":
      return {
        mark: "failed",
        sentence: words.rich("refused", { provider: label, operation, ...bold }),
        note: refusalNote(submission.refusal, telling),
      };
    case "asked":
      return {
        mark: "draft",
        sentence: words.rich("asked", { provider: label, ...bold }),
        ...(entry.earlier > 0 ? { note: words("askedBefore", { n: entry.earlier }) } : {}),
      };
    case "verdict":
      return submission.resolution === "did_happen"
        ? { mark: "final", sentence: words.rich("didHappen", verdict) }
        : { mark: "ended", sentence: words.rich("didNotHappen", verdict) };
    case "withdrawn":
      return {
        mark: "ended",
        sentence: words.rich("withdrawn", bold),
        note: noteOf(submission.detail, words),
      };
  }
}

const noteOf = (text: string | null, words: Words): string | null => text && noteText(text, words);

function refusalNote(
  refusal: { code: string; text: string | null } | null,
  { provider, reader }: Telling,
): ReactNode {
  if (!refusal) return undefined;
  const known = provider.reasons[refusal.code];
  return [known?.what[reader.locale], refusal.text, refusal.code].filter(Boolean).join(" · ");
}

function tellMove({ move, source }: Extract<StoryEntry, { kind: "move" }>, telling: Telling): Told {
  const { words, provider, noun } = telling;
  const label = provider.label;
  const note = [
    words(`source.${source}`, { provider: label, name: move.actorName }),
    move.cause ? words("because", { reason: move.cause }) : "",
    move.word && source !== "person" ? words("word", { word: move.word }) : "",
    move.rule ? words("rule", { rule: move.rule }) : "",
  ];
  const sentence =
    noun === "mandate"
      ? words.rich(`moves.mandate.${mandateMove(move.move)}`, { provider: label, ...bold })
      : words.rich(`moves.payment.${paymentMove(move.move)}`, { provider: label, ...bold });
  const mark =
    noun === "mandate"
      ? mandateMarks[mandateMoves[mandateMove(move.move)].to]
      : paymentMarks[paymentMoves[paymentMove(move.move)].to];
  return { mark, sentence, note: note.filter(Boolean).join(" ") };
}

/** Moves are stored under the names of the tables of moves; the door writes no other. */
const mandateMove = (name: string): MandateMove => name as MandateMove;
const paymentMove = (name: string): PaymentMove => name as PaymentMove;

/** Where the record stands: between what happened and what is ahead. */
export function nowItem(open: RecordStory["open"], { words, provider, reader }: Telling): TimelineItem {
  const values = {
    provider: provider.label,
    time: open?.nextAt ? clockOrDay(open.nextAt, reader) : "",
    ...bold,
  };
  const sentence = () => {
    if (!open) return words.rich("nowNothing", bold);
    if (open.state === "unknown")
      return open.nextAt ? words.rich("nowUnknown", values) : words.rich("nowUnknownPerson", bold);
    if (open.state === "in_flight") return words.rich("nowSending", values);
    if (!open.nextAt) return words.rich("nowPerson", bold);
    return open.nextAt > reader.now ? words.rich("nowLater", values) : words.rich("nowSending", values);
  };
  return { key: "now", ...moment(reader.now, reader), when: "now", sentence: sentence() };
}
