import type { MarkName } from "@/components/ui/marks";

/** One thing that can be opened. Everything in it is written already, in the reader's language. */
export interface SearchOption {
  /** Unlike every other's in the answer. */
  id: string;
  href: string;
  title: string;
  /** What tells it from others of the same name. */
  detail?: string;
  state?: { mark: MarkName; text: string };
  /** The word beside everything that moves no real money. */
  test?: string;
  /** Why it is here. */
  why?: string;
}

export interface SearchGroup {
  key: string;
  label: string;
  options: SearchOption[];
}

export interface SearchAnswer {
  groups: SearchGroup[];
  /** How many there are, for those who do not see it. */
  said: string;
  /** What could not be looked for. */
  note?: string;
  /** In place of groups: nothing was found, and what can be looked for. */
  nothing?: { title: string; hint: string };
  /** The keys. */
  hints: { key: string; text: string }[];
}

/** What the browser asks: what was typed, or nothing and the ids of what was open before. */
export interface SearchQuestion {
  query: string;
  recent: string[];
}

/** The words that are needed before there is an answer. */
export interface SearchWords {
  label: string;
  placeholder: string;
  close: string;
  failed: string;
  retry: string;
}
