import { RequestProblem } from "./problem";

/** The bytes of a body, or null when it is longer than the limit; then the rest is not read. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts);
}

const LIMIT = 1024 * 1024;

/**
 * A JSON body, usually of at most 1 MB; undefined when there is none and none is asked for. Refused before it is parsed when it
 * is too large or not JSON by its own account, and after when it holds what no database here takes as text.
 */
export async function readJson(request: Request, required: boolean, limit = LIMIT): Promise<unknown> {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isJson = type === "application/json" || /^application\/[\w.-]+\+json$/.test(type);
  if (!isJson && (required || type !== "")) throw new RequestProblem("json_required");
  const bytes = await readBytes(request, limit);
  if (!bytes) throw new RequestProblem("too_large");
  if (bytes.length === 0 && !required) return undefined;
  if (!isJson) throw new RequestProblem("json_required");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes), storableMember);
  } catch (error) {
    if (error instanceof RequestProblem) throw error;
    throw new RequestProblem("json_malformed");
  }
}

/** `__proto__` is no name for a field; NUL and halves of characters are no text. */
function storableMember(key: string, value: unknown): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for.
  const unstorable = /[\u0000\p{Cs}]/u;
  if (key === "__proto__" || unstorable.test(key) || (typeof value === "string" && unstorable.test(value)))
    throw new RequestProblem("json_malformed", [], "It holds a name or a character that cannot be taken.");
  return value;
}
