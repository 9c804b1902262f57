import type { useTranslations } from "next-intl";
import type { MarkName } from "@/components/ui/marks";
import type { MandateState } from "@/lib/mandates/states";
import type { PaymentState } from "@/lib/payments/states";

type Words = ReturnType<typeof useTranslations<"states">>;

/** A state as it is shown, still as data. */
interface StateText {
  mark: MarkName;
  text: string;
}

export const mandateMarks = {
  draft: "draft",
  invited: "ready",
  pending: "pending",
  active: "final",
  suspended: "suspended",
  ended: "ended",
  failed: "failed",
} as const satisfies Record<MandateState, MarkName>;

export const paymentMarks = {
  draft: "draft",
  ready: "ready",
  pending: "pending",
  scheduled: "scheduled",
  settled: "settled",
  rejected: "failed",
  chargeback: "chargeback",
  cancelled: "ended",
} as const satisfies Record<PaymentState, MarkName>;

/** What an open submission shows instead of the proven state. */
export type Underway = "sending" | "unknown";
/** What follows the proven state after a comma; the first three bring their own mark. */
export type Modifier = "held" | "stale" | "unmapped" | "soft" | "hard" | "technical";

const modifierMarks: Partial<Record<Modifier, MarkName>> = {
  held: "waits",
  stale: "stale",
  unmapped: "unmapped",
};

export interface Overlay {
  underway?: Underway | undefined;
  modifier?: Modifier | undefined;
}

/** A mandate's state in the reader's language. */
export function mandateStateText(words: Words, state: MandateState, overlay: Overlay = {}): StateText {
  return overlaid(words, { mark: mandateMarks[state], text: words(`mandate.${state}`) }, overlay);
}

/** A payment's state in the reader's language. `final`: the time of free reversal is over. */
export function paymentStateText(
  words: Words,
  state: PaymentState,
  { final = false, ...overlay }: Overlay & { final?: boolean } = {},
): StateText {
  const mark = state === "settled" && final ? "final" : paymentMarks[state];
  return overlaid(words, { mark, text: words(`payment.${state}`) }, overlay);
}

function overlaid(words: Words, proven: StateText, { underway, modifier }: Overlay): StateText {
  if (underway) return { mark: underway, text: words(`submission.${underway}`) };
  if (!modifier) return proven;
  const mark = modifierMarks[modifier] ?? proven.mark;
  return { mark, text: `${proven.text}, ${words(`modifier.${modifier}`)}` };
}
