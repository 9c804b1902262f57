import type { Evidence } from "@/lib/providers/contract";

/** What one piece of evidence came to, in a word; `moved:` names the move, of an agreement its new state. */
export type Effect =
  | `moved:${string}`
  | "same"
  | "behind"
  | "unmapped"
  | "mismatch"
  | "not ours"
  | "no agreement for it"
  | "unknown agreement"
  | "waits for our own"
  | "confirmed"
  | "failed"
  | "asked for a poll";

/** The same of a whole message, where no piece of evidence says it. */
export type Standstill = "nothing to read" | "not there" | "the provider could not be read";

/** What one piece of evidence did, and to which record of ours. */
export interface Did {
  effect: Effect;
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
export const nowhere = (effect: Effect): Did => ({ effect, subjectId: null, from: null, to: null });

const quiet: ReadonlySet<Effect> = new Set(["same", "behind", "not ours"]);

/** Whether it is worth telling beside others; what was known already is not. */
export const isTelling = ({ effect }: Pick<Did, "effect">): boolean => !quiet.has(effect);
