import type { RequestKey } from "@/lib/access/once";
import type { Ctx } from "@/lib/context";
import type { Currency } from "@/lib/kernel/money";
import { askMandates, resumeMandates, suspendMandates } from "./mandate-verbs";
import { askPayments, cancelPayments } from "./payment-verbs";
import type { BulkVerbName } from "./states";

/** A row as it was found: how the verb would go, or why it is left out, by the rules of its record. */
export interface JudgedRow {
  id: string;
  provider: string;
  may: { how: string } | { off: string };
  amountMinor: number;
  currency: Currency | null;
  test: boolean;
}

/** A verb as bulk work does it. */
export interface BulkVerb {
  /** In the order of the ids; whichever is not the creditor's is not there. */
  judge(ctx: Ctx, ids: readonly string[]): Promise<JudgedRow[]>;
  /** Does it to one row. Answers how it went; refused as the single verb refuses. */
  act(ctx: Ctx, row: { id: string; reason: string; request: RequestKey }): Promise<string>;
}

const verbs: Readonly<Record<BulkVerbName, BulkVerb>> = {
  cancel_payments: cancelPayments,
  ask_payments: askPayments,
  suspend_mandates: suspendMandates,
  resume_mandates: resumeMandates,
  ask_mandates: askMandates,
};

export const verbOf = (name: BulkVerbName): BulkVerb => verbs[name];
