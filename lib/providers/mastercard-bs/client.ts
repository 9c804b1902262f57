import { randomBytes } from "node:crypto";
import type { Exchange, Line, Prepared, WireRequest } from "@/lib/providers/contract";
import { authorization } from "@/lib/providers/mastercard-bs/oauth";
import { type BsSettings, readSettings, searchPath } from "@/lib/providers/mastercard-bs/settings";
import { readSearch, type SearchAnswer, writeSearch } from "@/lib/providers/mastercard-bs/wire";

export const jsonHeaders = { "content-type": "application/json", accept: "application/json" } as const;

/** The cause of an exchange that was never sent because the stored key cannot sign. */
export const keyUnusable = "credential_unreadable";

type Unsigned = Pick<Prepared, "method" | "path" | "headers" | "body">;

/** Signs the exact bytes and sends them, once. The address is signed in the very form in which it is sent. */
export async function signedCall(line: Line, unsigned: Unsigned): Promise<Exchange> {
  const { method, path, headers, body } = unsigned;
  const address = `${line.baseUrl}${path}`;
  const notSent = (cause: string): Exchange => ({
    request: { method, url: address, headers, body },
    sentAt: line.now(),
    ms: 0,
    result: { kind: "not_sent", cause },
  });
  if (!URL.canParse(address)) return notSent("address_not_allowed");
  const request: WireRequest = { method, url: new URL(address).href, headers, body };
  const header = signatureFor(line, request);
  if (header === null) return notSent(keyUnusable);
  return line.call({ ...request, headers: { ...headers, authorization: header } });
}

function signatureFor(line: Line, request: WireRequest): string | null {
  const { consumer_key: consumerKey = "", private_key: privateKeyPem = "" } = line.secrets;
  if (consumerKey === "" || privateKeyPem === "") return null;
  try {
    return authorization({
      method: request.method,
      url: request.url,
      body: request.body ?? "",
      consumerKey,
      privateKeyPem,
      nonce: randomBytes(8).toString("hex"),
      at: line.now(),
    });
  } catch {
    return null;
  }
}

export interface Search {
  exchange: Exchange;
  /** Null when the answer is no answer to a search. */
  answer: SearchAnswer | null;
}

/** Asks for the latest status of these requests: one call, so at most `searchBatch` ids. */
export async function search(line: Line, uuids: readonly string[]): Promise<Search> {
  const settings: BsSettings = readSettings(line.settings);
  const exchange = await signedCall(line, {
    method: "POST",
    path: searchPath,
    headers: jsonHeaders,
    body: writeSearch(uuids, settings),
  });
  const { result } = exchange;
  const answered = result.kind === "answered" && result.status >= 200 && result.status < 300;
  return { exchange, answer: answered ? readSearch(result.body, settings) : null };
}
