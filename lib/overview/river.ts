import type { Figure } from "./cutoffs";

/** How many payments of a window came to each stage, and how many left on the way. */
export interface RiverCounts {
  /** All that were issued, whatever became of them. */
  issued: number;
  /** Handed to the scheme, or further. */
  scheduled: number;
  /** Collected, whether or not it was given back. */
  settled: number;
  /** Collected and not given back. */
  kept: number;
  cancelled: number;
  rejected: number;
  back: number;
}

export function riverOf(figures: readonly Pick<Figure, "state" | "count">[]): RiverCounts {
  const of = (...states: string[]) =>
    figures.filter((figure) => states.includes(figure.state)).reduce((sum, figure) => sum + figure.count, 0);
  return {
    issued: figures
      .filter((figure) => figure.state !== "draft")
      .reduce((sum, figure) => sum + figure.count, 0),
    scheduled: of("scheduled", "settled", "rejected", "chargeback"),
    settled: of("settled", "chargeback"),
    kept: of("settled"),
    cancelled: of("cancelled"),
    rejected: of("rejected"),
    back: of("chargeback"),
  };
}
