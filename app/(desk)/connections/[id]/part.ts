/** The parts of a connection's record that are opened one at a time. */
export const parts = ["agreements", "calls", "events", "assumptions"] as const;
export type Part = (typeof parts)[number];

/** The part that the address names, else the first. */
export const readPart = (text: string | undefined): Part => parts.find((part) => part === text) ?? parts[0];
