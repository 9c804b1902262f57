import type { Day } from "@/lib/kernel/day";

/** A row as it was read; 0 and null where it could not be. */
export interface RowToJudge {
  n: number;
  customer: string;
  amountMinor: number;
  text: string;
  reference: string;
  wanted: Day | null;
  /** Something stood where the day belongs. */
  dueGiven: boolean;
  /** `in`: despite a duplicate. */
  choice: "in" | "out" | null;
}
