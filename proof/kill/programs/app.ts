import "./machine";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { takeWebhook } from "@/lib/api/webhook";
import { AppError } from "@/lib/kernel/errors";
import { runtime } from "@/lib/runtime";
import { personAt } from "../people";
import { deed, perform } from "./deeds";

/**
 * The desk's verbs and its address for events in a process of their own, without pages: what the web app does between a
 * press of a button and its answer, by the same functions.
 */
const of = await runtime();
const { APP_PORT, CREDITOR_ID } = process.env;

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  return Buffer.concat(parts);
}

async function webhook(incoming: IncomingMessage, url: URL, body: Buffer): Promise<Response> {
  const [, , , id = "", secret = ""] = url.pathname.split("/");
  const method = incoming.method ?? "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const request = new Request(url, {
    method,
    headers,
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  return takeWebhook(request, id, secret);
}

async function act(body: Buffer): Promise<Response> {
  try {
    const as = (who: Parameters<typeof personAt>[2]) => personAt(of, CREDITOR_ID ?? "", who);
    return Response.json({ made: await perform(as, deed.parse(JSON.parse(body.toString("utf8")))) });
  } catch (error) {
    if (error instanceof AppError) return Response.json({ refused: error.code }, { status: 409 });
    throw error;
  }
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await bytesOf(incoming);
  const url = new URL(incoming.url ?? "/", `http://127.0.0.1:${APP_PORT}`);
  const answer = await (url.pathname.startsWith("/api/webhooks/") ? webhook(incoming, url, body) : act(body));
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
}

process.once("disconnect", () => process.exit(0));
createServer((incoming, outgoing) => {
  serve(incoming, outgoing).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    outgoing.writeHead(500).end();
  });
}).listen(Number(APP_PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
