import type { SubjectNoun } from "@/db/tables/journeys";

/** Where evidence comes from, and which record it was asked for, when we know. */
export interface Source {
  /** The id of the stored message; a read that says nothing new is never stored. */
  message(): Promise<string>;
  submissionId?: string | null;
  subject?: { noun: SubjectNoun; subjectId: string };
}
