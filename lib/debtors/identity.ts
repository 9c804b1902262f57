import type { Ctx } from "@/lib/context";
import { maskCpr } from "@/lib/identifiers/mask";
import type { Place } from "@/lib/vault/vault";

/** Where a debtor's CPR or CVR number lies sealed. */
export const identityPlace = ({ creditorId }: Pick<Ctx, "creditorId">, debtorId: string): Place => ({
  creditorId,
  table: "debtors",
  rowId: debtorId,
  field: "identity",
});

/** A CPR or CVR number as it is kept: sealed, findable exactly, and masked for the screen. */
export function sealedIdentity(ctx: Ctx, debtorId: string, identity: string) {
  return {
    identitySealed: ctx.vault.seal(identityPlace(ctx, debtorId), identity),
    identityIndex: ctx.vault.blindIndex(ctx.creditorId, "identity", identity),
    identityMasked: identity.length === 10 ? maskCpr(identity) : identity,
  };
}
