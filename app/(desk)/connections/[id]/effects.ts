import type { ConnectionWords } from "@/app/(desk)/connections/words";

/** Notes that the inbox writes of what a message did, and the sentence for each. */
const known = {
  same: "same",
  behind: "behind",
  unmapped: "unmapped",
  mismatch: "mismatch",
  "not ours": "not_ours",
  "nothing to read": "nothing",
  "asked for a poll": "polled",
} as const;

const isKnown = (note: string): note is keyof typeof known => Object.hasOwn(known, note);

/** What a message did, in words: `moved:settle, same` becomes one sentence for each kind. */
export function effectText(effect: string, t: ConnectionWords): string {
  const notes = effect.split(", ");
  const moved = notes.filter((note) => note.startsWith("moved:")).map((note) => note.slice("moved:".length));
  const others = [...new Set(notes.filter((note) => !note.startsWith("moved:")))];
  return [
    ...(moved.length > 0 ? [t("events.effect.moved", { what: [...new Set(moved)].join(", ") })] : []),
    ...others.map((note) =>
      isKnown(note) ? t(`events.effect.${known[note]}`) : t("events.effect.other", { what: note }),
    ),
  ].join(" ");
}
