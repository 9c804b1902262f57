import type { getTranslations } from "next-intl/server";
import type { Operation } from "@/lib/providers/contract";
import type { SubmissionRow } from "@/lib/submissions/columns";
import type { Answer } from "@/lib/submissions/ledger";

type Words = Awaited<ReturnType<typeof getTranslations<"activity">>>;

const operations = {
  "mandate.create": "mandate_create",
  "mandate.end": "mandate_end",
  "payment.create": "payment_create",
  "payment.cancel": "payment_cancel",
  "agreement.register": "agreement_register",
  "events.subscribe": "events_subscribe",
} as const satisfies Record<Operation, string>;

/** What was wanted: a name with a dot in it would be a path in the dictionary. */
export const operationText = (operation: Operation, words: Words): string =>
  words(`operation.${operations[operation]}`);

/** What the other side said to a try; null where nothing is stored. */
export function answerText(answer: Answer | null | undefined, words: Words): string | null {
  if (!answer) return null;
  const ms = String(answer.ms ?? 0);
  if (answer.result === "answered")
    return words("answer.answered", { status: String(answer.status ?? ""), ms });
  return answer.result === "lost" ? words("answer.lost", { ms }) : words("answer.notSent");
}

const verdicts = ["did_happen", "did_not_happen", "found"] as const;

/** How an unknown outcome came to its end: by asking, or by a named person. */
export function verdictText(
  row: Pick<SubmissionRow, "resolution" | "resolvedBy">,
  words: Words,
): string | null {
  const verdict = verdicts.find((one) => one === row.resolution);
  return verdict ? words(`verdict.${verdict}`, { name: row.resolvedBy ?? "" }) : null;
}
