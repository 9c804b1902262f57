import { timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import { connections } from "@/db/schema";
import { hashToken } from "@/lib/access/tokens";
import type { Runtime } from "@/lib/context";
import { applyMessage } from "@/lib/inbox/apply";
import { receiveMessage } from "@/lib/inbox/receive";
import { countRefused } from "@/lib/inbox/refusals";
import { faultLine, log } from "@/lib/log";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Reply } from "@/lib/providers/contract";
import { runtime, workerCtx } from "@/lib/runtime";
import { inBackground } from "./background";
import { readBytes } from "./read-body";

/** Far above any message of a provider. */
const LIMIT = 2 * 1024 * 1024;

const plain = (status: number, body: string): Reply => ({ status, contentType: "text/plain", body });
const nobody = hashToken("");

/**
 * The connection whose address this is; null alike for an unknown connection and for a wrong secret. A wrong secret is
 * counted on its connection, after the answer has left: whoever asks must not notice the difference.
 */
async function addressed(of: Runtime, id: string, secret: string): Promise<Connection | null> {
  const known = /^[A-Za-z0-9_]{1,64}$/.test(id);
  const [row] = known ? await of.db.read.select().from(connections).where(eq(connections.id, id)) : [];
  const given = Buffer.from(hashToken(secret));
  const right = timingSafeEqual(given, Buffer.from(row?.eventsSecretHash ?? nobody));
  if (row && !right) inBackground("count refused", () => countRefused(of, row));
  return row && right ? row : null;
}

async function take(request: Request, id: string, secret: string): Promise<Reply> {
  const of = await runtime();
  const connection = await addressed(of, id, secret);
  if (!connection) return plain(404, "not found");
  const body = await readBytes(request, LIMIT);
  if (!body) return plain(413, "too large");
  const ctx = workerCtx(of, connection.creditorId);
  const { reply, messageId } = await receiveMessage(ctx, connection, {
    method: request.method,
    query: Object.fromEntries(new URL(request.url).searchParams),
    headers: Object.fromEntries(request.headers),
    body,
  });
  if (messageId) inBackground("apply message", () => applyMessage(ctx, messageId));
  return reply;
}

/**
 * A provider's message: stored, answered in the provider's own manner, and applied after the answer has left. Whoever
 * does not know the address learns nothing from it, not even that there is one.
 */
export async function takeWebhook(request: Request, id: string, secret: string): Promise<Response> {
  let reply: Reply;
  try {
    reply = await take(request, id, secret);
  } catch (error) {
    log("error", "webhook fault", { connection: id.slice(0, 64), fault: faultLine(error) });
    reply = plain(503, "try again");
  }
  const bodyless = [204, 205, 304].includes(reply.status);
  return new Response(bodyless ? null : reply.body, {
    status: reply.status,
    headers: { "content-type": reply.contentType, "cache-control": "no-store" },
  });
}
