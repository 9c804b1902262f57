import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import type { Operation } from "@/lib/providers/contract";
import { requestMayHaveLeft } from "./may-have-left";
import { giveUpRecorded } from "./settle";
import { closeSubmission } from "./standing";

/**
 * Gives up an intent of which no byte has left. Refused once its permit is consumed: then it is too late, and only
 * what the provider offers can stop it. One that left, was proven not to have arrived, and waits for a person since, is
 * given up by that person's verdict, and the provider goes on being asked. True when there was something to withdraw.
 */
export async function withdrawIntent(
  tx: Tx,
  ctx: Ctx,
  operation: Operation,
  subjectId: string,
  reason: string,
): Promise<boolean> {
  const open = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.operation, operation), eq(submissions.subjectId, subjectId)));
  const live = open.find((one) => one.closedAt === null);
  if (!live) return false;
  if (live.state !== "intended") throw new AppError("already_open");
  const left = await requestMayHaveLeft(tx, live.id);
  // It goes again in a moment.
  if (left && live.nextAt !== null) throw new AppError("may_have_left");
  const verdict = left ? ({ resolution: "did_not_happen" } as const) : {};
  const why = { detail: reason, resolvedBy: ctx.actor.name, ...verdict };
  if (!(await closeSubmission(tx, ctx, live, "withdrawn", why))) throw new AppError("already_open");
  await giveUpRecorded(tx, live.id, "withdrawn");
  return true;
}
