import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { closeGap, findGap, reasonGiven } from "./find-gap";

/**
 * "I know of it": a person answers for a gap, with a reason. Nothing moves here or there; the record, if there is one,
 * is as it was.
 */
export async function acknowledgeGap(ctx: Ctx, input: { gapId: string; reason: string }): Promise<void> {
  requirePermission(ctx, "gaps.close");
  const reason = reasonGiven(input.reason);
  await inTransaction(ctx.db, async (tx) => {
    await closeGap(tx, ctx, await findGap(tx, ctx, input.gapId), "acknowledged", reason);
  });
}
