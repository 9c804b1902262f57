import type { FenceReason } from "@/db/tables/connections";
import type { Seen } from "@/db/witness";

/** What the database says of itself. */
export interface Row {
  generation: number;
  token: string;
}

export interface Around {
  place: string;
  machine: string;
  /** Somebody who was let in earlier is connected to this very database. */
  company: boolean;
  /** Attempts that left from here, and of which the database knows nothing. */
  lost: boolean;
  /** Something has been sent from this database before. */
  history: boolean;
}

/**
 * `begin`: a new database. `same`: the one this machine knows. `adopt`: the same, seen from here for the first time or
 * since it was fenced and let go. `fence`: it may be a copy, or older than it was.
 */
export type Verdict = { kind: "begin" | "same" | "adopt" } | { kind: "fence"; why: FenceReason };

const fence = (why: FenceReason): Verdict => ({ kind: "fence", why });

/** Whether these data are the ones that were here before. In doubt they are not. */
export function judge(row: Row | null, seen: Seen | null, around: Around): Verdict {
  if (!row) return around.history ? fence("no_record") : { kind: "begin" };
  if (!seen) return around.company ? { kind: "adopt" } : fence("no_witness");
  if (seen.place !== around.place || seen.machine !== around.machine) return fence("elsewhere");
  if (seen.generation > row.generation) return fence("older");
  if (seen.generation < row.generation) return { kind: "adopt" };
  if (seen.token !== row.token) return fence("forked");
  return around.lost ? fence("older") : { kind: "same" };
}
