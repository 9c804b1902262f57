import { z } from "zod";
import type { RequestKey } from "@/lib/access/once";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { answering, type Call, checked, jsonResponse, type Route } from "./call";
import type { Endpoint } from "./endpoint";
import { RequestProblem } from "./problem";
import { readJson } from "./read-body";
import { keepAnswer, repeatOf } from "./repeats";

/** What an operation made: its id, and what only its first answer knows. */
interface Made {
  id: string;
}

interface Work<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A, M extends Made> {
  /** Calls the verb, once per request key. */
  act(call: Call<P, Q, B>, request: RequestKey): Promise<M>;
  /** The answer. Of a repeat whose first answer was lost only the id is known. */
  show(call: Call<P, Q, B>, made: Made | M): Promise<A>;
  /** Where the new record can be read, below /api/v1. */
  location?(id: string): string;
}

function keyOf(request: Request): string {
  const key = request.headers.get("idempotency-key");
  if (key === null || key === "") throw new RequestProblem("idempotency_key_required");
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new RequestProblem("idempotency_key_malformed");
  return key;
}

/** Keyed, not a plain hash: a body may hold a CPR number, which could be found by trying them all. */
const fingerprint = (ctx: Ctx, endpoint: Endpoint, parts: unknown): string =>
  ctx.vault.blindIndex(ctx.creditorId, "request", JSON.stringify([endpoint.method, endpoint.path, parts]));

/**
 * The route of an operation that writes. A call that is repeated under its Idempotency-Key gets the first answer again
 * and does nothing; the same key for something else is refused. A refused call keeps nothing and may be repeated.
 */
export function write<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
  M extends Made,
>(endpoint: Endpoint<P, Q, B, A>, work: Work<P, Q, B, z.input<A>, M>): Route {
  const takesBody = !(endpoint.body instanceof z.ZodUndefined);
  return (request, route) =>
    answering(endpoint, request, route, async ({ ctx, params, query }) => {
      const key = keyOf(request);
      const given = await readJson(request, takesBody, endpoint.bodyLimit);
      const body = checked(endpoint.body, takesBody ? given : checkedNothing(given));
      const call = { ctx, params, query, body };
      const repeatable = { key, fingerprint: fingerprint(ctx, endpoint, [params, query, body]) };

      const again = await answerAgain(call, repeatable);
      if (again) return again;
      let made: M;
      try {
        made = await work.act(call, repeatable);
      } catch (error) {
        // Two at once: the other one may have done it, and that is why this one was refused.
        const meanwhile = error instanceof AppError ? await answerAgain(call, repeatable) : null;
        if (meanwhile) return meanwhile;
        throw error;
      }
      const answer = JSON.stringify(await work.show(call, made));
      if (!(await keepAnswer(ctx, repeatable, answer))) {
        const first = await answerAgain(call, repeatable);
        if (first) return first;
      }
      return respond(ctx, answer, made.id);
    });

  function respond(ctx: Ctx, answer: string, id: string | null, replay = false): Response {
    const place = id !== null && work.location ? { location: `/api/v1${work.location(id)}` } : {};
    const repeated = replay ? { "idempotent-replay": "true" } : {};
    return jsonResponse(ctx, endpoint.status, answer, { ...place, ...repeated });
  }

  async function answerAgain(call: Call<P, Q, B>, request: RequestKey): Promise<Response | null> {
    const before = await repeatOf(call.ctx, request);
    if (!before) return null;
    if (before.kind === "answered") return respond(call.ctx, before.text, idIn(before.text), true);
    const answer = JSON.stringify(await work.show(call, { id: before.id }));
    return respond(call.ctx, answer, before.id, true);
  }
}

const nothing = z.strictObject({}).optional();

/** An operation without a body takes none, or an empty object. */
function checkedNothing(given: unknown): undefined {
  checked(nothing, given);
  return undefined;
}

function idIn(text: string): string | null {
  const read = z.object({ id: z.string() }).safeParse(JSON.parse(text));
  return read.success ? read.data.id : null;
}
