import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { invitations, mandates } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { ruleOf } from "@/lib/payments/schedule";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { nextReminder, reminders } from "./plan";

type Invitation = typeof invitations.$inferSelect;

/** Invitations whose reminder is due, of every creditor, longest due first. */
export function dueInvitations(ctx: Ctx, most = 50): Promise<Invitation[]> {
  return ctx.db.read
    .select()
    .from(invitations)
    .where(and(isNull(invitations.closedAt), lte(invitations.nextAt, ctx.clock.now())))
    .orderBy(asc(invitations.nextAt))
    .limit(most);
}

/** Puts the reminder on the agents' list, due by the last moment that still makes the window, and plans the next. */
export async function remindOne(ctx: Ctx, { mandateId, invitedAt, nextAt }: Invitation): Promise<void> {
  if (!nextAt) return;
  await inTransaction(ctx.db, async (tx) => {
    const [mandate] = await tx
      .select()
      .from(mandates)
      .where(and(eq(mandates.id, mandateId), eq(mandates.creditorId, ctx.creditorId)));
    if (mandate?.state !== "invited") {
      await tx
        .update(invitations)
        .set({ closedAt: ctx.clock.now(), nextAt: null })
        .where(eq(invitations.mandateId, mandateId));
      return;
    }
    const rule = ruleOf(ctx.providers[mandate.provider], mandate.scheme);
    const facts = await deadlineFacts(tx, ctx.creditorId, rule.id);
    const now = ctx.clock.now();
    const next = nextReminder(rule, invitedAt, now, facts);
    // By compare-and-set: of two workers one goes on.
    const taken = await tx
      .update(invitations)
      .set({ nextAt: next?.at ?? null })
      .where(and(eq(invitations.mandateId, mandateId), eq(invitations.nextAt, nextAt)))
      .returning();
    if (taken.length === 0) return;
    const due = reminders(rule, invitedAt, facts).findLast((one) => one.at <= now);
    // What was not done for the last window is now for this one.
    await closeTask(tx, ctx, "invitation_reminder", mandateId);
    await openTask(tx, ctx, {
      kind: "invitation_reminder",
      noun: "mandate",
      subjectId: mandateId,
      role: "agent",
      params: {
        debtor: mandate.debtorName,
        lastDay: due?.goal.lastDay ?? "",
        month: due?.goal.month ?? "none",
        last: next === null ? 1 : 0,
      },
      dueAt: due?.goal.cutoffAt ?? null,
    });
  });
}

const LATER_MS = 3_600_000;

/** One that cannot be put on the list now has its turn in an hour, and holds up no other. */
export async function postponeReminder(ctx: Ctx, { mandateId, nextAt }: Invitation): Promise<void> {
  if (!nextAt) return;
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(invitations)
      .set({ nextAt: new Date(ctx.clock.now().getTime() + LATER_MS) })
      .where(and(eq(invitations.mandateId, mandateId), eq(invitations.nextAt, nextAt)));
  });
}
