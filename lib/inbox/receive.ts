import { and, eq, sql } from "drizzle-orm";
import { isUniqueViolation } from "@/db/errors";
import { connections, messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { openSecrets, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { newId } from "@/lib/kernel/ids";
import { storable } from "@/lib/messages/storable";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Incoming, Received, Reply } from "@/lib/providers/contract";
import { scrubBody, scrubHeaders } from "@/lib/providers/scrub";
import { countRefused } from "./refusals";

const refused: Reply = { status: 401, contentType: "text/plain", body: "refused" };

/**
 * Takes a message in: stored first, then answered. It is applied later, by whoever works the inbox. A repeat is
 * counted on the first one and answered alike. Nothing in it is believed; it only says what to read again.
 */
export async function receiveMessage(
  ctx: Ctx,
  connection: Connection,
  incoming: Incoming,
): Promise<{ reply: Reply; messageId: string | null }> {
  const provider = providerOf(ctx, connection);
  if (!provider.receive) return { reply: { ...refused, status: 404 }, messageId: null };
  const secrets = (await openSecrets(ctx, connection)) ?? {};
  const received = provider.receive(incoming, secrets, connection.settings);
  if (received.authenticity === "refused") {
    await countRefused(ctx, connection);
    return { reply: refused, messageId: null };
  }
  try {
    return { reply: received.stored, messageId: await store(ctx, connection, incoming, received) };
  } catch (error) {
    if (isUniqueViolation(error)) {
      await countRepeat(ctx, connection, received.dedupeKey);
      return { reply: received.stored, messageId: null };
    }
    return { reply: received.failed, messageId: null };
  }
}

async function store(
  ctx: Ctx,
  connection: Connection,
  incoming: Incoming,
  received: Received,
): Promise<string> {
  const sensitive = providerOf(ctx, connection).sensitiveNames;
  const now = ctx.clock.now();
  const id = newId("msg", now);
  const body =
    incoming.body.length > 0
      ? new TextDecoder().decode(incoming.body)
      : new URLSearchParams(incoming.query).toString();
  await inTransaction(ctx.db, async (tx) => {
    await tx.insert(messages).values({
      id,
      creditorId: connection.creditorId,
      connectionId: connection.id,
      direction: "in",
      title: storable(received.title).slice(0, 200),
      method: incoming.method,
      url: "",
      requestHeaders: scrubHeaders(incoming.headers),
      requestBody: storable(scrubBody(body, sensitive)),
      result: "received",
      at: now,
      authenticity: received.authenticity,
      dedupeKey: received.dedupeKey,
      repeats: 0,
      hints: received.hints,
      state: "waiting",
      tries: 0,
      nextAt: now,
      fence: 0,
    });
    await tx.update(connections).set({ lastEventAt: now }).where(eq(connections.id, connection.id));
    crashPoint("message.storing");
  });
  crashPoint("message.stored");
  return id;
}

async function countRepeat(ctx: Ctx, connection: Connection, dedupeKey: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(messages)
      .set({ repeats: sql`${messages.repeats} + 1` })
      .where(and(eq(messages.connectionId, connection.id), eq(messages.dedupeKey, dedupeKey)));
  });
}
