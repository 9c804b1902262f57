import { creditors } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import { createApiKey } from "@/lib/access/api-keys";
import { newId } from "@/lib/kernel/ids";
import type { TestDesk } from "@/lib/testing/desk";
import type { Route } from "./call";
import { type Endpoint, problemsOf } from "./endpoint";
import { problemShape } from "./openapi";

export interface Asked {
  key?: string;
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  /** Bytes instead of JSON. */
  raw?: BodyInit;
  headers?: Record<string, string>;
  idempotencyKey?: string | null;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  // What it holds is the matter of each test; the document's schema has checked it.
  json: Record<string, unknown>;
}

let asked = 0;

function requestFor(endpoint: Endpoint, given: Asked): Request {
  const headers = new Headers(given.headers);
  if (given.key !== undefined) headers.set("authorization", `Bearer ${given.key}`);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(given.params?.[name] ?? ""),
  );
  const url = `http://127.0.0.1/api/v1${path}${given.query === undefined ? "" : `?${given.query}`}`;
  if (endpoint.method === "GET") return new Request(url, { headers });
  asked += 1;
  const idempotencyKey = given.idempotencyKey === undefined ? `test-${asked}` : given.idempotencyKey;
  if (idempotencyKey !== null) headers.set("idempotency-key", idempotencyKey);
  const body = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body));
  if (body !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
  return new Request(url, { method: "POST", headers, ...(body === undefined ? {} : { body }) });
}

/** Calls a route as the framework does, and holds every answer to what the document says of the operation. */
export async function ask(endpoint: Endpoint, route: Route, given: Asked): Promise<Answered> {
  const response = await route(requestFor(endpoint, given), { params: Promise.resolve(given.params) });
  const text = await response.text();
  const json: Record<string, unknown> = JSON.parse(text);
  if (response.status === endpoint.status) {
    endpoint.answer.parse(json);
    if (response.headers.get("content-type") !== "application/json") throw new Error("not JSON");
  } else {
    const { code, status } = problemShape.parse(json);
    const documented: readonly string[] = problemsOf(endpoint);
    if (!documented.includes(code)) throw new Error(`${endpoint.id} does not document ${code}: ${text}`);
    if (status !== response.status) throw new Error("the problem names another status");
    if (response.headers.get("content-type") !== "application/problem+json")
      throw new Error("not a problem document");
  }
  if (response.headers.get("cache-control") !== "no-store") throw new Error("may be kept");
  return { status: response.status, headers: response.headers, text, json };
}

/** Lets the routes run on this desk, and gives a key of a role. */
export async function keyOn(desk: TestDesk, role: Role): Promise<string> {
  globalThis.debitdeskRuntime = Promise.resolve(desk.runtime);
  const { key } = await createApiKey(desk.as("admin"), { name: `${role} key`, role });
  return key;
}

/** A key of another creditor on the same database. */
export async function foreignKeyOn(desk: TestDesk, role: Role): Promise<string> {
  const admin = desk.as("admin");
  const creditorId = newId("cre", admin.clock.now());
  await inTransaction(admin.db, async (tx) => {
    await tx.insert(creditors).values({ id: creditorId, name: "Another one", createdAt: admin.clock.now() });
  });
  return (await createApiKey({ ...admin, creditorId }, { name: "foreign", role })).key;
}
