import { and, eq } from "drizzle-orm";
import { mandates, payments } from "@/db/schema";
import { findConnection, openLine } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import type { Hint } from "@/lib/providers/contract";
import { type ReadAgain, readHint } from "./read-again";

/** "Check with provider": reads one record again and lets the answer in. Changes nothing at the provider. */
export async function askProvider(
  ctx: Ctx,
  about: { noun: "mandate" | "payment"; id: string },
): Promise<ReadAgain> {
  requirePermission(ctx, "submissions.ask");
  const table = about.noun === "mandate" ? mandates : payments;
  const [row] = await ctx.db.read
    .select({ connectionId: table.connectionId })
    .from(table)
    .where(and(eq(table.id, about.id), eq(table.creditorId, ctx.creditorId)));
  if (!row) throw notFound();
  const connection = await findConnection(ctx.db.read, ctx.creditorId, row.connectionId);
  return readHint(ctx, connection, await openLine(ctx, connection), await hintFor(ctx, about));
}

/** How to ask the provider about one record of ours. */
export async function hintFor(ctx: Ctx, about: { noun: "mandate" | "payment"; id: string }): Promise<Hint> {
  if (about.noun === "mandate") {
    const [row] = await ctx.db.read
      .select({ key: mandates.requestKey, providerId: mandates.providerId })
      .from(mandates)
      .where(eq(mandates.id, about.id));
    return {
      about: "mandate",
      ref: {
        ourId: about.id,
        ...(row?.key ? { key: row.key } : {}),
        ...(row?.providerId ? { providerId: row.providerId } : {}),
      },
    };
  }
  const [row] = await ctx.db.read
    .select({ reference: payments.reference, providerId: payments.providerId, mandate: mandates.providerId })
    .from(payments)
    .innerJoin(mandates, eq(mandates.id, payments.mandateId))
    .where(eq(payments.id, about.id));
  return {
    about: "payment",
    ref: {
      ...(row ? { reference: row.reference } : {}),
      ...(row?.providerId ? { providerId: row.providerId } : {}),
      ...(row?.mandate ? { mandateProviderId: row.mandate } : {}),
    },
  };
}
