import { isOwnWork } from "@/lib/access/own-work";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { decide, findSubmission } from "./decide";
import { lookUpSubmission } from "./look-up";
import { provenAbsent } from "./proven-absent";
import { backToSending } from "./standing";

/**
 * "Send again, same key": only after two look-ups proved that it does not exist there, by an approver who did not make
 * it, and after the provider was asked once more at this very moment: hours may lie between proof and release. The same
 * bytes go out once more, unless the key is spent.
 */
export async function sendAgain(ctx: Ctx, submissionId: string): Promise<void> {
  requirePermission(ctx, "submissions.resend");
  const before = await findSubmission(ctx, submissionId);
  if (await isOwnWork(ctx, ctx.db.read, [before.actorId]))
    throw new AppError("not_permitted", { params: { permission: "own_work" } });
  if (before.state !== "unknown") throw new AppError("move_not_allowed", { params: { state: before.state } });
  if (!provenAbsent(before))
    throw new AppError("move_not_allowed", { params: { state: "not proven absent" } });
  await lookUpSubmission(ctx, submissionId);
  const asked = await findSubmission(ctx, submissionId);
  if (asked.resolution === "found") throw new AppError("found_meanwhile");
  if (asked.absences <= before.absences) throw new AppError("not_readable_there");
  await decide(ctx, submissionId, async (held, tx) => {
    if (!provenAbsent(held)) throw new AppError("changed_meanwhile");
    audit(tx, ctx, {
      action: "submission.sent_again",
      noun: held.noun,
      subjectId: held.subjectId,
      after: { submission: held.id },
    });
    return backToSending(tx, ctx, held, {});
  });
}
