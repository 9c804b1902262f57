import { and, isNull } from "drizzle-orm";
import { mandates } from "@/db/schema";
import type { Sending } from "@/db/tables/nouns";
import { type Ctx, requirePermission } from "@/lib/context";
import { inStates, keyset, type SortColumn, same, unindexed } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { type MandateRow, mandateColumns } from "./columns";
import type { MandateState } from "./states";

export interface MandateFilter {
  state?: MandateState | readonly MandateState[] | undefined;
  sending?: Sending | undefined;
  provider?: string | undefined;
  connectionId?: string | undefined;
  debtorId?: string | undefined;
  /** Only what a provider reported and no debtor of ours belongs to. */
  withoutDebtor?: boolean | undefined;
  /** Exactly as written. */
  customerNumber?: string | undefined;
  test?: boolean | undefined;
}

export const mandateSorts = ["newest", "changed"] as const;
export type MandateSort = (typeof mandateSorts)[number];

const sorts: Record<MandateSort, SortColumn<MandateRow>> = {
  newest: { column: mandates.createdAt, kind: "instant", of: (row) => row.createdAt },
  changed: { column: mandates.updatedAt, kind: "instant", of: (row) => row.updatedAt },
};

/** One page of the creditor's mandates; the newest first when no order is asked for. */
export async function listMandates(
  ctx: Ctx,
  filter: MandateFilter = {},
  page: PageRequest<MandateSort> = {},
): Promise<Page<MandateRow>> {
  requirePermission(ctx, "read");
  const without = filter.withoutDebtor === true;
  const ofOneRecord = filter.debtorId !== undefined;
  // What is being sent, or unknown, is always little.
  const few = !ofOneRecord && (filter.sending === "sending" || filter.sending === "unknown");
  const order = keyset(sorts, "newest", mandates.id, page, few);
  const rows = await inStates(filter.state, order, (state) =>
    ctx.db.read
      .select(mandateColumns)
      .from(mandates)
      .where(
        and(
          (ofOneRecord ? unindexed : same)(mandates.creditorId, ctx.creditorId),
          (few ? unindexed : same)(mandates.state, state),
          same(mandates.sending, filter.sending),
          same(mandates.provider, filter.provider),
          same(mandates.connectionId, filter.connectionId),
          same(mandates.debtorId, filter.debtorId),
          without ? isNull(mandates.debtorId) : undefined,
          same(mandates.customerNumber, filter.customerNumber),
          same(mandates.test, filter.test),
          order.beyond,
        ),
      )
      .orderBy(...order.by)
      .limit(order.take),
  );
  return order.page(rows);
}
