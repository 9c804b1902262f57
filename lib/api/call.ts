import { randomUUID } from "node:crypto";
import { z } from "zod";
import { apiCtx } from "@/lib/access/api-keys";
import type { Permission } from "@/lib/access/permissions";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { faultLine, log } from "@/lib/log";
import { runtime } from "@/lib/runtime";
import type { Endpoint } from "./endpoint";
import { fieldErrors, problemResponse, RequestProblem } from "./problem";

/** What the framework hands to a route; an address without parameters comes with none. */
export type Route = (
  request: Request,
  route: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/** A request that may be worked on: who asks, and its checked parts. */
export interface Call<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  ctx: Ctx;
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
}

/** Checks a value against a schema; what is wrong is answered per field. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) throw new RequestProblem("invalid", fieldErrors(result.error.issues));
  return result.data;
}

const takesMany = (schema: unknown): boolean =>
  schema instanceof z.ZodOptional ? takesMany(schema.unwrap()) : schema instanceof z.ZodArray;

/** A parameter that is given twice is a list, and refused where one value is meant. */
function checkedQuery<Q extends z.ZodObject>(schema: Q, url: string): z.output<Q> {
  const given = new URL(url).searchParams;
  const values = [...new Set(given.keys())].map((name) => {
    const all = given.getAll(name);
    return [name, all.length === 1 && !takesMany(schema.shape[name]) ? all[0] : all];
  });
  return checked(schema, Object.fromEntries(values));
}

async function authorised(request: Request, permission: Permission, requestId: string): Promise<Ctx> {
  const [, key] = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const ctx = key ? await apiCtx(await runtime(), key) : null;
  if (!ctx) throw new AppError("not_signed_in");
  requirePermission(ctx, permission);
  return { ...ctx, requestId };
}

/**
 * Checks who asks and where to, then answers what `work` makes of it. Everything thrown becomes a problem; a fault is
 * logged under the reference that its problem names.
 */
export async function answering<P extends z.ZodObject, Q extends z.ZodObject>(
  endpoint: Endpoint<P, Q>,
  request: Request,
  route: Parameters<Route>[1],
  work: (call: Call<P, Q, z.ZodUndefined>) => Promise<Response>,
): Promise<Response> {
  const requestId = randomUUID();
  try {
    const ctx = await authorised(request, endpoint.permission, requestId);
    const params = endpoint.params.safeParse((await route.params) ?? {});
    if (!params.success) throw notFound();
    const query = checkedQuery(endpoint.query, request.url);
    return await work({ ctx, params: params.data, query, body: undefined });
  } catch (error) {
    const expected = error instanceof AppError || error instanceof RequestProblem;
    if (!expected)
      log("error", "api fault", { request: requestId, operation: endpoint.id, fault: faultLine(error) });
    return problemResponse(error, requestId);
  }
}

/** A JSON answer as every route of the API gives it: never kept by anything in between. */
export function jsonResponse(
  ctx: Ctx,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(text, {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-request-id": ctx.requestId,
      ...headers,
    },
  });
}
