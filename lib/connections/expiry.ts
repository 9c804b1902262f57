const DAY_MS = 86_400_000;
const WARN_DAYS = 60;

export interface Expiry<Cutoff> {
  state: "fine" | "soon" | "expired";
  expiresAt: Date;
  /** Whole days left, rounded down; 0 once it has expired. */
  daysLeft: number;
  /** The first cut-off that it does not live to see, when a warning is due. */
  breaks: Cutoff | null;
}

/**
 * How a credential stands: warned of from 60 days before its end. `cutoffAfter` gives the first cut-off after an
 * instant, of the schemes that depend on it, or null when none does.
 */
export function expiryOf<Cutoff>(
  expiresAt: Date | null,
  now: Date,
  cutoffAfter: (at: Date) => Cutoff | null,
): Expiry<Cutoff> | null {
  if (expiresAt === null) return null;
  const left = expiresAt.getTime() - now.getTime();
  const daysLeft = Math.max(0, Math.floor(left / DAY_MS));
  if (left > WARN_DAYS * DAY_MS) return { state: "fine", expiresAt, daysLeft, breaks: null };
  const breaks = cutoffAfter(left > 0 ? expiresAt : now);
  return { state: left > 0 ? "soon" : "expired", expiresAt, daysLeft, breaks };
}
