import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { readWishes } from "@/app/(desk)/payments/wishes";
import type { Ctx } from "@/lib/context";
import type { ChosenFrom } from "@/lib/lists/chosen";
import { paymentsByIds } from "@/lib/payments/by-ids";
import type { Payment } from "@/lib/payments/door";
import { findPayments } from "@/lib/payments/find";
import { listPayments } from "@/lib/payments/list";

/** The payments that an address shows, to its end, and those that were ticked among them. */
export function paymentView(ctx: Ctx, params: SearchParams): ChosenFrom<Payment> {
  const { filter, page, find } = readWishes(params);
  return {
    byIds: (ids) => paymentsByIds(ctx, ids),
    // A number that is looked for stands alone, as in the list.
    read: async (after) =>
      find
        ? { rows: await findPayments(ctx, find), next: null }
        : listPayments(ctx, filter, { ...page, after, limit: 100 }),
  };
}
