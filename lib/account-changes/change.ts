import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { accountChanges } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { finishDraft } from "@/lib/drafts/discard";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { checkNewMandate, type NewMandate } from "@/lib/mandates/check-new";
import { writeMandate } from "@/lib/mandates/write";
import { openTask } from "@/lib/tasks/tasks";
import { changeOutlook } from "./outlook";

export interface ChangeAccount {
  /** The mandate whose account changes. */
  mandateId: string;
  values: Record<string, string>;
  consent: NewMandate["consent"];
  reason: string;
  draftId?: string;
}

export interface ChangeBegun {
  changeId: string;
  /** The new mandate; null while a second person has to look first. */
  mandateId: string | null;
  submissionId: string | null;
}

export const changePlace = (ctx: Pick<Ctx, "creditorId">, id: string) => ({
  creditorId: ctx.creditorId,
  table: "account_changes",
  rowId: id,
  field: "form",
});

/** What is kept of a change that waits for a second person. */
export const heldShape = z.object({
  values: z.record(z.string(), z.string()),
  consent: z.unknown(),
});

/**
 * Changes a debtor's account: a new mandate beside the old one, which stands until the new one does. Just before a
 * cut-off nothing is written at the provider until a second person has looked.
 */
export async function changeAccount(
  ctx: Ctx,
  input: ChangeAccount,
  request?: RequestKey,
): Promise<ChangeBegun> {
  requirePermission(ctx, "mandates.write");
  const { mandate, change, secondLook } = await changeOutlook(ctx, input.mandateId);
  if (change.way !== "new_mandate" && change.way !== "sign_up_again") throw new AppError("not_offered");
  if (!["active", "suspended"].includes(mandate.state) || !mandate.debtorId)
    throw new AppError("move_not_allowed", { params: { move: "change_account", state: mandate.state } });
  const reason = input.reason.trim();
  if (!reason) throw new AppError("invalid", { fields: { change_reason: "required" } });
  const form = { values: input.values, consent: input.consent };
  const of = { debtorId: mandate.debtorId, agreementId: mandate.agreementId };
  const ready = await checkNewMandate(ctx, { ...of, ...form });
  let submissionId: string | null = null;
  const changeId = await inTransaction(ctx.db, (tx) => {
    submissionId = null;
    return once(tx, ctx, request, async () => {
      const id = newId("chg", ctx.clock.now());
      await claim(tx, ctx, {
        id,
        oldMandateId: mandate.id,
        state: secondLook ? "waits" : "open",
        reason,
        sealed: secondLook ? ctx.vault.seal(changePlace(ctx, id), JSON.stringify(form)) : null,
      });
      if (input.draftId) await finishDraft(tx, ctx, input.draftId);
      if (secondLook) {
        await openTask(tx, ctx, {
          kind: "change_to_approve",
          noun: "mandate",
          subjectId: mandate.id,
          role: "finance",
          params: { debtor: mandate.debtorName, by: ctx.actor.name },
        });
        return id;
      }
      const written = await writeMandate(tx, ctx, ready, mandate.id);
      submissionId = written.submissionId;
      await tx
        .update(accountChanges)
        .set({ newMandateId: written.mandateId })
        .where(eq(accountChanges.id, id));
      return id;
    });
  });
  const [row] = await ctx.db.read.select().from(accountChanges).where(eq(accountChanges.id, changeId));
  return { changeId, mandateId: row?.newMandateId ?? null, submissionId };
}

type Row = typeof accountChanges.$inferInsert;

/** One change at a time: a second one for the same mandate is refused. */
async function claim(
  tx: Tx,
  ctx: Ctx,
  row: Pick<Row, "id" | "oldMandateId" | "state" | "reason" | "sealed">,
): Promise<void> {
  const [made] = await tx
    .insert(accountChanges)
    .values({
      ...row,
      creditorId: ctx.creditorId,
      askedById: ctx.actor.id,
      askedByName: ctx.actor.name,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new AppError("duplicate");
  audit(tx, ctx, {
    action: "mandate.account_change_asked",
    noun: "mandate",
    subjectId: row.oldMandateId,
    after: { change: row.id, secondLook: row.state === "waits" },
    reason: row.reason,
  });
}
