import type { Standstill } from "@/lib/evidence/admitted";

/** The effect of a message that names what the provider's own look-ups do not show, or not yet. */
export const NOT_THERE = "not there" satisfies Standstill;
