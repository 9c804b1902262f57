import { clockOrDay } from "@/app/(desk)/_shared/moment";
import {
  type ActivityWords,
  effectText,
  hintText,
  type StateWords,
} from "@/app/(desk)/activity/events/event-words";
import { nameOf } from "@/app/(desk)/activity/names";
import type { Column } from "@/components/data-table/column";
import type { MarkName } from "@/components/ui/marks";
import { StateWord } from "@/components/ui/state-word";
import type { Reader } from "@/lib/i18n/writer";
import { hintsOf } from "@/lib/inbox/hints";
import type { Message } from "@/lib/messages/get";
import type { TaskSubject } from "@/lib/tasks/subjects";

export const eventMarks = {
  waiting: "pending",
  parked: "waits",
  done: "final",
} as const satisfies Record<Message["state"], MarkName>;

interface Around {
  words: ActivityWords;
  states: StateWords;
  names: ReadonlyMap<string, TaskSubject>;
  connections: ReadonlyMap<string, string>;
  reader: Reader;
}

export function eventColumns({ words, states, names, connections, reader }: Around): Column<Message>[] {
  return [
    { key: "title", header: words("columns.title"), names: true, cell: (row) => row.title },
    {
      key: "object",
      header: words("columns.object"),
      cell: (row) =>
        row.subjectId ? (
          nameOf(names.get(row.subjectId), row.subjectId)
        ) : (
          <span className="text-ink-3">
            {hintsOf(row)
              .slice(0, 1)
              .map((hint) => hintText(hint, words))}
          </span>
        ),
    },
    {
      key: "connection",
      header: words("columns.connection"),
      muted: true,
      hide: "medium",
      cell: (row) => connections.get(row.connectionId),
    },
    {
      key: "signature",
      header: words("columns.signature"),
      muted: true,
      hide: "medium",
      cell: (row) => words(row.authenticity === "signed" ? "event.signed" : "event.unsigned"),
    },
    {
      key: "repeats",
      header: words("columns.repeats"),
      align: "right",
      hide: "narrow",
      cell: (row) => (row.repeats > 0 ? String(row.repeats) : null),
    },
    {
      key: "state",
      header: words("columns.state"),
      cell: (row) => <StateWord mark={eventMarks[row.state]}>{words(`event.state.${row.state}`)}</StateWord>,
    },
    {
      key: "effect",
      header: words("columns.effect"),
      hide: "narrow",
      cell: (row) => effectText(row, words, states),
    },
    {
      key: "received",
      header: words("columns.received"),
      align: "right",
      sort: "newest",
      cell: (row) => clockOrDay(row.at, reader),
    },
  ];
}
