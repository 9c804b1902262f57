"use client";

import { useRef } from "react";
import { type DraftStatusNow, useDraft } from "@/app/(desk)/mandates/new/use-draft";
import { Mark } from "@/components/ui/mark";

export interface DraftWords {
  none: string;
  /** With the clock of the last save, from the server. */
  saved: string;
  /** With `{clock}` where the time of a save belongs. */
  savedAt: string;
  saving: string;
  offline: string;
  signedOut: string;
  tooMany: string;
  tooLarge: string;
  gone: string;
  refused: string;
  conflict: string;
  load: string;
  apart: string;
}

const troubles: readonly DraftStatusNow["kind"][] = [
  "offline",
  "signedOut",
  "conflict",
  "gone",
  "too_many",
  "too_large",
  "refused",
];

/** Saves the form it stands in, and says where what was typed is now. */
export function DraftStatus({ draft, words }: { draft: { id: string; version: number }; words: DraftWords }) {
  const marker = useRef<HTMLSpanElement>(null);
  const { status, keepApart } = useDraft(marker, draft);
  return (
    <span ref={marker} className="draft-status" data-draft={status.kind}>
      <DraftSays status={status} words={words} onApart={() => void keepApart()} />
    </span>
  );
}

/** Where what was typed is now; and the two ways out when somebody else's words are there. */
export function DraftSays({
  status,
  words,
  onApart,
}: {
  status: DraftStatusNow;
  words: DraftWords;
  onApart: () => void;
}) {
  return (
    <>
      <span role="status">
        {troubles.includes(status.kind) ? <Mark name="waits" /> : null} {says(status, words)}
      </span>
      {status.kind === "conflict" ? (
        <>
          {" "}
          <button type="button" className="button button-word" onClick={() => window.location.reload()}>
            {words.load}
          </button>{" "}
          <button type="button" className="button button-word" onClick={onApart}>
            {words.apart}
          </button>
        </>
      ) : null}
    </>
  );
}

function says(status: DraftStatusNow, words: DraftWords): string {
  switch (status.kind) {
    case "unsaved":
      return words.none;
    case "stored":
      return words.saved;
    case "saved":
      return words.savedAt.replace("{clock}", status.clock);
    case "conflict":
      return words.conflict.replace("{clock}", status.clock);
    case "too_many":
      return words.tooMany;
    case "too_large":
      return words.tooLarge;
    default:
      return words[status.kind];
  }
}
