import { landingView } from "@/app/(desk)/payments/new/landing-view";
import { signedIn } from "@/app/session";
import { AppError } from "@/lib/kernel/errors";
import { chargeable } from "@/lib/payments/preview";

/** The landing preview while somebody types: `?mandate=…&amount=…&due=…`. Reads only. */
export async function GET(request: Request): Promise<Response> {
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401 });
  const query = new URL(request.url).searchParams;
  const text = (name: string) => (query.get(name) ?? "").slice(0, 100).replace(/\p{Cc}/gu, "");
  try {
    const of = await chargeable(found.ctx, text("mandate"));
    const view = await landingView(found.ctx, of, { amount: text("amount"), due: text("due") });
    return Response.json(view, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof AppError)
      return new Response(null, { status: error.code === "not_found" ? 404 : 403 });
    throw error;
  }
}
