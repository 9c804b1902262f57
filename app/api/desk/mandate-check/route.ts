import { z } from "zod";
import { checksOf } from "@/app/api/desk/mandate-check/checks";
import { headers, openDesk, readBody } from "@/app/api/desk/post";
import { AppError } from "@/lib/kernel/errors";
import { mandateOffer } from "@/lib/mandates/offer";

/** Every field says that it is too long well before this; the page cuts what it asks about. */
const LONGEST = 120_000;
const bodyShape = z.strictObject({
  agreement: z.string().max(64),
  values: z.record(z.string().max(64), z.string().max(2_000)),
});

/**
 * What is known of a mandate's form while it is typed. A POST, because what is typed may be a CPR or an account, which
 * never stands in an address. It writes nothing and keeps nothing.
 */
export async function POST(request: Request): Promise<Response> {
  const desk = await openDesk(request);
  if (desk instanceof Response) return desk;
  const body = await readBody(request, bodyShape, LONGEST);
  if (!body) return new Response(null, { status: 400, headers });
  try {
    const offer = await mandateOffer(desk.ctx, body.agreement);
    return Response.json(await checksOf(desk.ctx, offer, body.values), { headers });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: 404, headers });
    throw error;
  }
}
