import { z } from "zod";
import { checksOf } from "@/app/api/desk/mandate-check/checks";
import { signedIn } from "@/app/session";
import { sameOrigin } from "@/lib/access/same-origin";
import { AppError } from "@/lib/kernel/errors";
import { mandateOffer } from "@/lib/mandates/offer";

export interface LiveCheck {
  kind: "passed" | "wrong";
  text: string;
}

const LONGEST = 20_000;
const headers = { "cache-control": "no-store" };
const bodyShape = z.strictObject({
  agreement: z.string().max(64),
  values: z.record(z.string().max(64), z.string().max(2_000)),
});

/**
 * What is known of a mandate's form while it is typed. A POST, because what is typed may be a CPR or an account, which
 * never stands in an address. It writes nothing and keeps nothing.
 */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403, headers });
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401, headers });
  const text = await request.text();
  const body = text.length > LONGEST ? null : bodyShape.safeParse(parse(text));
  if (!body?.success) return new Response(null, { status: 400, headers });
  try {
    const offer = await mandateOffer(found.ctx, body.data.agreement);
    return Response.json(await checksOf(offer, body.data.values, found.ctx.clock.now()), { headers });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: 404, headers });
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
