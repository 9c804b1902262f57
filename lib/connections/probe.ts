import { eq } from "drizzle-orm";
import { connections } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { withStorableTexts } from "@/lib/messages/storable";
import { storeExchange } from "@/lib/messages/store-exchange";
import type { Probe } from "@/lib/providers/contract";
import { closeTask } from "@/lib/tasks/tasks";
import { findConnection, openLine, providerOf } from "./open-line";
import { rememberIdentity } from "./remember-identity";

/** Tries a connection with a harmless call and writes down what came of it. */
export async function probeConnection(
  ctx: Ctx,
  connectionId: string,
): Promise<{ ok: boolean; problem: Probe["problem"]; detail: string; messageId: string }> {
  requirePermission(ctx, "connections.manage");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, connectionId);
  const line = await openLine(ctx, connection);
  const probe = withStorableTexts(await providerOf(ctx, connection).probe(line));
  const now = ctx.clock.now();
  const messageId = await inTransaction(ctx.db, async (tx) => {
    const id = await storeExchange(tx, ctx, connection, probe.exchange, {
      title: "probe",
      subjectId: connection.id,
    });
    await tx
      .update(connections)
      .set(
        probe.ok
          ? { lastOkAt: now, lastProblem: null, lastProblemAt: null, heldUntil: null, lostInARow: 0 }
          : { lastProblem: `${probe.problem}: ${probe.detail}`, lastProblemAt: now },
      )
      .where(eq(connections.id, connection.id));
    await rememberIdentity(tx, connection.id, probe.identity);
    if (probe.ok) await closeTask(tx, ctx, "connection_trouble", connection.id);
    audit(tx, ctx, {
      action: "connection.probed",
      noun: "connection",
      subjectId: connection.id,
      after: { ok: probe.ok, problem: probe.problem },
    });
    return id;
  });
  return { ok: probe.ok, problem: probe.problem, detail: probe.detail, messageId };
}
