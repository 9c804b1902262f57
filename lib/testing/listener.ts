import { createServer } from "node:http";
import type { Incoming, Reply } from "@/lib/providers/contract";

/** A real HTTP server on loopback that hands on whatever comes in, as the web does before it reaches the inbox. */
export interface Listener {
  url: string;
  heard: Incoming[];
  close(): Promise<void>;
}

const thanks: Reply = { status: 200, contentType: "text/plain", body: "TRUE| stored" };

export async function startListener(
  answer: (incoming: Incoming) => Reply | Promise<Reply> = () => thanks,
): Promise<Listener> {
  const heard: Incoming[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const incoming: Incoming = {
      method: request.method ?? "",
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: new Uint8Array(Buffer.concat(parts)),
    };
    heard.push(incoming);
    const { status, contentType, body } = await answer(incoming);
    response.writeHead(status, { "content-type": contentType }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A port of this machine at which nobody listens: one that was just given up. */
export async function closedPort(): Promise<string> {
  const listener = await startListener();
  await listener.close();
  return new URL(listener.url).port;
}
