import type { MandateRow } from "./columns";

/** What a reader sees beside a mandate's proven state: what is being tried, and what follows it after a comma. */
export interface Standing {
  underway: "sending" | "unknown" | undefined;
  modifier: "unmapped" | undefined;
}

export function standingOf(mandate: Pick<MandateRow, "sending" | "unmapped">): Standing {
  return {
    underway: mandate.sending === "none" ? undefined : mandate.sending,
    modifier: mandate.unmapped === null ? undefined : "unmapped",
  };
}
