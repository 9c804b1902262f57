import type { TaskNote } from "@/lib/tasks/tasks";
import type { Gap } from "./gap";

/** The work that a gap is for somebody; null where the door has opened a task about the record itself. */
export function taskOfGap(
  gap: Pick<Gap, "kind" | "noun" | "subject" | "facts" | "connectionId">,
): TaskNote | null {
  const ofConnection = { noun: "connection", subjectId: `${gap.connectionId}/${gap.subject}` } as const;
  switch (gap.kind) {
    case "unknown_here":
      return gap.noun === "payment"
        ? {
            ...ofConnection,
            kind: "payment_unknown_here",
            role: "finance",
            params: {
              theirs: gap.subject,
              reference: String(gap.facts.reference ?? ""),
              mandate: String(gap.facts.mandate ?? ""),
              planned: String(gap.facts.planned ?? ""),
            },
            ...moneyOf(gap.facts),
          }
        : null;
    case "missing_there":
      return gap.noun === "connection"
        ? null
        : { noun: gap.noun, subjectId: gap.subject, kind: "missing_there", role: "finance" };
    case "by_hand":
    case "unread":
      return { ...ofConnection, kind: "compare_by_hand", role: "admin", params: { what: gap.subject } };
    case "differs":
      return null;
  }
}

function moneyOf({ amountMinor, currency }: Gap["facts"]): Pick<TaskNote, "amountMinor" | "currency"> {
  return typeof amountMinor === "number" && typeof currency === "string" ? { amountMinor, currency } : {};
}
