/**
 * Seeds that showed something once; they are run before all others. What draws from the dice decides what a seed
 * means, so each finding has a plain test beside its seed.
 */
export const seeds: readonly { seed: number; showed: string }[] = [
  { seed: 113, showed: "a task asked what became of a request that was proven not to have arrived" },
  { seed: 145, showed: "the same, where the cut-off passed before the payment had its turn again" },
];
