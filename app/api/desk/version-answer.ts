import { signedIn } from "@/app/session";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";

const headers = { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" };

/** Answers the version of what an open page shows, as one word: the page asks for it to see whether it is still right. */
export async function versionAnswer(read: (ctx: Ctx) => Promise<string>): Promise<Response> {
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401, headers });
  try {
    return new Response(await read(found.ctx), { headers });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: 404, headers });
    throw error;
  }
}
