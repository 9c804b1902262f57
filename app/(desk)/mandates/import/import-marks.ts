import type { MarkName } from "@/components/ui/marks";
import type { RowCounts } from "@/lib/imports/shapes";
import type { ImportState, Verdict } from "@/lib/imports/states";

export const importMarks = {
  uploading: "draft",
  uploaded: "waits",
  read: "waits",
  checking: "sending",
  checked: "ready",
  frozen: "waits",
  approved: "ready",
  committing: "sending",
  stopped: "suspended",
  done: "final",
  discarded: "ended",
} as const satisfies Record<ImportState, MarkName>;

export const countMarks = {
  ok: "final",
  warning: "waits",
  bad: "failed",
  dropped: "ended",
  made: "pending",
  refused: "failed",
} as const satisfies Record<keyof RowCounts, MarkName>;

export const verdictMarks = {
  ok: "final",
  warning: "waits",
  error: "failed",
} as const satisfies Record<Verdict, MarkName>;
