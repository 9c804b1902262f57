import { createHash } from "node:crypto";
import type { Tx } from "@/db/client";
import { attempts } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { newId } from "@/lib/kernel/ids";
import type { Prepared } from "@/lib/providers/contract";
import type { Attempt, Submission } from "./lease";
import { sealPrepared } from "./sealed";

/** Writes an attempt down with its exact bytes and key; it needs a permit before it may leave. */
export async function insertAttempt(
  tx: Tx,
  ctx: Ctx,
  submission: Submission,
  n: number,
  prepared: Prepared,
): Promise<Attempt> {
  const now = ctx.clock.now();
  const id = newId("att", now);
  const [attempt] = await tx
    .insert(attempts)
    .values({
      id,
      submissionId: submission.id,
      n,
      state: "recorded",
      fence: submission.fence,
      key: prepared.key,
      method: prepared.method,
      path: prepared.path,
      preparedSealed: sealPrepared(ctx, id, prepared),
      bodySha256: createHash("sha256").update(prepared.body).digest("hex"),
      recordedAt: now,
    })
    .returning();
  if (!attempt) throw new Error("the attempt was not written");
  crashPoint("send.recording");
  return attempt;
}
