import type { messages } from "@/db/schema";
import type { Hint } from "@/lib/providers/contract";

/**
 * What a stored message says to read again. The cast is safe: `receiveMessage` alone writes the column, from the
 * adapter's own hints.
 */
export const hintsOf = (message: Pick<typeof messages.$inferSelect, "hints">): Hint[] =>
  (message.hints ?? []) as Hint[];
