import type { Evidence } from "@/lib/providers/contract";

/** What one piece of evidence did, in a word, and to which record of ours. */
export interface Did {
  /** `moved:settle`, `same`, `behind`, `unmapped`, `mismatch`, `not ours`, … */
  effect: string;
  subjectId: string | null;
  /** The record's state before and after; null where there is none, and `from` for one that was just adopted. */
  from: string | null;
  to: string | null;
}

/** The same with the provider's word and the rule that read it: kept beside the message that led to it. */
export interface Admitted extends Did {
  about: Evidence["about"];
  word: string;
  rule: string;
}

/** What happened nowhere in our books. */
export const nowhere = (effect: string): Did => ({ effect, subjectId: null, from: null, to: null });

const quiet: ReadonlySet<string> = new Set(["same", "behind", "not ours"]);

/** Whether it is worth telling beside others; what was known already is not. */
export const isTelling = ({ effect }: Pick<Did, "effect">): boolean => !quiet.has(effect);
