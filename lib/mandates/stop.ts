import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountChanges, agreements, mandates, payments, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newKey } from "@/lib/kernel/random";
import { intend } from "@/lib/submissions/intend";
import { withdrawIntent } from "@/lib/submissions/withdraw";
import { closeTask } from "@/lib/tasks/tasks";
import { agreementView } from "./agreement-view";
import { moveMandate } from "./door";

export interface StopMandate {
  mandateId: string;
  act: "suspend" | "resume" | "end" | "withdraw";
  reason: string;
  request?: RequestKey;
}

/** Payments that were held because the mandate was not active have their turn again. */
async function releaseHeld(tx: Tx, ctx: Ctx, mandateId: string): Promise<void> {
  const own = tx.select({ id: payments.id }).from(payments).where(eq(payments.mandateId, mandateId));
  const released = await tx
    .update(submissions)
    .set({ nextAt: ctx.clock.now(), detail: null })
    .where(
      and(
        eq(submissions.state, "intended"),
        eq(submissions.detail, "mandate_not_active"),
        inArray(submissions.subjectId, own),
      ),
    )
    .returning();
  for (const { subjectId } of released) await closeTask(tx, ctx, "mandate_ended_with_payments", subjectId);
}

/** While its account is being changed the old mandate stands: else nobody could be charged until the new one does. */
async function newOneIsAwaited(tx: Tx, mandateId: string): Promise<boolean> {
  const [change] = await tx
    .select({ id: accountChanges.id })
    .from(accountChanges)
    .where(and(eq(accountChanges.oldMandateId, mandateId), inArray(accountChanges.state, ["waits", "open"])));
  return change !== undefined;
}

/**
 * Suspends, resumes or ends a mandate. Suspending is ours alone. Ending goes to the provider where it offers that, by
 * an intent; `withdraw` takes an invitation back. Answers the intent's id, if there is one.
 */
export async function stopMandate(ctx: Ctx, input: StopMandate): Promise<string | null> {
  requirePermission(ctx, "mandates.stop");
  const reason = input.reason.trim();
  if (!reason && input.act !== "resume") throw new AppError("invalid", { fields: { reason: "required" } });
  return inTransaction(ctx.db, (tx) =>
    once(tx, ctx, input.request, () => stop(tx, ctx, { ...input, reason })),
  );
}

async function stop(tx: Tx, ctx: Ctx, input: StopMandate): Promise<string | null> {
  const { reason } = input;
  const [mandate] = await tx
    .select()
    .from(mandates)
    .where(and(eq(mandates.id, input.mandateId), eq(mandates.creditorId, ctx.creditorId)));
  if (!mandate) throw notFound();
  if (input.act === "end" && (await newOneIsAwaited(tx, mandate.id))) throw new AppError("new_not_active");
  if (input.act === "suspend" || input.act === "resume") {
    await moveMandate(tx, ctx, mandate, input.act, { reason });
    if (input.act === "resume") await releaseHeld(tx, ctx, mandate.id);
    return null;
  }
  const connection = await findConnection(tx, ctx.creditorId, mandate.connectionId);
  const offers = providerOf(ctx, connection).capabilities(connection.environment, connection.settings);
  const [agreement] = await tx.select().from(agreements).where(eq(agreements.id, mandate.agreementId));
  if (!agreement) throw notFound();
  if (mandate.state === "invited") {
    await withdrawIntent(tx, ctx, "mandate.create", mandate.id, reason);
    await moveMandate(tx, ctx, mandate, "record_end", { reason }, { endedBy: "creditor" });
    return null;
  }
  // Never sent, and standing still: without its intent it can be corrected as any other that came to nothing.
  if (input.act === "withdraw" && mandate.state === "draft")
    if (await withdrawIntent(tx, ctx, "mandate.create", mandate.id, reason)) return null;
  if (input.act === "withdraw")
    throw new AppError("move_not_allowed", { params: { move: input.act, state: mandate.state } });
  if (!offers.endMandate || !mandate.providerId) throw new AppError("not_offered");
  return intend(tx, ctx, {
    connectionId: connection.id,
    noun: "mandate",
    subjectId: mandate.id,
    intent: {
      operation: "mandate.end",
      key: newKey(),
      agreement: agreementView(agreement),
      mandate: {
        id: mandate.id,
        state: mandate.state,
        providerId: mandate.providerId,
        values: mandate.values,
      },
    },
  });
}
