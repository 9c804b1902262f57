import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { requests } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";

/** Names one press of a button or one API call, so that a second try shows the first result. */
export interface RequestKey {
  key: string;
  /** What was asked, to tell a repeat from another request under the same key. */
  fingerprint: string;
}

export const fingerprintOf = (input: unknown): string =>
  createHash("sha256").update(JSON.stringify(input)).digest("hex");

const scopeOf = (ctx: Ctx): string => `${ctx.actor.kind}:${ctx.actor.id}`;

/**
 * Does the work of a verb once per request key, inside its transaction. A repeat gets the id that the first one made,
 * or null where it made none; the same key with other content is refused.
 */
export async function once<Made extends string | null>(
  tx: Tx,
  ctx: Ctx,
  request: RequestKey | undefined,
  work: () => Promise<Made>,
): Promise<Made> {
  if (!request) return work();
  const scope = scopeOf(ctx);
  const [fresh] = await tx
    .insert(requests)
    .values({ scope, key: request.key, fingerprint: request.fingerprint, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning();
  const mine = and(eq(requests.scope, scope), eq(requests.key, request.key));
  if (!fresh) {
    const [before] = await tx.select().from(requests).where(mine);
    if (before?.fingerprint !== request.fingerprint) throw new AppError("request_repeated_differently");
    // Safe: the same verb wrote it, in the transaction that took the key.
    return before.result as Made;
  }
  const result = await work();
  await tx.update(requests).set({ result }).where(mine);
  return result;
}
