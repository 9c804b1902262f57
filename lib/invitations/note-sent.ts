import { and, asc, eq } from "drizzle-orm";
import { invitationSends, invitations, mandates } from "@/db/schema";
import type { InvitationWay } from "@/db/tables/onboarding";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { Locale } from "@/lib/kernel/locale";
import { closeTask } from "@/lib/tasks/tasks";

export const invitationWays = ["mail", "letter", "told"] as const satisfies readonly InvitationWay[];

/** Writes down that the debtor got the invitation, the first time or again; the reminder that asked for it is done. */
export async function noteInvitationSent(
  ctx: Ctx,
  input: { mandateId: string; way: InvitationWay; language: Locale },
): Promise<void> {
  requirePermission(ctx, "mandates.write");
  await inTransaction(ctx.db, async (tx) => {
    const [mandate] = await tx
      .select()
      .from(mandates)
      .where(and(eq(mandates.id, input.mandateId), eq(mandates.creditorId, ctx.creditorId)));
    if (!mandate) throw notFound();
    if (mandate.state !== "invited")
      throw new AppError("move_not_allowed", { params: { move: "remind", state: mandate.state } });
    const now = ctx.clock.now();
    await tx.insert(invitationSends).values({
      id: newId("snd", now),
      creditorId: ctx.creditorId,
      mandateId: mandate.id,
      way: input.way,
      language: input.language,
      byName: ctx.actor.name,
      at: now,
    });
    await closeTask(tx, ctx, "invitation_reminder", mandate.id);
    audit(tx, ctx, {
      action: "mandate.invitation_sent",
      noun: "mandate",
      subjectId: mandate.id,
      after: { way: input.way, language: input.language },
    });
  });
}

/** The invitation of a mandate with every time it was given, the first one first; null for a mandate without one. */
export async function invitationOf(ctx: Ctx, mandateId: string) {
  requirePermission(ctx, "read");
  const [invitation] = await ctx.db.read
    .select()
    .from(invitations)
    .where(and(eq(invitations.mandateId, mandateId), eq(invitations.creditorId, ctx.creditorId)));
  const sends = await ctx.db.read
    .select()
    .from(invitationSends)
    .where(and(eq(invitationSends.mandateId, mandateId), eq(invitationSends.creditorId, ctx.creditorId)))
    .orderBy(asc(invitationSends.at), asc(invitationSends.id))
    .limit(50);
  return { invitation: invitation ?? null, sends };
}
