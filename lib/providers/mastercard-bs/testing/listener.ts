import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Seen {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Answer =
  | { status: number; body?: unknown; headers?: Readonly<Record<string, string>> }
  /** Hangs up without a word. */
  | "hang up";

/** A listener on loopback that answers as it is told, and keeps what it saw. */
interface Listener {
  url: string;
  seen: Seen[];
  close(): Promise<void>;
}

async function listen(answer: (seen: Seen) => Answer): Promise<Listener> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const one: Seen = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(parts).toString("utf8"),
    };
    seen.push(one);
    const told = answer(one);
    if (told === "hang up") {
      request.socket.destroy();
      return;
    }
    const body = typeof told.body === "string" ? told.body : JSON.stringify(told.body ?? null);
    // The desk's time stands still in these tests; a real date would look like a wrong clock.
    response.sendDate = false;
    response.writeHead(told.status, { "content-type": "application/json", ...told.headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/betalingsservice/bs-creditor-api`,
    seen,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the listener has no port");
  return address.port;
}

/** A listener that is gone when the test is over. */
export async function listening(answer: Answer | ((seen: Seen) => Answer)): Promise<Listener> {
  const listener = await listen(typeof answer === "function" ? answer : () => answer);
  onTestFinished(() => listener.close());
  return listener;
}

/** An address where nobody listens: one that was just given up. */
export async function nowhere(): Promise<string> {
  const listener = await listen(() => "hang up");
  await listener.close();
  return listener.url;
}
