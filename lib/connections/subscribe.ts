import { and, eq } from "drizzle-orm";
import { agreements } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { newKey } from "@/lib/kernel/random";
import { agreementView } from "@/lib/mandates/agreement-view";
import { intend } from "@/lib/submissions/intend";
import { eventsUrl, findConnection, providerOf } from "./open-line";

/** Asks the provider to send its events to this connection's own address. Answers the intent's id. */
export async function subscribeEvents(ctx: Ctx, connectionId: string): Promise<string> {
  requirePermission(ctx, "connections.manage");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, connectionId);
  const offers = providerOf(ctx, connection).capabilities(connection.environment, connection.settings);
  if (!offers.subscribeEvents) throw new AppError("not_offered");
  return inTransaction(ctx.db, async (tx) => {
    const [agreement] = await tx
      .select()
      .from(agreements)
      .where(and(eq(agreements.connectionId, connection.id), eq(agreements.creditorId, ctx.creditorId)))
      .limit(1);
    if (!agreement) throw new AppError("agreement_not_usable");
    return intend(tx, ctx, {
      connectionId: connection.id,
      noun: "connection",
      subjectId: connection.id,
      intent: {
        operation: "events.subscribe",
        key: newKey(),
        agreement: agreementView(agreement),
        eventsUrl: eventsUrl(ctx, connection),
      },
    });
  });
}
