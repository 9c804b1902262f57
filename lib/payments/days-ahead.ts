/** The furthest that a payment may be planned, in days from today in its scheme's zone; a scheme may allow less. */
export const DAYS_AHEAD = 365;
