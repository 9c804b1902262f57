import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DELETE, GET, HEAD, PATCH, POST, PUT } from "@/app/api/webhooks/[connection]/[secret]/route";
import { connections, mandates, messages, refusedMessages } from "@/db/schema";
import { hashToken } from "@/lib/access/tokens";
import { eventsUrl, findConnection } from "@/lib/connections/open-line";
import { breathe } from "@/lib/kernel/breathe";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { until } from "@/lib/testing/until";

vi.setConfig({ testTimeout: 30_000 });

let at: DebitDirectDesk;
let secret: string;
/** The provider's name for the desk's mandate. */
let known: string;

beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  globalThis.debitdeskRuntime = Promise.resolve(at.desk.runtime);
  const admin = at.desk.as("admin");
  const connection = await findConnection(admin.db.read, at.desk.creditorId, at.connectionId);
  secret = new URL(eventsUrl(admin, connection)).pathname.split("/").at(-1) ?? "";
  const [mandate] = await admin.db.read.select().from(mandates).where(eq(mandates.id, at.mandateId));
  known = mandate?.providerId ?? "";
});

interface Sent {
  connection?: string;
  secret?: string;
  method?: "GET" | "POST";
  query?: string;
  body?: BodyInit;
  type?: string;
}

function send(given: Sent = {}): Promise<Response> {
  const connection = given.connection ?? at.connectionId;
  const method = given.method ?? "POST";
  const params = { connection, secret: given.secret ?? secret };
  const request = new Request(`http://127.0.0.1/api/webhooks/${connection}/x?${given.query ?? ""}`, {
    method,
    headers: { "content-type": given.type ?? "application/json" },
    ...(method === "POST" ? { body: given.body ?? event(known) } : {}),
  });
  return (method === "GET" ? GET : POST)(request, { params: Promise.resolve(params) });
}

const event = (handle: string): string =>
  JSON.stringify({ eventType: "registration", objectType: "mandate", data: JSON.stringify({ handle }) });

const stored = async () => {
  const rows = await at.desk.runtime.db.read.select().from(messages).where(eq(messages.direction, "in"));
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
};

describe("a message from a provider", () => {
  it("is stored, answered in the provider's manner, and applied after the answer", async () => {
    const response = await send();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await stored()).toMatchObject([{ title: "mandate registration", authenticity: "unsigned" }]);
    await until(async () => (await stored())[0]?.state === "done", breathe);
  });

  it("W1: is kept once, however often it comes, also at once", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => send()));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 50 }, () => 200));
    const rows = await stored();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.repeats).toBe(49);
    await until(async () => (await stored())[0]?.state === "done", breathe);
  });

  it("keeps neither its address nor its secret", async () => {
    await send();
    expect(JSON.stringify(await stored())).not.toContain(secret);
  });

  it("W10: is taken by GET and POST in any form, and never answered with a fault", async () => {
    const forms: Sent[] = [
      { method: "GET", query: "objectType=mandate&objectType=payment&__proto__=1" },
      { body: "" },
      { body: "a=1&a=2", type: "application/x-www-form-urlencoded" },
      { body: "--x\r\n\r\n--x--", type: "multipart/form-data; boundary=x" },
      { body: new Uint8Array([0xff, 0xfe, 0x00, 0x80]) },
      { body: '{"data":"\\u0000\\ud800","objectType":"payment"}' },
      { body: "[".repeat(100_000) },
    ];
    for (const form of forms) expect((await send(form)).status).toBe(200);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const status = (await send({ body: Uint8Array.from(bytes) })).status;
        expect(status).toBe(200);
      }),
      { numRuns: 50 },
    );
    await until(async () => (await stored()).every((one) => one.state === "done"), breathe);
  });
});

describe("an address that is not one", () => {
  it("W4: is not there, alike for an unknown connection and for a wrong secret, and leaves nothing", async () => {
    const wrong: Sent[] = [
      { secret: "wrong" },
      { secret: `${secret}x` },
      { secret: secret.slice(0, -1) },
      { secret: hashToken(secret) },
      { secret: "" },
      { secret: "\u0000" },
      { connection: "con_unknown" },
      { connection: "" },
      { connection: "%00" },
      { connection: "con_\u0000" },
      { connection: "x".repeat(100_000) },
    ];
    for (const form of wrong) {
      const answer = await send(form);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe("not found");
    }
    expect(await stored()).toEqual([]);
    // Those at a connection that there is are counted; how often is written down at most once a second.
    await until(
      async () => (await at.desk.runtime.db.read.select().from(refusedMessages)).length > 0,
      breathe,
    );
    expect(await at.desk.runtime.db.read.select().from(refusedMessages)).toMatchObject([
      { connectionId: at.connectionId, lastAt: expect.any(Date) },
    ]);
  });

  it("W4: cannot be guessed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (guess) => {
        fc.pre(guess !== secret);
        expect((await send({ secret: guess })).status).toBe(404);
      }),
      { numRuns: 200 },
    );
  });

  it("is not read: its body may be as long as it likes", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024));
        },
      },
      { highWaterMark: 0 },
    );
    const streamed: RequestInit & { duplex: "half" } = { method: "POST", body: endless, duplex: "half" };
    const request = new Request("http://127.0.0.1/api/webhooks/x/y", streamed);
    const params = Promise.resolve({ connection: at.connectionId, secret: "wrong" });
    expect((await POST(request, { params })).status).toBe(404);
    expect(pulled).toBe(0);
  });
});

describe("what is refused at the right address", () => {
  it("is a body over 2 MB, and it is not read to its end", async () => {
    expect((await send({ body: "x".repeat(2 * 1024 * 1024 + 1) })).status).toBe(413);
    expect(await stored()).toEqual([]);
  });

  it.each([
    ["HEAD", HEAD],
    ["PUT", PUT],
    ["PATCH", PATCH],
    ["DELETE", DELETE],
  ])("is %s", (_, handler) => {
    const response = handler();
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, POST");
  });
});

describe("a message for a connection whose provider is gone for now", () => {
  it("W6: waits with a back-off and is applied when the provider is there again", async () => {
    at.simulator.faults.arm({ kind: "status", path: "/", status: 503, times: 1_000 });
    expect((await send()).status).toBe(200);
    await until(async () => (await stored())[0]?.effect === "the provider could not be read", breathe);
    expect(await stored()).toMatchObject([{ state: "waiting" }]);
    at.simulator.faults.clear();
    await until(
      async () => (await stored())[0]?.state === "done",
      async () => {
        await at.pass(10_000);
        await at.desk.work();
      },
    );
    const [row] = await at.desk.runtime.db.read.select().from(connections);
    expect(row?.lastEventAt).not.toBeNull();
  });
});
