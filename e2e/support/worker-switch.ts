import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a story may do to the desk's worker. */
export interface Worker {
  /** Ends it at once, as a power cut would. */
  kill(): Promise<unknown>;
  start(): Promise<unknown>;
}

export interface WorkerSwitch {
  url: string;
  close(): Promise<void>;
}

/** The stories run in another process than the one that started the worker: they turn this switch. */
export async function openWorkerSwitch(worker: Worker): Promise<WorkerSwitch> {
  const server = createServer(async (request, response) => {
    try {
      await (request.url === "/kill" ? worker.kill() : worker.start());
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The same worker, as a story has it in hand. */
export function workerAt(url: string): Worker {
  const turn = async (to: string) => {
    const answer = await fetch(`${url}/${to}`, { method: "POST" });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return { kill: () => turn("kill"), start: () => turn("start") };
}
