import type { z } from "zod";
import { type SignedIn, signedIn } from "@/app/session";
import { sameOrigin } from "@/lib/access/same-origin";

export const headers = { "cache-control": "no-store" };

/** Who asks from a page of this desk, or the answer to anybody else. */
export async function openDesk(request: Request): Promise<SignedIn | Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403, headers });
  return (await signedIn()) ?? new Response(null, { status: 401, headers });
}

/** What was sent, in the expected shape; null for anything else, and for more than so many characters. */
export async function readBody<T>(request: Request, shape: z.ZodType<T>, longest: number): Promise<T | null> {
  const text = await request.text();
  const body = text.length > longest ? null : shape.safeParse(parse(text));
  return body?.success ? body.data : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
