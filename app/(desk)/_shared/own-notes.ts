import type { getTranslations } from "next-intl/server";

/** What the desk itself writes beside an attempt, and the name of its sentence. */
const notes = {
  "found by look-up": "found",
  "proven absent; a person may send again": "absent",
  "proven absent; sending again": "again",
  fenced: "fenced",
  "fenced; it may have been sent since": "perhaps",
  run_stopped: "run",
  mandate_not_active: "mandate",
  cutoff_passed: "late",
} as const;

/** Our own note in the reader's language; what a person, a provider or a machine on the way said stays as it is. */
export function noteText(text: string, words: Awaited<ReturnType<typeof getTranslations<"record">>>): string {
  const own = Object.entries(notes).find(([written]) => written === text)?.[1];
  return own ? words(`notes.${own}`) : text;
}
