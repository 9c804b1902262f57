import { and, eq } from "drizzle-orm";
import { requests } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { RequestKey } from "@/lib/access/once";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";

/** A call that was made before under the same key. */
export type Repeat =
  /** Its answer was kept. */
  | { kind: "answered"; text: string }
  /** It wrote its record, and its answer was not kept: it is still being worked on, or its process died. */
  | { kind: "written"; id: string };

/** Where a verb notes what a request key led to; the answer lies beside it under a scope of its own. */
const verbScope = (ctx: Ctx): string => `${ctx.actor.kind}:${ctx.actor.id}`;
const answerScope = (ctx: Ctx): string => `answer:${verbScope(ctx)}`;

async function find(ctx: Ctx, scope: string, request: RequestKey): Promise<{ result: unknown } | null> {
  const [row] = await ctx.db.read
    .select({ fingerprint: requests.fingerprint, result: requests.result })
    .from(requests)
    .where(and(eq(requests.scope, scope), eq(requests.key, request.key)));
  if (!row) return null;
  if (row.fingerprint !== request.fingerprint) throw new AppError("request_repeated_differently");
  return row;
}

/** Whether this call was made before; refused when the key stood for something else then. */
export async function repeatOf(ctx: Ctx, request: RequestKey): Promise<Repeat | null> {
  const answered = await find(ctx, answerScope(ctx), request);
  if (answered) return { kind: "answered", text: String(answered.result) };
  const written = await find(ctx, verbScope(ctx), request);
  return written && { kind: "written", id: String(written.result) };
}

/**
 * Keeps the answer for repeats, as the text it was: a database may put the members of JSON in another order. False when
 * a repeat has kept one already: that one is the first.
 */
export async function keepAnswer(ctx: Ctx, request: RequestKey, text: string): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    const kept = await tx
      .insert(requests)
      .values({
        scope: answerScope(ctx),
        key: request.key,
        fingerprint: request.fingerprint,
        result: text,
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ key: requests.key });
    return kept.length > 0;
  });
}
