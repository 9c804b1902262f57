import type { MarkName } from "@/components/ui/marks";
import type { Bucket } from "@/lib/runs/progress";
import type { RunState } from "@/lib/runs/states";

export const runMarks = {
  draft: "draft",
  frozen: "waits",
  approved: "ready",
  sending: "sending",
  stopped: "suspended",
  done: "final",
  discarded: "ended",
} as const satisfies Record<RunState, MarkName>;

export const bucketMarks = {
  to_issue: "ready",
  sending: "sending",
  accepted: "pending",
  refused: "failed",
  unknown: "unknown",
  held: "waits",
  cancelled: "ended",
} as const satisfies Record<Bucket, MarkName>;
