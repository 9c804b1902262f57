import type { Tx } from "@/db/client";
import { type connections, messages } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";
import type { Exchange } from "@/lib/providers/contract";
import { scrubBody, scrubHeaders, scrubUrl } from "@/lib/providers/scrub";
import { storable } from "./storable";

/** As many milliseconds as Postgres' integer holds, 24 days: somebody held up may hear the answer after longer. */
const MOST_MS = 2 ** 31 - 1;

export type Connection = typeof connections.$inferSelect;

/** Keeps a request with its answer, scrubbed, as evidence; gives the message's id. */
export async function storeExchange(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  exchange: Exchange,
  about: { title: string; submissionId?: string | null; subjectId?: string | null },
): Promise<string> {
  const sensitive = ctx.providers[connection.provider]?.sensitiveNames ?? [];
  const { request, result } = exchange;
  const answered = result.kind === "answered" ? result : null;
  const id = newId("msg", ctx.clock.now());
  await tx.insert(messages).values({
    id,
    creditorId: connection.creditorId,
    connectionId: connection.id,
    direction: "out",
    title: about.title,
    method: request.method,
    url: scrubUrl(request.url, sensitive),
    requestHeaders: scrubHeaders(request.headers),
    requestBody: storable(scrubBody(request.body ?? "", sensitive)),
    result: result.kind,
    status: answered?.status ?? null,
    answerHeaders: answered ? scrubHeaders(answered.headers) : null,
    answerBody: answered ? storable(scrubBody(answered.body, sensitive)) : null,
    detail: result.kind === "answered" ? null : result.cause,
    ms: Math.min(exchange.ms, MOST_MS),
    at: exchange.sentAt,
    submissionId: about.submissionId ?? null,
    subjectId: about.subjectId ?? null,
    repeats: 0,
    state: "done",
    tries: 0,
    fence: 0,
  });
  return id;
}
