import type { Ctx } from "@/lib/context";
import { maskCpr } from "@/lib/identifiers/mask";

/** A CPR or CVR number as it is kept: sealed, findable exactly, and masked for the screen. */
export function sealedIdentity(ctx: Ctx, debtorId: string, identity: string) {
  const place = { creditorId: ctx.creditorId, table: "debtors", rowId: debtorId, field: "identity" };
  return {
    identitySealed: ctx.vault.seal(place, identity),
    identityIndex: ctx.vault.blindIndex(ctx.creditorId, "identity", identity),
    identityMasked: identity.length === 10 ? maskCpr(identity) : identity,
  };
}
