/** The form that a list's ticks belong to, and the name they are sent by. */
export const ticks = { form: "ticked", name: "id" } as const;

/** So many single rows can be ticked; a whole view is one tick. */
export const MOST_CHOSEN = 5_000;
