"use client";

import { DraftSays, type DraftWords } from "@/app/(desk)/mandates/new/draft-status";
import type { DraftStatusNow } from "@/app/(desk)/mandates/new/use-draft";

const all: readonly DraftStatusNow[] = [
  { kind: "unsaved" },
  { kind: "saving" },
  { kind: "saved", clock: "14:02" },
  { kind: "offline" },
  { kind: "signedOut" },
  { kind: "conflict", clock: "14:05" },
  { kind: "gone" },
  { kind: "too_many" },
  { kind: "too_large" },
  { kind: "refused" },
];

/** Everything that the status of a draft can say. */
export function DraftSamples({ words }: { words: DraftWords }) {
  return (
    <ul className="grid gap-1">
      {all.map((status) => (
        <li key={status.kind} className="draft-status">
          <DraftSays status={status} words={words} onApart={() => undefined} />
        </li>
      ))}
    </ul>
  );
}
