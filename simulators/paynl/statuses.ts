interface StatusRow {
  /** The exchange action without its prefix `incasso`. */
  action: "add" | "pending" | "send" | "collected" | "storno" | "delete";
  phase: string;
  /** The bank will not change it any more by itself, apart from a storno. */
  settled: boolean;
}

/**
 * Codes and names: comments in PAY's own Node client, https://github.com/paynl/nodejs-sdk. Which action goes with
 * which code is certain only for 91; the others are the pairing that fits best.
 */
const rows: Record<number, StatusRow> = {
  91: { action: "add", phase: "Added", settled: false },
  526: { action: "pending", phase: "In batch", settled: false },
  94: { action: "send", phase: "Processed", settled: false },
  97: { action: "send", phase: "Processed", settled: false },
  100: { action: "collected", phase: "Cashed", settled: true },
  103: { action: "delete", phase: "Deleted", settled: true },
  106: { action: "storno", phase: "Reversal", settled: true },
  127: { action: "storno", phase: "Refused by bank", settled: true },
  199: { action: "pending", phase: "Relist", settled: false },
};

/** A code nobody documents looks like a debit that is still under way. */
export function statusRow(code: number): StatusRow {
  return rows[code] ?? { action: "pending", phase: `Status ${code}`, settled: false };
}

/** Decline codes: same source. PAY's guide shows 119 for "Administrative reason" where the client has 109. */
const declineNames: Record<number, string> = {
  109: "Administrative reason",
  112: "Account cancelled",
  115: "Account unknown",
  118: "No debit authorisation",
  119: "Administrative reason",
  121: "Direct debit disallowed",
  124: "Debited twice",
  271: "Name and number do not match",
  274: "Account blocked",
  277: "Selective debit block",
  280: "Account WKA",
  286: "Reason not supplied",
  331: "Wrongful debit report",
};

export function declineName(code: number): string {
  return declineNames[code] ?? `Reason ${code}`;
}

/** No reason given. PAY names no code of its own for a debtor who takes the money back, so it stands for that too. */
export const NO_REASON = 286;
/** The debtor says there never was a mandate. */
export const WRONGFUL = 331;
