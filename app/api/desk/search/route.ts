import { z } from "zod";
import { answerTo } from "@/app/api/desk/search/answer";
import { signedIn } from "@/app/session";
import type { SearchQuestion } from "@/components/search/answer";
import { sameOrigin } from "@/lib/access/same-origin";
import { AppError } from "@/lib/kernel/errors";
import { faultLine, log } from "@/lib/log";

const LONGEST = 2_000;
const headers = { "cache-control": "no-store" };
const shape: z.ZodType<SearchQuestion> = z.strictObject({
  query: z.string().max(200),
  recent: z.array(z.string().max(64)).max(10),
});

/**
 * What a text finds. A POST, because what is looked for may be a CPR or an account, which never stands in an address.
 * It writes nothing, keeps nothing, and what was asked is in no log.
 */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403, headers });
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401, headers });
  const text = await request.text();
  const question = text.length > LONGEST ? null : shape.safeParse(parse(text));
  if (!question?.success) return new Response(null, { status: 400, headers });
  try {
    return Response.json(await answerTo(found.ctx, question.data), { headers });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: 403, headers });
    log("error", "search failed", { fault: faultLine(error) });
    return new Response(null, { status: 503, headers });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
