import type { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { nameOf } from "@/app/(desk)/activity/names";
import { answerText, operationText, verdictText } from "@/app/(desk)/activity/submissions/words";
import type { Column } from "@/components/data-table/column";
import type { MarkName } from "@/components/ui/marks";
import { StateWord } from "@/components/ui/state-word";
import type { SubmissionState } from "@/db/tables/journeys";
import type { Reader } from "@/lib/i18n/writer";
import type { LedgerLine } from "@/lib/submissions/ledger";
import type { TaskSubject } from "@/lib/tasks/subjects";

type Words = Awaited<ReturnType<typeof getTranslations<"activity">>>;

export const submissionMarks = {
  intended: "ready",
  in_flight: "sending",
  unknown: "unknown",
  confirmed: "final",
  refused: "failed",
  withdrawn: "ended",
} as const satisfies Record<SubmissionState, MarkName>;

/** One line per intent: the last try stands for all; the line's own page has every one, with keys and hashes to copy. */
export function submissionColumns(
  words: Words,
  names: ReadonlyMap<string, TaskSubject>,
  connections: ReadonlyMap<string, string>,
  reader: Reader,
): Column<LedgerLine>[] {
  return [
    {
      key: "what",
      header: words("columns.what"),
      names: true,
      cell: (row) => operationText(row.operation, words),
    },
    {
      key: "object",
      header: words("columns.object"),
      cell: (row) => nameOf(names.get(row.subjectId), row.subjectId),
    },
    {
      key: "connection",
      header: words("columns.connection"),
      muted: true,
      hide: "wide",
      cell: (row) => connections.get(row.connectionId),
    },
    {
      key: "state",
      header: words("columns.state"),
      cell: (row) => <StateWord mark={submissionMarks[row.state]}>{words(`state.${row.state}`)}</StateWord>,
    },
    {
      key: "sent",
      header: words("columns.sent"),
      hide: "narrow",
      cell: (row) => row.sentAt && `${clockOrDay(row.sentAt, reader)}, ${words("tries", { n: row.tries })}`,
    },
    {
      key: "answer",
      header: words("columns.answer"),
      hide: "narrow",
      cell: (row) => answerText(row.attempts.at(-1)?.answer, words),
    },
    {
      key: "verdict",
      header: words("columns.verdict"),
      hide: "wide",
      cell: (row) => verdictText(row, words),
    },
    {
      key: "key",
      header: words("columns.key"),
      hide: "wide",
      cell: (row) => <code className="mono">{row.key.slice(0, 8)}</code>,
    },
    {
      key: "wanted",
      header: words("columns.wanted"),
      align: "right",
      sort: "newest",
      cell: (row) => clockOrDay(row.createdAt, reader),
    },
  ];
}
