import type { z } from "zod";
import { answering, type Call, jsonResponse, type Route } from "./call";
import type { Endpoint } from "./endpoint";

/** The route of an operation that only reads. */
export function read<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  endpoint: Endpoint<P, Q, z.ZodUndefined, A>,
  work: (call: Call<P, Q, z.ZodUndefined>) => Promise<z.input<A>>,
): Route {
  return (request, route) =>
    answering(endpoint, request, route, async (call) =>
      jsonResponse(call.ctx, endpoint.status, JSON.stringify(await work(call))),
    );
}
