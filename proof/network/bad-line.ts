import { connect, createServer, type Socket } from "node:net";

/** What happens to one connection: cut after so many bytes of one direction have gone through. */
export interface Mishap {
  side: "request" | "answer";
  after: number;
  /**
   * `end` closes, `reset` aborts, `silence` lets nothing more through and keeps the line open, `drip` lets one byte
   * through at a time, `flood` answers without an end.
   */
  fate: "end" | "reset" | "silence" | "drip" | "flood";
}

/** A line between the product and a simulator, which misbehaves on order. */
export interface BadLine {
  url: string;
  /** For the next connection only. */
  order(mishap: Mishap): void;
  /** Bytes that the last connection since the last order let through, and whether what was ordered came about on it. */
  last: { request: number; answer: number; wentWrong: boolean };
  /** Lines that are open now. */
  open(): number;
  close(): Promise<void>;
}

const DRIP_MS = 40;
const MOST_FLOOD = 128 * 1024 * 1024;

/** Writes as fast as it is read, until nobody reads any more. */
function flood(to: Socket): void {
  const part = Buffer.alloc(256 * 1024, "x");
  let written = 0;
  const more = () => {
    while (!to.destroyed && written < MOST_FLOOD) {
      written += part.length;
      if (to.write(part)) continue;
      to.once("drain", more);
      return;
    }
    to.destroy();
  };
  to.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n", more);
}

/** One byte after the other, for as long as somebody waits. */
function drip(bytes: Buffer, to: Socket): void {
  let at = 0;
  const timer = setInterval(() => {
    if (to.destroyed || at >= bytes.length) {
      clearInterval(timer);
      return;
    }
    to.write(bytes.subarray(at, at + 1));
    at += 1;
  }, DRIP_MS);
}

/** What becomes of the line once the ordered byte has gone through; `rest` is what came with it. */
function goWrong(from: Socket, to: Socket, fate: Mishap["fate"], rest: Buffer): void {
  if (fate === "drip") drip(rest, to);
  if (fate === "flood") flood(to);
  for (const socket of [from, to]) {
    if (fate === "reset") socket.resetAndDestroy();
    if (fate === "end") socket.destroy();
    if (fate === "silence") socket.pause();
  }
}

/** Starts such a line on loopback before the server at this address. */
export async function startBadLine(target: string): Promise<BadLine> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const last = { request: 0, answer: 0, wentWrong: false };
  let ordered: Mishap | undefined;

  /** Hands on what comes, up to the byte at which the line is to be cut. */
  function pipe(side: Mishap["side"], from: Socket, to: Socket, mishap: Mishap | undefined): void {
    const cut = mishap?.side === side ? mishap : undefined;
    let through = 0;
    let wrong = false;
    from.on("data", (part: Buffer) => {
      if (wrong) return;
      const whole = cut ? part.subarray(0, cut.after - through) : part;
      through += whole.length;
      last[side] = through;
      wrong = cut !== undefined && through >= cut.after;
      last.wentWrong ||= wrong;
      // Written out first: a cut drops what is still in our hands.
      to.write(whole, () => {
        if (cut && wrong) goWrong(from, to, cut.fate, part.subarray(whole.length));
      });
    });
    from.on("error", () => to.destroy());
    from.on("end", () => {
      if (mishap === undefined) to.end();
    });
    from.on("close", () => {
      sockets.delete(from);
      if (mishap === undefined || mishap.fate === "end" || mishap.fate === "reset") to.destroy();
    });
  }

  const server = createServer((caller) => {
    const mishap = ordered;
    ordered = undefined;
    Object.assign(last, { request: 0, answer: 0, wentWrong: false });
    const provider = connect(Number(port), hostname);
    for (const socket of [caller, provider]) sockets.add(socket.setNoDelay());
    pipe("request", caller, provider, mishap);
    pipe("answer", provider, caller, mishap);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the line has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    order: (mishap) => {
      ordered = mishap;
      Object.assign(last, { request: 0, answer: 0, wentWrong: false });
    },
    last,
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
