import { z } from "zod";
import { paramsOf } from "@/app/(desk)/_shared/search-params";
import { MOST_CHOSEN } from "@/app/(desk)/_shared/ticks";
import { debtorView } from "@/app/(desk)/debtors/view";
import { mandateView } from "@/app/(desk)/mandates/view";
import { paymentView } from "@/app/(desk)/payments/view";
import { headers, openDesk, readBody } from "@/app/api/desk/post";
import { viewedLists } from "@/db/tables/views";
import type { Ctx } from "@/lib/context";
import { type Chosen, type ChosenFrom, chosenRows } from "@/lib/lists/chosen";
import { type Measured, measure, type Weighed } from "@/lib/lists/measure";

const shape = z.object({
  list: z.enum(viewedLists),
  query: z.string().max(4_000),
  but: z.array(z.string().max(64)).max(MOST_CHOSEN),
});

/** A person waits for the figure; beyond this it is said that there are more. */
const BOUNDS = { rows: 100_000, ms: 3_000 };

/** How many rows match a view, and what they come to. Asked for by a button, never by a page. */
export async function POST(request: Request): Promise<Response> {
  const found = await openDesk(request);
  if (found instanceof Response) return found;
  const body = await readBody(request, shape, 400_000);
  if (!body) return new Response(null, { status: 400, headers });
  const { list, query, but } = body;
  return Response.json(await counted(found.ctx, list, query, { all: true, ids: but }), { headers });
}

function counted(
  ctx: Ctx,
  list: z.infer<typeof shape>["list"],
  query: string,
  chosen: Chosen,
): Promise<Measured> {
  const params = paramsOf(query);
  const of = <Row extends Weighed>(view: ChosenFrom<Row>) => measure(chosenRows<Row>(chosen, view), BOUNDS);
  if (list === "payments") return of(paymentView(ctx, params));
  if (list === "mandates") return of(mandateView(ctx, params));
  return of(debtorView(ctx, params));
}
