import type { getTranslations } from "next-intl/server";
import type { SubmissionRow } from "@/lib/submissions/columns";
import type { Answer } from "@/lib/submissions/ledger";

type Words = Awaited<ReturnType<typeof getTranslations<"activity">>>;

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
