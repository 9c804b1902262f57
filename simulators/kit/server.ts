import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SimClock } from "./clock";
import { type Fault, Faults } from "./faults";

export interface SimRequest {
  method: string;
  /** Path as received, without the query. */
  path: string;
  url: URL;
  headers: Record<string, string>;
  /** Exactly the bytes that came. */
  raw: Buffer;
}

export interface SimAnswer {
  status: number;
  headers?: Record<string, string>;
  /** A string goes out as it is; anything else as JSON. */
  body?: unknown;
  /** What this request changed, for the journal: the judge of "was it sent twice". */
  effect?: string;
}

export interface JournalEntry {
  n: number;
  at: string;
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  request: string;
  status: number;
  answer: string;
  effect: string | null;
  fault: string | null;
}

export interface SimulatorOptions {
  name: string;
  clock: SimClock;
  /** 0 takes a free port. */
  port?: number;
  /** The provider's own surface. */
  handle(request: SimRequest): SimAnswer | Promise<SimAnswer>;
  /** Control routes under `/_sim/…` beside those of the kit; undefined means "not mine". */
  control?(request: SimRequest): SimAnswer | undefined | Promise<SimAnswer | undefined>;
  /** The page at `/_sim` that drives it. */
  page(): string;
  /** Called about twice a second, and after the clock was moved, so that due things happen. */
  tick?(): void | Promise<void>;
  reset?(): void;
}

export interface RunningSimulator {
  url: string;
  clock: SimClock;
  faults: Faults;
  journal: readonly JournalEntry[];
  /** Lets everything that is due by the clock happen now. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const MAX_BODY = 4 * 1024 * 1024;
const JOURNAL_KEEPS = 20_000;

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MAX_BODY) throw new Error("body over 4 MB");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function asText(body: unknown): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const faults = new Faults();
  const journal: JournalEntry[] = [];
  let entries = 0;

  const settle = async () => {
    await options.tick?.();
  };

  async function control(request: SimRequest): Promise<SimAnswer> {
    const own = await options.control?.(request);
    if (own) return own;
    const input = request.raw.length > 0 ? JSON.parse(request.raw.toString("utf8")) : {};
    switch (`${request.method} ${request.path}`) {
      case "GET /_sim":
        return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: options.page() };
      case "GET /_sim/clock":
        return { status: 200, body: { now: options.clock.now().toISOString() } };
      case "POST /_sim/clock": {
        // { "set": instant } or { "advance_ms": number }
        const target =
          typeof input.set === "string"
            ? new Date(input.set)
            : new Date(options.clock.now().getTime() + Number(input.advance_ms));
        if (Number.isNaN(target.getTime()))
          return { status: 422, body: { error: "set or advance_ms is needed" } };
        options.clock.set(target);
        await settle();
        return { status: 200, body: { now: options.clock.now().toISOString() } };
      }
      case "GET /_sim/journal":
        return { status: 200, body: journal };
      case "GET /_sim/faults":
        return { status: 200, body: faults.list() };
      case "POST /_sim/faults":
        faults.arm({ times: 1, ...input });
        return { status: 200, body: faults.list() };
      case "DELETE /_sim/faults":
        faults.clear();
        return { status: 200, body: [] };
      case "POST /_sim/reset":
        journal.length = 0;
        faults.clear();
        options.reset?.();
        return { status: 200, body: {} };
      default:
        return { status: 404, body: { error: "no such control route" } };
    }
  }

  function note(request: SimRequest, answer: SimAnswer, fault: Fault | undefined): void {
    journal.push({
      n: ++entries,
      at: options.clock.now().toISOString(),
      method: request.method,
      path: request.path,
      query: request.url.search,
      headers: request.headers,
      request: request.raw.toString("utf8"),
      status: answer.status,
      answer: asText(answer.body),
      effect: answer.effect ?? null,
      fault: fault?.kind ?? null,
    });
    if (journal.length > JOURNAL_KEEPS) journal.shift();
  }

  function write(response: ServerResponse, answer: SimAnswer, half = false): void {
    const text = Buffer.from(asText(answer.body), "utf8");
    response.writeHead(answer.status, {
      "content-type": "application/json; charset=utf-8",
      // A caller may measure by it how far its clock is off: it shows this world's time, not the machine's.
      date: options.clock.now().toUTCString(),
      ...answer.headers,
      "content-length": String(text.length),
    });
    if (half) response.write(text.subarray(0, Math.floor(text.length / 2)), () => response.destroy());
    else response.end(text);
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readAll(incoming);
    const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "127.0.0.1"}`);
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
    const request: SimRequest = { method: incoming.method ?? "GET", path: url.pathname, url, headers, raw };

    if (request.path === "/_sim" || request.path.startsWith("/_sim/")) {
      write(response, await control(request));
      return;
    }
    const fault = faults.take(request.method, request.path);
    if (fault?.kind === "cut-before") {
      note(request, { status: 0 }, fault);
      response.destroy();
      return;
    }
    if (fault?.kind === "status") {
      const answer: SimAnswer = {
        status: fault.status ?? 500,
        headers: fault.headers ?? {},
        body: fault.body ?? "",
      };
      note(request, answer, fault);
      write(response, answer);
      return;
    }
    const answer = await options.handle(request);
    note(request, answer, fault);
    switch (fault?.kind) {
      case "cut-after":
        response.destroy();
        return;
      case "cut-in-body":
        write(response, answer, true);
        return;
      case "hang":
        return;
      case "status-after":
        write(response, {
          status: fault.status ?? 500,
          headers: fault.headers ?? {},
          body: fault.body ?? "",
        });
        return;
      case "delay":
        setTimeout(() => write(response, answer), fault.delay_ms ?? 1000);
        return;
      default:
        write(response, answer);
    }
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      if (!response.headersSent) write(response, { status: 500, body: { error: String(error) } });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;

  let ticking = false;
  const timer = setInterval(() => {
    if (ticking) return;
    ticking = true;
    settle()
      .catch((error: unknown) => process.stderr.write(`${options.name}: ${String(error)}\n`))
      .finally(() => {
        ticking = false;
      });
  }, 500);
  timer.unref();

  return {
    url: `http://127.0.0.1:${port}`,
    clock: options.clock,
    faults,
    journal,
    settle,
    close: () =>
      new Promise((resolve) => {
        clearInterval(timer);
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
