import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { creditors, instances, mandates, payments, submissions } from "@/db/schema";
import type { FenceReason } from "@/db/tables/connections";
import { inTransaction } from "@/db/transaction";
import { type AuditCtx, audit } from "@/lib/audit/entry";
import type { Actor, Runtime } from "@/lib/context";
import { log } from "@/lib/log";
import { openStates } from "@/lib/submissions/states";

type Instance = typeof instances.$inferSelect;

export const INSTANCE = "desk";

const desk: Actor = { kind: "worker", id: "instance", name: "Debitdesk" };

/** A new token: from here on no other copy of these data is this one. */
export async function nextGeneration(tx: Tx, now: Date): Promise<Instance> {
  const [before] = await tx.select().from(instances).where(eq(instances.id, INSTANCE));
  const next = { generation: (before?.generation ?? 0) + 1, token: randomUUID(), since: now };
  const [after] = await tx
    .insert(instances)
    .values({ id: INSTANCE, name: randomUUID(), ...next })
    .onConflictDoUpdate({ target: instances.id, set: next })
    .returning();
  if (!after) throw new Error("the instance was not written");
  return after;
}

/** Fences every creditor of a database, in one transaction. */
export async function fenceAll(of: Pick<Runtime, "db" | "clock">, why: FenceReason): Promise<Instance> {
  const instance = await inTransaction(of.db, async (tx) => {
    const next = await nextGeneration(tx, of.clock.now());
    for (const { id: creditorId } of await tx.select({ id: creditors.id }).from(creditors))
      await raiseFence(tx, { actor: desk, clock: of.clock, creditorId, requestId: randomUUID() }, why);
    return next;
  });
  log("warn", "fenced: nothing is sent", { why });
  return instance;
}

/**
 * From now on nothing is sent for this creditor, until a person has compared these data with each provider and says
 * so. What was wanted and not sent may have been sent since, by the data these are a copy of: it becomes unknown, and
 * may only be looked up.
 */
async function raiseFence(tx: Tx, ctx: AuditCtx, why: FenceReason): Promise<void> {
  const now = ctx.clock.now();
  const own = eq(creditors.id, ctx.creditorId);
  const [before] = await tx.select().from(creditors).where(own);
  // Where one stands the moment is new all the same: what was compared since that one knows nothing of what came after
  // this copy. Its reason is what people are told, unless a restore explains more.
  const reason = why === "restored" ? why : (before?.fenceReason ?? why);
  await tx.update(creditors).set({ fencedAt: now, fenceReason: reason }).where(own);
  const open = and(eq(submissions.creditorId, ctx.creditorId), inArray(submissions.state, [...openStates]));
  await tx
    .update(submissions)
    .set({ sentAt: now })
    .where(and(open, isNull(submissions.sentAt)));
  const suspects = await tx
    .update(submissions)
    .set({
      state: "unknown",
      detail: "fenced; it may have been sent since",
      nextAt: now,
      leaseUntil: null,
      // Whoever holds it now is late from here on.
      fence: sql`${submissions.fence} + 1`,
      version: sql`${submissions.version} + 1`,
      lookUps: 0,
      absences: 0,
      firstAbsenceAt: null,
    })
    .where(open)
    .returning();
  const ids = (noun: "payment" | "mandate") =>
    suspects.filter((one) => one.noun === noun).map((one) => one.subjectId);
  for (const some of inParts(ids("payment")))
    await tx.update(payments).set({ sending: "unknown" }).where(inArray(payments.id, some));
  for (const some of inParts(ids("mandate")))
    await tx.update(mandates).set({ sending: "unknown" }).where(inArray(mandates.id, some));
  audit(tx, ctx, {
    action: "fence.raised",
    noun: "creditor",
    subjectId: ctx.creditorId,
    after: { why, suspects: suspects.length },
  });
}

/** A statement takes only so many values. */
function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += 500) parts.push(ids.slice(from, from + 500));
  return parts;
}
