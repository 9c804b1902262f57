import { createServer } from "node:net";

/** Whether nothing on this machine listens there. */
export const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

/**
 * A port that is free now and likely to be tomorrow: below those which the system gives to outgoing connections, and
 * none of those which browsers and fetch refuse.
 */
export async function freePort(except = []) {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (!except.includes(port) && (await isFree(port))) return port;
  }
  throw new Error("no free port was found");
}
