"use client";

import { createContext, type ReactNode } from "react";

/** What every form says by itself, in the reader's language. */
interface Words {
  /** Its answer did not come. */
  lost: string;
  /** It holds more than the server takes. */
  tooLarge: string;
}

/** Null where nobody gave the words. */
export const Unsent = createContext<Words | null>(null);

/** Gives the words to all forms inside. */
export function FormWords({ words, children }: { words: Words; children: ReactNode }) {
  return <Unsent value={words}>{children}</Unsent>;
}
