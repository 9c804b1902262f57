import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { type Ctx, requirePermission } from "@/lib/context";
import { finishDraft } from "@/lib/drafts/discard";
import { checkNewMandate, type NewMandate } from "./check-new";
import { type Written, writeMandate } from "./write";

/**
 * Creates a mandate: where the provider takes a form, as a draft with the intent to create it there; where the debtor
 * signs up at the bank, as an invitation. Nothing is sent here. The draft it was typed in goes with it.
 */
export async function createMandate(
  ctx: Ctx,
  input: NewMandate & { draftId?: string },
  request?: RequestKey,
): Promise<Written> {
  requirePermission(ctx, "mandates.write");
  const ready = await checkNewMandate(ctx, input);
  let submissionId: string | null = null;
  const mandateId = await inTransaction(ctx.db, (tx) => {
    submissionId = null;
    return once(tx, ctx, request, async () => {
      const written = await writeMandate(tx, ctx, ready);
      submissionId = written.submissionId;
      if (input.draftId) await finishDraft(tx, ctx, input.draftId);
      return written.mandateId;
    });
  });
  return { mandateId, submissionId };
}
