import type { DebtorRow } from "@/lib/debtors/columns";
import type { MandateRow } from "@/lib/mandates/columns";
import type { Payment } from "@/lib/payments/door";

/** Why something was found. `shown`: the part of it that matched, masked where it must be. */
export interface Why {
  by:
    | "name"
    | "spelling"
    | "customerNumber"
    | "email"
    | "phone"
    | "lastFour"
    | "account"
    | "identity"
    | "amount"
    | "reference"
    | "mandateNumber"
    | "providerId"
    | "key"
    | "id"
    | "debtor"
    | "recent";
  shown?: string | undefined;
}

interface Found {
  why: Why;
  /** How likely it is what was meant; the largest first. */
  rank: number;
}

export type FoundDebtor = Found & { debtor: DebtorRow };
export type FoundMandate = Found & { mandate: MandateRow };
export type FoundPayment = Found & { payment: Payment };

/** The best first, each once; of what was found in two ways the better one tells why. */
export function best<One extends Found>(
  found: readonly One[],
  idOf: (one: One) => string,
  most: number,
): One[] {
  const kept = new Map<string, One>();
  // Sorting is stable: equals stay in the order in which they were found.
  for (const one of [...found].sort((a, b) => b.rank - a.rank))
    if (!kept.has(idOf(one))) kept.set(idOf(one), one);
  return [...kept.values()].slice(0, most);
}

/**
 * How sure each way is. A whole number that is somebody's outweighs a name, and a name what any number may happen to
 * be: four digits, an amount.
 */
export const ranks = {
  id: 100,
  key: 100,
  identity: 100,
  account: 100,
  whole: 95,
  /** All of a name. */
  fullName: 92,
  name: 90,
  email: 80,
  phone: 78,
  begun: 70,
  beginsName: 75,
  lastFour: 60,
  amount: 55,
  spelling: 50,
  debtor: 40,
} as const;
