import { useTranslations } from "next-intl";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import { pieceText } from "@/app/(desk)/activity/events/event-words";
import { ObjectLink } from "@/app/(desk)/activity/object-link";
import type { Message } from "@/lib/messages/get";
import type { TaskSubject } from "@/lib/tasks/subjects";

/** What was read because of an event: each piece's word, the rule that read it, and what it did. */
export function EventOutcome({
  event,
  names,
}: {
  event: Pick<Message, "outcome">;
  names: ReadonlyMap<string, TaskSubject>;
}) {
  const t = useTranslations("activity");
  const states = useTranslations("states");
  const pieces = event.outcome ?? [];
  return (
    <RecordSection title={t("event.outcome")}>
      {pieces.length === 0 ? <p className="t-small text-ink-2">{t("event.outcomeNone")}</p> : null}
      <ul>
        {pieces.map((piece) => (
          <li key={`${piece.subjectId} ${piece.effect} ${piece.word} ${piece.rule}`}>
            {piece.subjectId ? (
              <>
                <ObjectLink id={piece.subjectId} subject={names.get(piece.subjectId)} />
                {": "}
              </>
            ) : null}
            {pieceText(piece, t, states)}{" "}
            {piece.word ? (
              <span className="t-small text-ink-2">
                {piece.word} · {piece.rule}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}
