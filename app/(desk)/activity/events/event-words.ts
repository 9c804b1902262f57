import type { getTranslations } from "next-intl/server";
import type { Admitted, Effect, Standstill } from "@/lib/evidence/admitted";
import { mandateStates } from "@/lib/mandates/states";
import type { Message } from "@/lib/messages/get";
import { paymentStates } from "@/lib/payments/states";
import type { Hint } from "@/lib/providers/contract";

export type ActivityWords = Awaited<ReturnType<typeof getTranslations<"activity">>>;
export type StateWords = Awaited<ReturnType<typeof getTranslations<"states">>>;

/** The sentence for each thing that a message or a piece of evidence can come to. */
const known = {
  same: "same",
  behind: "behind",
  unmapped: "unmapped",
  mismatch: "mismatch",
  "not ours": "not_ours",
  "not there": "not_there",
  "nothing to read": "nothing",
  "asked for a poll": "polled",
  "waits for our own": "waits",
  "no agreement for it": "no_agreement",
  "the provider could not be read": "unreadable",
  failed: "failed",
  confirmed: "confirmed",
  "unknown agreement": "unknown_agreement",
} as const satisfies Record<Exclude<Effect, `moved:${string}`> | Standstill, string>;

const isKnown = (note: string): note is keyof typeof known => Object.hasOwn(known, note);

/** What one piece did: a state before and after, or why nothing. */
export function pieceText(
  { effect, from, to, about }: Pick<Admitted, "effect" | "from" | "to" | "about">,
  words: ActivityWords,
  states: StateWords,
): string {
  if (to !== null && (effect.startsWith("moved:") || from === null)) {
    const after = stateText(about, to, states);
    return from === null
      ? words("effect.adopted", { to: after })
      : words("effect.moved", { from: stateText(about, from, states), to: after });
  }
  return isKnown(effect) ? words(`effect.${known[effect]}`) : words("effect.other", { what: effect });
}

function stateText(about: Admitted["about"], state: string, states: StateWords): string {
  if (about === "payment") {
    const name = paymentStates.find((one) => one === state);
    return name ? states(`payment.${name}`) : state;
  }
  const name = mandateStates.find((one) => one === state);
  return name ? states(`mandate.${name}`) : state;
}

/** What an event did, in one line; of one that still waits or is parked, why. */
export function effectText(
  message: Pick<Message, "effect" | "outcome">,
  words: ActivityWords,
  states: StateWords,
): string {
  const pieces = message.outcome ?? [];
  if (pieces.length > 0)
    return [...new Set(pieces.slice(0, 3).map((piece) => pieceText(piece, words, states)))].join(" ");
  const note = message.effect;
  if (note === null) return "";
  return isKnown(note) ? words(`effect.${known[note]}`) : words("effect.other", { what: note });
}

/** What a message told us to read. */
export function hintText(hint: Hint, words: ActivityWords): string {
  if (hint.about === "mandates" || hint.about === "payments") return words(`event.hint.${hint.about}`);
  const names = Object.values(hint.ref ?? {}).filter((name) => typeof name === "string");
  return words(`event.hint.${hint.about}`, { ref: names.join(", ") });
}
