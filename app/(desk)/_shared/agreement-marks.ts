import type { MarkName } from "@/components/ui/marks";
import type { AgreementState } from "@/db/tables/connections";

/** An agreement stands on its way as a mandate does. */
export const agreementMarks = {
  draft: "draft",
  pending: "pending",
  active: "final",
  ended: "ended",
  failed: "failed",
} as const satisfies Record<AgreementState, MarkName>;
