import type { MandateRow } from "@/lib/mandates/columns";
import type { AccountRow } from "./get";

/**
 * When a bank last said yes to a mandate on each account, by the account's id. An account and a mandate of one debtor
 * belong together when they are masked alike: neither is opened for this.
 */
export function lastVerified(
  accounts: readonly Pick<AccountRow, "id" | "masked">[],
  mandates: readonly Pick<MandateRow, "state" | "masked" | "evidenceAt">[],
): ReadonlyMap<string, Date> {
  const found = new Map<string, Date>();
  for (const account of accounts)
    for (const mandate of mandates) {
      const stands = mandate.state === "active" || mandate.state === "suspended";
      if (!stands || !mandate.evidenceAt || !Object.values(mandate.masked).includes(account.masked)) continue;
      const known = found.get(account.id);
      if (!known || known < mandate.evidenceAt) found.set(account.id, mandate.evidenceAt);
    }
  return found;
}
