import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Exchange, WireRequest } from "./contract";
import { callOverHttp, type TransportLimits } from "./transport";

const now = () => new Date("2026-11-20T09:00:00Z");
const limits: TransportLimits = { timeoutMs: 10_000, maxAnswerBytes: 64 * 1024 };
const impatient: TransportLimits = { ...limits, timeoutMs: 250 };

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

const web = (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
  listening(createServer(answer));

/** A server that says these bytes to whoever connects, and hangs up when told to. */
const raw = (bytes: string | Buffer, end = true) =>
  listening(
    createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => (end ? socket.end(bytes) : socket.write(bytes)));
    }),
  );

const call = async (url: string, more: Partial<WireRequest> = {}, within = limits) =>
  callOverHttp({ method: "POST", url, headers: {}, body: "{}", ...more }, "simulator", now, within);

describe("an answer", () => {
  it("comes back with status, headers and text, and with the request as it was", async () => {
    const url = await web((_request, response) => response.writeHead(201, { "x-a": "b" }).end("søn"));
    const { request, sentAt, ms, result } = await call(url, { headers: { "idempotency-key": "k" } });
    expect(result).toMatchObject({ kind: "answered", status: 201, body: "søn" });
    expect(result.kind === "answered" && result.headers["x-a"]).toBe("b");
    expect(request).toEqual({ method: "POST", url, headers: { "idempotency-key": "k" }, body: "{}" });
    expect(sentAt).toEqual(now());
    expect(ms).toBeGreaterThanOrEqual(0);
  });

  it("that redirects is the answer: nobody follows it, and the credential goes nowhere else", async () => {
    const elsewhere: string[] = [];
    const other = await web((request, response) => {
      elsewhere.push(request.headers.authorization ?? "");
      response.end();
    });
    for (const status of [301, 302, 303, 307, 308]) {
      const url = await web((_request, response) => response.writeHead(status, { location: other }).end());
      const { result } = await call(url, { headers: { authorization: "Basic c2VjcmV0" } });
      expect(result).toMatchObject({ kind: "answered", status });
    }
    expect(elsewhere).toEqual([]);
  });

  it("asks for plain bytes on a connection of its own", async () => {
    const seen: IncomingMessage["headers"][] = [];
    const url = await web((request, response) => {
      seen.push(request.headers);
      response.end();
    });
    await call(url);
    expect(seen[0]).toMatchObject({ "accept-encoding": "identity", connection: "close" });
  });
});

describe("a request of which nobody knows whether it arrived", () => {
  it.each([
    ["cut without a byte", ""],
    ["cut in the head", "HTTP/1.1 200 OK\r\ncontent-le"],
    ["cut in the body", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"],
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.2\r\n"],
    ["not UTF-8", Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n\r\n"), Buffer.from([0xff, 0xfe])])],
  ])("is lost: %s", async (_name, bytes) => {
    expect((await call(await raw(bytes))).result).toMatchObject({ kind: "lost" });
  });

  it("is lost when no answer comes in time, be it none or one byte after the other", async () => {
    const silent = await web(() => undefined);
    expect((await call(silent, {}, impatient)).result).toMatchObject({ kind: "lost", cause: "timeout" });
    const slow = await web((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(drip));
    });
    const { ms, result } = await call(slow, {}, impatient);
    expect(result).toMatchObject({ kind: "lost", cause: "timeout" });
    expect(ms).toBeLessThan(5_000);
  });

  it("is lost when the answer is larger than allowed, also when it only unpacks so large", async () => {
    // Of an answer that came through only its kind is told: a failure that shows megabytes takes minutes to draw.
    const causeOf = ({ result }: Exchange) => (result.kind === "lost" ? result.cause : result.kind);
    const big = "x".repeat(limits.maxAnswerBytes + 1);
    const plain = await web((_request, response) => response.end(big));
    expect(causeOf(await call(plain))).toBe("too_large");
    const bomb = gzipSync(Buffer.alloc(30_000_000));
    const packed = await web((_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    expect(causeOf(await call(packed))).toBe("too_large");
  });
});

describe("a request that has proven not to have left", () => {
  it("is one to where nobody listens", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const { result } = await call(`http://127.0.0.1:${port}/payments`);
    expect(result).toEqual({ kind: "not_sent", cause: "ECONNREFUSED" });
  });

  it("is one to a port that may not be opened, to a place that is not allowed, or with an impossible header", async () => {
    expect((await call("http://127.0.0.1:6667/")).result.kind).toBe("not_sent");
    const seen: string[] = [];
    const url = await web((request, response) => {
      seen.push(request.url ?? "");
      response.end();
    });
    expect((await call(url, { headers: { "x-name": "line\nbreak" } })).result.kind).toBe("not_sent");
    const there = { method: "POST", url, headers: {} } as const;
    for (const environment of ["sandbox", "production"] as const)
      expect((await callOverHttp(there, environment, now, limits)).result).toEqual({
        kind: "not_sent",
        cause: "address_not_allowed",
      });
    expect(seen).toEqual([]);
  });
});
