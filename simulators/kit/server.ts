import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SimClock } from "./clock";
import type { Faults } from "./faults";
import type { JournalEntry } from "./journal";
import { onTheWire, type Served, type SimRequest, type Simulator, type WireAnswer } from "./simulator";

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

async function read(incoming: IncomingMessage): Promise<SimRequest> {
  const raw = await readAll(incoming);
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "127.0.0.1"}`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  return { method: incoming.method ?? "GET", path: url.pathname, url, headers, raw };
}

function write(response: ServerResponse, { status, headers, body }: WireAnswer, half = false): void {
  response.writeHead(status, headers);
  if (half) response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
  else response.end(body);
}

function deliver(response: ServerResponse, served: Served): void {
  switch (served.kind) {
    case "silence":
      return;
    case "cut":
      response.destroy();
      return;
    case "half":
      write(response, served.answer, true);
      return;
    case "whole":
      if (served.delayMs > 0) setTimeout(() => write(response, served.answer), served.delayMs);
      else write(response, served.answer);
  }
}

/** Puts a simulator behind a port of loopback; 0 takes a free one. */
export async function serve(simulator: Simulator, wanted = 0): Promise<RunningSimulator> {
  const { name, clock, faults, journal, settle } = simulator;
  const server = createServer((incoming, response) => {
    read(incoming)
      .then((request) => simulator.respond(request))
      .then((served) => deliver(response, served))
      .catch((error: unknown) => {
        const sorry = { status: 500, body: { error: String(error) } };
        if (!response.headersSent) write(response, onTheWire(sorry, clock));
        else response.destroy();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(wanted, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;

  let ticking = false;
  const timer = setInterval(() => {
    if (ticking) return;
    ticking = true;
    settle()
      .catch((error: unknown) => process.stderr.write(`${name}: ${String(error)}\n`))
      .finally(() => {
        ticking = false;
      });
  }, 500);
  timer.unref();

  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    faults,
    journal,
    settle,
    close: async () => {
      await simulator.stop();
      await new Promise<void>((resolve) => {
        clearInterval(timer);
        server.closeAllConnections();
        server.close(() => resolve());
      });
    },
  };
}
