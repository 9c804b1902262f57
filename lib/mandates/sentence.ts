import type { Day } from "@/lib/kernel/day";
import type { LocalText } from "@/lib/kernel/locale";
import type { StorySubmission } from "@/lib/records/story";
import type { MandateRow } from "./columns";

/** What is true of a mandate, in one code; the dictionary has a sentence for each. */
export type MandateSentence =
  /** Sent, and nobody knows: the unknown panel stands in the sentence's place. */
  | { code: "unknown" }
  | { code: "sending" }
  /** Proven that nothing happened there; it goes again by itself. */
  | { code: "held"; at: Date }
  /** Nothing left yet, and no worker will take it. */
  | { code: "waiting" }
  | { code: "ending" }
  | { code: "draft" | "invited" | "pending" | "suspended" | "ended" | "failed" }
  | { code: "stale"; bankDays: number }
  | { code: "active"; from: Day }
  /** It stands, and something stands against charging it; `elsewhere`: this provider collects for nobody. */
  | { code: "activeElsewhere" | "activeOff"; says: LocalText };

export interface MandateAround {
  open: Pick<StorySubmission, "operation" | "state" | "nextAt" | "attempts"> | null;
  /** Why it cannot be charged, in the provider's words; null when it can. */
  obstacle: LocalText | null;
  /** The provider takes payments at all. */
  collects: boolean;
  /** The first day a payment issued now could be due. */
  from: Day;
  /** How long there was no answer, once that is too long. */
  silentBankDays: number | null;
  now: Date;
}

/** The sentence a mandate's record opens with: from its state, its open submission and the calendar. */
export function mandateSentence(mandate: Pick<MandateRow, "state">, around: MandateAround): MandateSentence {
  const { open } = around;
  if (open?.state === "unknown") return { code: "unknown" };
  if (open) return underway(open, around.now);
  if (mandate.state === "pending" && around.silentBankDays !== null)
    return { code: "stale", bankDays: around.silentBankDays };
  if (mandate.state !== "active") return { code: mandate.state };
  if (around.obstacle === null) return { code: "active", from: around.from };
  return { code: around.collects ? "activeOff" : "activeElsewhere", says: around.obstacle };
}

function underway(open: NonNullable<MandateAround["open"]>, now: Date): MandateSentence {
  if (open.operation === "mandate.end") return { code: "ending" };
  if (open.state === "in_flight") return { code: "sending" };
  if (!open.nextAt) return { code: "waiting" };
  const heldBefore = open.attempts.some((attempt) => attempt.state === "held");
  return heldBefore && open.nextAt > now ? { code: "held", at: open.nextAt } : { code: "sending" };
}
