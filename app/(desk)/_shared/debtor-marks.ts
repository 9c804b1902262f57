import type { MarkName } from "@/components/ui/marks";
import type { DebtorStanding } from "@/lib/debtors/standing";

/** The mark of whether a debtor can be charged. */
export const debtorMarks = {
  chargeable: "final",
  elsewhere: "final",
  unknown: "unknown",
  waiting: "pending",
  invited: "ready",
  suspended: "suspended",
  over: "ended",
  none: "waits",
} as const satisfies Record<DebtorStanding["code"], MarkName>;
