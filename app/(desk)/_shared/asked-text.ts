import type { getTranslations } from "next-intl/server";
import type { SubmissionState } from "@/db/tables/journeys";

type Words = Awaited<ReturnType<typeof getTranslations<"record.unknown">>>;

/** What came of asking about an unknown outcome. */
export function askedText(words: Words, state: SubmissionState, absences: number): string {
  if (state === "unknown") return words("askedStill", { absences });
  return words(state === "confirmed" ? "askedFound" : "askedClosed");
}
