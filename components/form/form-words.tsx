"use client";

import { createContext, type ReactNode } from "react";

/** What every form says when its answer did not come, in the reader's language; null where nobody gave the words. */
export const LostWords = createContext<string | null>(null);

/** Gives the words to all forms inside. */
export function FormWords({ lost, children }: { lost: string; children: ReactNode }) {
  return <LostWords value={lost}>{children}</LostWords>;
}
