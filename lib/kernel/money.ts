export const currencies = ["DKK", "EUR"] as const;
export type Currency = (typeof currencies)[number];

/** Integer minor units (øre, cents) with their currency. Sums never mix currencies. */
export interface Money {
  amountMinor: number;
  currency: Currency;
}

/** The largest amount any provider here can carry: their fields are 32-bit integers of minor units. */
export const MAX_AMOUNT_MINOR = 2_147_483_647;

export type AmountProblem =
  | "amount_unreadable"
  | "amount_ambiguous"
  | "amount_not_positive"
  | "amount_too_large";

/**
 * Reads an amount that a person typed, in major units, into minor units.
 *
 * Accepts `1234`, `1234.5`, `1234,56`, `1.234,56` and `1,234.56`; spaces and apostrophes group too. A single
 * separator followed by three digits (`1.234`) could mean either thousands or thousandths and is refused:
 * a guess here is a factor of a thousand. Exponents, signs and any other character are refused.
 */
export function parseAmount(
  text: string,
): { ok: true; amountMinor: number } | { ok: false; problem: AmountProblem } {
  const compact = text.trim().replace(/[\s\u00a0\u202f']/g, "");
  if (/^-/.test(compact)) return { ok: false, problem: "amount_not_positive" };
  if (!/^\d[\d.,]*$/.test(compact)) return { ok: false, problem: "amount_unreadable" };
  if (/^\d{1,3}[.,]\d{3}$/.test(compact)) return { ok: false, problem: "amount_ambiguous" };

  const shape =
    /^(\d+)(?:[.,](\d{1,2}))?$/.exec(compact) ??
    /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(compact) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(compact);
  if (!shape) return { ok: false, problem: "amount_unreadable" };
  const whole = (shape[1] ?? "").replace(/[.,]/g, "");
  if (whole.length > 12) return { ok: false, problem: "amount_too_large" };
  const amountMinor = Number(whole) * 100 + Number((shape[2] ?? "").padEnd(2, "0") || "0");
  if (amountMinor === 0) return { ok: false, problem: "amount_not_positive" };
  if (amountMinor > MAX_AMOUNT_MINOR) return { ok: false, problem: "amount_too_large" };
  return { ok: true, amountMinor };
}

/** Which character stands before the decimals of a file: it is chosen, never guessed. */
export type DecimalMark = "," | ".";

const amountShapes: Record<DecimalMark, RegExp> = {
  ",": /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/,
  ".": /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/,
};

/** Reads an amount of a file whose decimal mark is known, into minor units; 0 for anything that is not one. */
export function readAmount(text: string, mark: DecimalMark): number {
  const compact = text.trim().replace(/[\s\u00a0\u202f']/g, "");
  const shape = amountShapes[mark].exec(compact);
  const whole = (shape?.[1] ?? "").replace(/[.,]/g, "");
  if (!shape || whole.length > 12) return 0;
  const amountMinor = Number(whole) * 100 + Number((shape[2] ?? "").padEnd(2, "0") || "0");
  return amountMinor > MAX_AMOUNT_MINOR ? 0 : amountMinor;
}
