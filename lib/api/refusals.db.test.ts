import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as nowhere from "@/app/api/v1/[...path]/route";
import * as connections from "@/app/api/v1/connections/route";
import * as debtors from "@/app/api/v1/debtors/route";
import * as mandates from "@/app/api/v1/mandates/route";
import * as payments from "@/app/api/v1/payments/route";
import { apiKeys, auditLog } from "@/db/schema";
import { revokeApiKey } from "@/lib/access/api-keys";
import { rolesWith } from "@/lib/access/permissions";
import { hashToken } from "@/lib/access/tokens";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { createConnectionEndpoint } from "./endpoints/connections";
import { createDebtorEndpoint, listDebtorsEndpoint } from "./endpoints/debtors";
import { createMandateEndpoint } from "./endpoints/mandates";
import { createPaymentEndpoint } from "./endpoints/payments";
import { type Asked, ask, keyOn } from "./testing";

let desk: TestDesk;
let agent: string;

beforeEach(async () => {
  desk = await testDesk({ now: () => new Date("2026-11-20T09:00:00Z"), movable: true });
  agent = await keyOn(desk, "agent");
});

const anna = { kind: "person", name: "Anna Andersen", customer_number: "100234" };
const add = (given: Asked = {}) =>
  ask(createDebtorEndpoint, debtors.POST, { key: agent, body: anna, ...given });

describe("who asks", () => {
  it.each([
    ["no key", {}],
    ["an unknown key", { authorization: "Bearer dd_unknown" }],
    ["another scheme", { authorization: "Basic YTpi" }],
    ["an empty key", { authorization: "Bearer " }],
    ["two words", { authorization: "Bearer a b" }],
    ["a key beyond all length", { authorization: `Bearer ${"k".repeat(10_000)}` }],
  ])("is refused with %s", async (_, headers) => {
    const { status, headers: answered, json } = await ask(listDebtorsEndpoint, debtors.GET, { headers });
    expect(status).toBe(401);
    expect(answered.get("www-authenticate")).toBe("Bearer");
    expect(json).toMatchObject({
      type: "urn:debitdesk:problem:not_signed_in",
      code: "not_signed_in",
      status: 401,
      request_id: answered.get("x-request-id"),
    });
  });

  it("is refused from the moment its key is revoked", async () => {
    expect((await ask(listDebtorsEndpoint, debtors.GET, { key: agent })).status).toBe(200);
    const [row] = await desk.runtime.db.read
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.hash, hashToken(agent)));
    await revokeApiKey(desk.as("admin"), row?.id ?? "");
    expect((await ask(listDebtorsEndpoint, debtors.GET, { key: agent })).status).toBe(401);
  });

  it.each([
    ["auditor", createDebtorEndpoint, debtors.POST],
    ["auditor", createMandateEndpoint, mandates.POST],
    ["auditor", createPaymentEndpoint, payments.POST],
    ["auditor", createConnectionEndpoint, connections.POST],
    ["admin", createPaymentEndpoint, payments.POST],
    ["finance", createMandateEndpoint, mandates.POST],
    ["agent", createConnectionEndpoint, connections.POST],
  ] as const)("as %s is refused %o before its body is looked at", async (role, endpoint, route) => {
    const { status, json } = await ask(endpoint, route, { key: await keyOn(desk, role), raw: "{" });
    expect(status).toBe(403);
    expect(json).toMatchObject({ code: "not_permitted", params: { permission: endpoint.permission } });
    for (const other of rolesWith(endpoint.permission)) expect(json.detail).toContain(other);
    expect(json.detail).not.toContain(role);
  });
});

