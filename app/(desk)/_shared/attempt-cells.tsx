import { useTranslations } from "next-intl";
import { CopyText } from "@/components/ui/copy-text";
import type { MarkName } from "@/components/ui/marks";
import { StateWord } from "@/components/ui/state-word";
import type { AttemptState } from "@/db/tables/journeys";

const marks = {
  recorded: "ready",
  permitted: "sending",
  accepted: "final",
  refused: "failed",
  held: "waits",
  unknown: "unknown",
} as const satisfies Record<AttemptState, MarkName>;

/** What came of one try at the provider, with its mark. */
export function AttemptWord({ state }: { state: AttemptState }) {
  const t = useTranslations("activity.attempt");
  return <StateWord mark={marks[state]}>{t(state)}</StateWord>;
}

/** A key or a hash: short to the eye, whole when it is copied. */
export function KeyText({ text }: { text: string }) {
  return <CopyText text={text} shown={text.length > 14 ? `${text.slice(0, 8)}…${text.slice(-4)}` : text} />;
}
