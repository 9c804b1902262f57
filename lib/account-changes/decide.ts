import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountChanges } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { checkNewMandate } from "@/lib/mandates/check-new";
import { getMandate } from "@/lib/mandates/get";
import { keptConsent } from "@/lib/mandates/read-consent";
import { type Written, writeMandate } from "@/lib/mandates/write";
import { closeTask } from "@/lib/tasks/tasks";
import { changePlace, heldShape } from "./change";

export type Change = typeof accountChanges.$inferSelect;

/** A change of the creditor's; `not_found` for another's. */
async function ownChange(ctx: Ctx, changeId: string): Promise<Change> {
  const [change] = await ctx.db.read
    .select()
    .from(accountChanges)
    .where(and(eq(accountChanges.id, changeId), eq(accountChanges.creditorId, ctx.creditorId)));
  if (!change) throw notFound();
  return change;
}

/** Moves it by compare-and-set: of two who press at once the second hears that somebody was first. */
async function settle(tx: Tx, ctx: Ctx, change: Change, patch: Partial<Change>): Promise<void> {
  const [moved] = await tx
    .update(accountChanges)
    .set({ ...patch, sealed: null })
    .where(and(eq(accountChanges.id, change.id), eq(accountChanges.state, change.state)))
    .returning();
  if (!moved) throw new AppError("changed_meanwhile");
  await closeTask(tx, ctx, "change_to_approve", change.oldMandateId);
}

/** The second look: what was asked just before a cut-off goes to the provider now. Never by who asked for it. */
export async function approveChange(ctx: Ctx, changeId: string): Promise<Written> {
  requirePermission(ctx, "mandates.approve_change");
  const change = await ownChange(ctx, changeId);
  if (change.state !== "waits" || !change.sealed) throw new AppError("changed_meanwhile");
  if (change.askedById === ctx.actor.id) throw new AppError("own_work");
  const old = await getMandate(ctx, change.oldMandateId);
  if (!["active", "suspended"].includes(old.state) || !old.debtorId) throw new AppError("mandate_not_usable");
  const held = heldShape.parse(JSON.parse(ctx.vault.open(changePlace(ctx, change.id), change.sealed)));
  const ready = await checkNewMandate(ctx, {
    debtorId: old.debtorId,
    agreementId: old.agreementId,
    values: held.values,
    consent: held.consent === null ? null : keptConsent(held.consent),
  });
  return inTransaction(ctx.db, async (tx) => {
    const written = await writeMandate(tx, ctx, ready, old.id);
    await settle(tx, ctx, change, {
      state: "open",
      newMandateId: written.mandateId,
      secondName: ctx.actor.name,
    });
    audit(tx, ctx, {
      action: "mandate.account_change_approved",
      noun: "mandate",
      subjectId: old.id,
      after: { change: change.id, mandate: written.mandateId },
    });
    return written;
  });
}

/** The second person says no: the old mandate stays as it is, and what was typed is forgotten. */
export async function refuseChange(ctx: Ctx, input: { changeId: string; reason: string }): Promise<void> {
  requirePermission(ctx, "mandates.approve_change");
  await giveUp(ctx, input, ["waits"], "mandate.account_change_refused");
}

/** Calls a change off. A new mandate that was made meanwhile stays, and is ended like any other. */
export async function callOffChange(ctx: Ctx, input: { changeId: string; reason: string }): Promise<void> {
  requirePermission(ctx, "mandates.write");
  await giveUp(ctx, input, ["waits", "open"], "mandate.account_change_called_off");
}

async function giveUp(
  ctx: Ctx,
  input: { changeId: string; reason: string },
  from: readonly Change["state"][],
  action: string,
): Promise<void> {
  const reason = input.reason.trim();
  const change = await ownChange(ctx, input.changeId);
  if (!reason) throw new AppError("invalid", { fields: { reason: "required" } });
  if (!from.includes(change.state)) throw new AppError("changed_meanwhile");
  await inTransaction(ctx.db, async (tx) => {
    await settle(tx, ctx, change, { state: "called_off", closedAt: ctx.clock.now() });
    audit(tx, ctx, {
      action,
      noun: "mandate",
      subjectId: change.oldMandateId,
      after: { change: change.id },
      reason,
    });
  });
}
