import { findConnection } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { closeGap, findGap, reasonGiven } from "./find-gap";
import { takeFound } from "./take-found";

/** Takes the payment of a gap into the books; answers its id. */
export async function adoptGap(ctx: Ctx, input: { gapId: string; reason: string }): Promise<string> {
  requirePermission(ctx, "gaps.close");
  const reason = reasonGiven(input.reason);
  const gap = await findGap(ctx.db.read, ctx, input.gapId);
  if (gap.kind !== "unknown_here" || gap.noun !== "payment")
    throw new AppError("move_not_allowed", { params: { gap: gap.kind } });
  const connection = await findConnection(ctx.db.read, ctx.creditorId, gap.connectionId);
  const found = {
    providerId: gap.subject,
    mandateProviderId: String(gap.facts.mandate ?? ""),
    reason,
  };
  return takeFound(ctx, connection, found, async (tx) =>
    closeGap(tx, ctx, await findGap(tx, ctx, gap.id), "adopted", reason),
  );
}