describe("a body", () => {
  const tooLarge = JSON.stringify({ ...anna, name: "x".repeat(2 * 1024 * 1024) });

  it("of 2 MB is refused before it is parsed, whether it says its length or not", async () => {
    expect((await add({ raw: tooLarge })).json.code).toBe("too_large");
    const said = { "content-length": String(tooLarge.length) };
    expect((await add({ raw: "{}", headers: said })).status).toBe(413);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    const streamed: RequestInit & { duplex: "half" } = {
      method: "POST",
      headers: {
        authorization: `Bearer ${agent}`,
        "idempotency-key": "endless",
        "content-type": "application/json",
      },
      body: endless,
      duplex: "half",
    };
    const request = new Request("http://127.0.0.1/api/v1/debtors", streamed);
    expect((await debtors.POST(request, { params: Promise.resolve({}) })).status).toBe(413);
    expect(pulled).toBeLessThan(40);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])(
    "of type %j is refused",
    async (type) => {
      const { status, json } = await add({ raw: JSON.stringify(anna), headers: { "content-type": type } });
      expect(status).toBe(415);
      expect(json.code).toBe("json_required");
    },
  );

  it.each([
    ["nothing", ""],
    ["half an object", '{"name":'],
    ["a number with a comma", '{"name": 1,5}'],
    ["two values", "{} {}"],
    ["a name that objects have of themselves", '{"name":"A","__proto__":{"kind":"person"}}'],
    ["such a name in escapes", '{"\\u005f_proto__":{"kind":"person"}}'],
    ["NUL in a text", '{"name":"A\\u0000B"}'],
    ["half of a character", '{"name":"\\ud800"}'],
    ["a hundred thousand brackets", "[".repeat(100_000)],
    ["a hundred thousand closed brackets", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ])("with %s is refused as not readable", async (_, raw) => {
    const { status, json } = await add({ raw });
    expect(status).toBe(400);
    expect(json.code).toBe("json_malformed");
  });

  it("that is not UTF-8 is refused as not readable", async () => {
    const raw = Buffer.from('{"name":"Søren"}', "latin1");
    expect((await add({ raw: new Uint8Array(raw) })).json.code).toBe("json_malformed");
  });

  it.each([
    ["null", "wrong_type"],
    ["[]", "wrong_type"],
    ['"text"', "wrong_type"],
    ["1e999", "wrong_type"],
  ])("that is %s is refused as invalid", async (raw, code) => {
    const { status, json } = await add({ raw });
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: "invalid", errors: [{ field: "", code }] });
  });

  it("names every field that cannot be taken, and repeats nothing of what was given", async () => {
    const { status, json, text } = await add({
      body: { kind: "ghost", name: 7, email: "not-an-address-4711", constructor: "x" },
    });
    expect(status).toBe(422);
    expect(json.errors).toEqual([
      { field: "kind", code: "choice", detail: expect.any(String) },
      { field: "name", code: "wrong_type", detail: expect.any(String) },
      { field: "customer_number", code: "required", detail: expect.any(String) },
      { field: "constructor", code: "unknown_field", detail: expect.any(String) },
    ]);
    expect(text).not.toContain("4711");
  });
});

describe("a key for repeats", () => {
  it.each([
    ["missing", null, 428, "idempotency_key_required"],
    ["empty", "", 428, "idempotency_key_required"],
    ["too long", "k".repeat(201), 400, "idempotency_key_malformed"],
    ["two words", "a b", 400, "idempotency_key_malformed"],
  ])("that is %s is refused, and nothing is written", async (_, idempotencyKey, status, code) => {
    const answer = await add({ idempotencyKey });
    expect(answer.status).toBe(status);
    expect(answer.json.code).toBe(code);
    expect((await ask(listDebtorsEndpoint, debtors.GET, { key: agent })).json.data).toEqual([]);
  });

  it("is free again after a refusal", async () => {
    expect((await add({ body: { ...anna, email: "x" }, idempotencyKey: "k1" })).status).toBe(422);
    expect((await add({ idempotencyKey: "k1" })).status).toBe(201);
  });

  it("belongs to one API key: another's is another call", async () => {
    const other = await keyOn(desk, "agent");
    const bert = { ...anna, customer_number: "100235" };
    const first = await add({ idempotencyKey: "same" });
    const second = await add({ idempotencyKey: "same", key: other, body: bert });
    expect(second.status).toBe(201);
    expect(second.json.id).not.toBe(first.json.id);
  });
});

describe("a fault", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("is a problem with a reference and nothing else, and is logged under it", async () => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    const broken = { ...desk.runtime, clock: { ...desk.runtime.clock, now: () => new Date(Number.NaN) } };
    globalThis.debitdeskRuntime = Promise.resolve(broken);
    const { status, json } = await add();
    expect(status).toBe(500);
    expect(json).toEqual({
      type: "urn:debitdesk:problem:fault",
      title: "Something failed on our side.",
      status: 500,
      code: "fault",
      request_id: expect.any(String),
    });
    expect(lines.join("")).toContain(String(json.request_id));
    expect(lines.join("")).not.toContain("Anna");
  });

  it("leaves nothing behind: the audit chain has no entry of it", async () => {
    const before = await desk.runtime.db.read.select().from(auditLog);
    await add({ body: { ...anna, customer_number: "" } });
    expect(await desk.runtime.db.read.select().from(auditLog)).toEqual(before);
  });
});

describe("an address that is none", () => {
  it("answers a problem, whatever the method", async () => {
    for (const handler of [nowhere.GET, nowhere.POST, nowhere.PUT, nowhere.PATCH, nowhere.DELETE]) {
      const response = handler();
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    }
  });
});
