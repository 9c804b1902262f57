import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { moment } from "@/app/(desk)/_shared/moment";
import type { TimelineItem } from "@/components/record/timeline";
import type { Reader } from "@/lib/i18n/writer";
import type { Note } from "@/lib/notes/list";

/** What is longer stays folded: a note may be a whole letter. */
const FOLDED_FROM = 500;

/** Notes as lines of a timeline; `here` is the record they stand on. */
export async function noteItems(
  notes: readonly Note[],
  reader: Reader,
  here: string,
): Promise<TimelineItem[]> {
  const t = await getTranslations("notes");
  return notes.map((note) => ({
    key: note.id,
    ...moment(note.at, reader),
    when: "past",
    mark: "draft",
    sentence: (
      <>
        {t.rich("said", { name: note.authorName, b: (chunks: ReactNode) => <b>{chunks}</b> })}
        {note.subjectId === here ? null : ` (${t(`on.${note.noun}`)})`}
      </>
    ),
    note: <NoteBody body={note.body} />,
  }));
}

/** Text as it was typed, in the direction of its own script: markup is shown, never obeyed. */
function NoteBody({ body }: { body: string }) {
  if (body.length <= FOLDED_FROM)
    return (
      <span className="note-body" dir="auto">
        {body}
      </span>
    );
  return (
    <details className="note-body">
      <summary dir="auto">{`${[...body.slice(0, FOLDED_FROM)].slice(0, -1).join("")}…`}</summary>
      <span dir="auto">{body}</span>
    </details>
  );
}
