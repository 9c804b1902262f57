import type { Ctx } from "@/lib/context";
import { forgetOldDrafts } from "@/lib/drafts/save";
import { dueInvitations, postponeReminder, remindOne } from "@/lib/invitations/remind";
import { faultLine, log } from "@/lib/log";

const HOUR_MS = 3_600_000;
let sweptAt = 0;

/** Reminders that are due become work for agents; once an hour drafts that nobody came back to are forgotten. */
export async function remindOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const any = ctxFor("");
  if (any.leases.now().getTime() - sweptAt >= HOUR_MS) {
    sweptAt = any.leases.now().getTime();
    await forgetOldDrafts(any);
  }
  const due = await dueInvitations(any);
  for (const one of due) {
    if (stopping()) break;
    try {
      await remindOne(ctxFor(one.creditorId), one);
    } catch (error) {
      log("error", "reminder failed", { mandate: one.mandateId, fault: faultLine(error) });
      await postponeReminder(ctxFor(one.creditorId), one).catch(() => undefined);
    }
  }
  return due.length;
}
