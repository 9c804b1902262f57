import { importShapes } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { mandateOffer } from "@/lib/mandates/offer";
import { findImport, moveImport, newPass, requireMove, workOf } from "./door";
import { readMapping } from "./mapping";
import { targetsOf } from "./targets";

/**
 * Has every row checked under an agreement, by what was said of the columns. Nothing is made by it. What was said is
 * remembered for the next file with the same columns.
 */
export async function startCheck(
  ctx: Ctx,
  input: { importId: string; agreementId: string; given: Readonly<Record<string, string>> },
): Promise<void> {
  requirePermission(ctx, "imports.prepare");
  const of = await findImport(ctx.db.read, ctx.creditorId, input.importId);
  requireMove(of, "check");
  const offer = await mandateOffer(ctx, input.agreementId);
  if (offer.agreement.state !== "active") throw new AppError("agreement_not_usable");
  const { mapping, problems } = readMapping(input.given, targetsOf(offer), of);
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  const agreementId = offer.agreement.id;
  const now = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .insert(importShapes)
      .values({ creditorId: ctx.creditorId, shape: of.shape, agreementId, mapping, updatedAt: now })
      .onConflictDoUpdate({
        target: [importShapes.creditorId, importShapes.shape],
        set: { agreementId, mapping, updatedAt: now },
      });
    const patch = { agreementId, mapping, test: offer.agreement.test, workOf: workOf(of, ctx) };
    await moveImport(
      tx,
      ctx,
      of,
      "check",
      { ...newPass(of), ...patch },
      { after: { agreement: agreementId } },
    );
  });
}

/** Stops the checking; what was checked so far counts for nothing, and the columns can be told anew. */
export async function stopCheck(ctx: Ctx, importId: string): Promise<void> {
  requirePermission(ctx, "imports.prepare");
  await inTransaction(ctx.db, async (tx) => {
    const of = await findImport(tx, ctx.creditorId, importId);
    await moveImport(tx, ctx, of, "stop_check", newPass(of));
  });
}
