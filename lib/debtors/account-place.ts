import type { Ctx } from "@/lib/context";
import type { Place } from "@/lib/vault/vault";

/** Where a debtor's account lies sealed. */
export const accountPlace = ({ creditorId }: Pick<Ctx, "creditorId">, id: string): Place => ({
  creditorId,
  table: "debtor_accounts",
  rowId: id,
  field: "account",
});
