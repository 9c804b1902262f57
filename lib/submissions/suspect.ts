import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts } from "@/db/schema";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { openTask } from "@/lib/tasks/tasks";
import { type Attempt, attemptsOf, type Submission } from "./lease";
import { insertAttempt } from "./record-attempt";
import { openIntent, openPrepared } from "./sealed";
import { taskAbout } from "./standing";

/**
 * The attempt that may have arrived. After a fence that may be one of which these data know nothing: it is then written
 * down with the bytes and the key that it must have had, so that it is looked up, and repeated, as any other.
 */
export async function suspectedAttempt(tx: Tx, ctx: Ctx, held: Submission): Promise<Attempt> {
  const tried = await attemptsOf(tx, held.id);
  const arrived = tried.findLast((one) => one.state === "unknown");
  if (arrived) return arrived;
  await openTask(tx, ctx, {
    ...taskAbout(held),
    kind: "unknown_outcome",
    role: held.noun === "payment" ? "finance" : "agent",
    params: { operation: held.operation },
  });
  const last = tried.at(-1);
  const attempt =
    last?.state === "permitted" || last?.state === "recorded" ? last : await write(tx, ctx, held, last);
  const suspect = { state: "unknown", detail: "fenced", permittedAt: held.sentAt } as const;
  await tx.update(attempts).set(suspect).where(eq(attempts.id, attempt.id));
  return { ...attempt, ...suspect };
}

async function write(tx: Tx, ctx: Ctx, held: Submission, last: Attempt | undefined): Promise<Attempt> {
  const connection = await findConnection(tx, ctx.creditorId, held.connectionId);
  const prepared =
    last && last.key === held.key
      ? openPrepared(ctx, last)
      : providerOf(ctx, connection).prepare(openIntent(ctx, held), connection.settings);
  return insertAttempt(tx, ctx, held, (last?.n ?? 0) + 1, prepared);
}
