import type { RequestKey } from "@/lib/access/once";
import type { Ctx } from "@/lib/context";
import type { Currency } from "@/lib/kernel/money";

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
