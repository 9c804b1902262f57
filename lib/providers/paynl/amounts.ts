import { MAX_AMOUNT_MINOR } from "@/lib/kernel/money";

/** A checked amount of the mandate form, an integer of cents as forms give it; null for anything else. */
export function amountOf(value: string | undefined): number | null {
  if (!/^\d{1,10}$/.test(value ?? "")) return null;
  const minor = Number(value);
  return minor > 0 && minor <= MAX_AMOUNT_MINOR ? minor : null;
}

/** A whole number from 1 on, or null. */
export function numberOf(value: string | undefined): number | null {
  return /^[1-9]\d{0,5}$/.test(value ?? "") ? Number(value) : null;
}
