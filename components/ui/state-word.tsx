import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { type MarkName, marks } from "@/components/ui/marks";
import type { MandateState } from "@/lib/mandates/states";
import type { PaymentState } from "@/lib/payments/states";

/** Mark, word and colour of anything that has a state. */
export function StateWord({ mark, children }: { mark: MarkName; children: ReactNode }) {
  return (
    <span className={`state tone-${marks[mark].tone}`}>
      <Mark name={mark} />
      <span>{children}</span>
    </span>
  );
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

interface Overlay {
  underway?: Underway | undefined;
  modifier?: Modifier | undefined;
}

/** A mandate's state in the reader's language, on the server. */
export function MandateStateWord({ state, ...overlay }: { state: MandateState } & Overlay) {
  const t = useTranslations("states.mandate");
  return <OverlaidState mark={mandateMarks[state]} word={t(state)} {...overlay} />;
}

/** A payment's state in the reader's language, on the server. `final`: the time of free reversal is over. */
export function PaymentStateWord({
  state,
  final = false,
  ...overlay
}: { state: PaymentState; final?: boolean } & Overlay) {
  const t = useTranslations("states.payment");
  const mark = state === "settled" && final ? "final" : paymentMarks[state];
  return <OverlaidState mark={mark} word={t(state)} {...overlay} />;
}

function OverlaidState({ mark, word, underway, modifier }: { mark: MarkName; word: string } & Overlay) {
  const t = useTranslations("states");
  if (underway) return <StateWord mark={underway}>{t(`submission.${underway}`)}</StateWord>;
  if (!modifier) return <StateWord mark={mark}>{word}</StateWord>;
  return (
    <StateWord mark={modifierMarks[modifier] ?? mark}>{`${word}, ${t(`modifier.${modifier}`)}`}</StateWord>
  );
}
