import { and, eq, or } from "drizzle-orm";
import { mandates, payments } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Message } from "@/lib/messages/get";
import type { Hint } from "@/lib/providers/contract";
import { hintsOf } from "./hints";

/** The record of ours that a message names, as our books have it; null when they have none. */
export async function recordOf(
  ctx: Ctx,
  message: Pick<Message, "hints" | "connectionId">,
): Promise<string | null> {
  for (const hint of hintsOf(message)) {
    const found = await recordOfHint(ctx, message.connectionId, hint);
    if (found) return found;
  }
  return null;
}

async function recordOfHint(ctx: Ctx, connectionId: string, hint: Hint): Promise<string | null> {
  if ((hint.about !== "payment" && hint.about !== "mandate") || !hint.ref) return null;
  const names =
    hint.about === "payment"
      ? [
          hint.ref.providerId && eq(payments.providerId, hint.ref.providerId),
          hint.ref.reference && eq(payments.reference, hint.ref.reference),
        ]
      : [
          hint.ref.ourId && eq(mandates.id, hint.ref.ourId),
          hint.ref.key && eq(mandates.requestKey, hint.ref.key),
          hint.ref.providerId && eq(mandates.providerId, hint.ref.providerId),
        ];
  const known = names.filter((one) => one !== undefined && one !== "");
  if (known.length === 0) return null;
  const table = hint.about === "payment" ? payments : mandates;
  const [row] = await ctx.db.read
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.connectionId, connectionId), eq(table.creditorId, ctx.creditorId), or(...known)))
    .limit(1);
  return row?.id ?? null;
}
