import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export const programs = ["app", "worker"] as const;
export type Program = (typeof programs)[number];

/** What a story may do to the desk's own programs. */
export interface Programs {
  /** Ends one at once, as a power cut would. */
  kill(program: Program): Promise<unknown>;
  start(program: Program): Promise<unknown>;
}

/** The stories run in another process than the one that started the desk: they turn this switch. */
export async function openSwitch({ kill, start }: Programs): Promise<{ url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const [, turn, name] = (request.url ?? "").split("/");
    try {
      for (const program of programs.filter((one) => one === name))
        await (turn === "kill" ? kill(program) : start(program));
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

/** The same programs, as a story has them in hand. */
export function programsAt(url: string): Programs {
  const turn = async (to: string) => {
    const answer = await fetch(`${url}/${to}`, { method: "POST" });
    if (!answer.ok) throw new Error(await answer.text());
  };
  return { kill: (program) => turn(`kill/${program}`), start: (program) => turn(`start/${program}`) };
}
