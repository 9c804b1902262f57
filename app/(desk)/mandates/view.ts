import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { readWishes } from "@/app/(desk)/mandates/wishes";
import type { Ctx } from "@/lib/context";
import type { ChosenFrom } from "@/lib/lists/chosen";
import { mandatesByIds } from "@/lib/mandates/by-ids";
import type { MandateRow } from "@/lib/mandates/columns";
import { listMandates } from "@/lib/mandates/list";

/** The mandates that an address shows, to its end, and those that were ticked among them. */
export function mandateView(ctx: Ctx, params: SearchParams): ChosenFrom<MandateRow> {
  const { filter, page } = readWishes(params);
  return {
    byIds: (ids) => mandatesByIds(ctx, ids),
    read: (after) => listMandates(ctx, filter, { ...page, after, limit: 100 }),
  };
}
