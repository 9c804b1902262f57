import { z } from "zod";
import type { Permission } from "@/lib/access/permissions";
import type { ProblemCode } from "./problem-codes";

/** One operation of the public API: what the route checks and what the OpenAPI document says are both read from here. */
export interface Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: "GET" | "POST";
  /** Below /api/v1, with `{name}` for a parameter. */
  path: string;
  /** The operation's name in the document. */
  id: string;
  tag: string;
  summary: string;
  permission: Permission;
  params: Params;
  query: Query;
  body: Body;
  status: 200 | 201;
  answer: Answer;
  /** Of a body, in bytes, where it may be larger than usual. */
  bodyLimit?: number;
  /** Beyond those that follow from the method and the parts above. */
  problems: readonly ProblemCode[];
}

type Given<P, Q, B, A> = Pick<
  Endpoint,
  "method" | "path" | "id" | "tag" | "summary" | "permission" | "status"
> & {
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  problems?: readonly ProblemCode[];
  bodyLimit?: number;
};

const nothing = z.strictObject({});
const noBody = z.undefined();

/** Declares an operation; parts that are left out take nothing. */
export function endpoint<
  A extends z.ZodType,
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(given: Given<P, Q, B, A>): Endpoint<P, Q, B, A> {
  // Safe: a part that is not given leaves its type parameter at its default, which is the type of what stands in for it.
  const params = (given.params ?? nothing) as P;
  const query = (given.query ?? nothing) as Q;
  const body = (given.body ?? noBody) as B;
  return { ...given, params, query, body, problems: given.problems ?? [] };
}

const always = ["not_signed_in", "not_permitted", "invalid", "fault"] as const;
const ofWrites = [
  "json_malformed",
  "json_required",
  "too_large",
  "idempotency_key_required",
  "idempotency_key_malformed",
  "request_repeated_differently",
] as const;

/** Every problem an operation may answer. */
export function problemsOf({ method, path, problems }: Endpoint): ProblemCode[] {
  const codes = new Set<ProblemCode>([...always, ...problems]);
  if (path.includes("{")) codes.add("not_found");
  if (method === "POST") for (const code of ofWrites) codes.add(code);
  return [...codes].sort();
}
