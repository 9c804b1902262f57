import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invitations } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Connection } from "@/lib/messages/store-exchange";
import { ruleOf } from "@/lib/payments/schedule";
import type { ProviderModule } from "@/lib/providers/contract";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { closeTask } from "@/lib/tasks/tasks";
import { nextReminder } from "./plan";

interface Under {
  connection: Pick<Connection, "id">;
  provider: ProviderModule;
  agreement: { scheme: string };
}

/** Begins the plan of reminders of an invited debtor. */
export async function openInvitation(tx: Tx, ctx: Ctx, under: Under, mandateId: string): Promise<void> {
  const now = ctx.clock.now();
  const rule = ruleOf(under.provider, under.agreement.scheme);
  const facts = await deadlineFacts(tx, ctx.creditorId, rule.id);
  await tx
    .insert(invitations)
    .values({
      mandateId,
      creditorId: ctx.creditorId,
      connectionId: under.connection.id,
      invitedAt: now,
      nextAt: nextReminder(rule, now, now, facts)?.at ?? null,
    })
    .onConflictDoNothing();
}

/** The debtor signed up, or the invitation is over: nobody is reminded any more. */
export async function closeInvitation(tx: Tx, ctx: Ctx, mandateId: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ closedAt: ctx.clock.now(), nextAt: null })
    .where(eq(invitations.mandateId, mandateId));
  await closeTask(tx, ctx, "invitation_reminder", mandateId);
}
