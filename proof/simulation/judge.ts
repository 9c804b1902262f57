import { judge } from "@/proof/auditor/judge";
import { readJournals } from "@/proof/auditor/read-journal";
import type { DeskRows } from "@/proof/auditor/rows";
import type { JournalEntry } from "@/simulators/kit/journal";

/** One broken promise: which, about what, and what was seen. */
export interface Violation {
  rule: string;
  subject: string;
  seen: string;
}

/**
 * What the auditor finds in our rows and the provider's journal; `settled` once all is well and time has passed. That
 * nothing leaves without a permit (I5) is looked at as it leaves: by its arrival nobody can tell, for this network
 * repeats what it carries and the two clocks differ.
 */
export function audit(
  rows: DeskRows,
  of: { provider: string; journal: readonly JournalEntry[]; now: Date; settled: boolean },
): Violation[] {
  const provider = readJournals({ [of.provider]: of.journal });
  return judge(rows, provider, of)
    .filter(({ invariant }) => invariant !== "I5")
    .map(({ invariant, subject, what }) => ({ rule: invariant, subject, seen: what }));
}
