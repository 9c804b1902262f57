import { and, eq, gte, lte, sum } from "drizzle-orm";
import { counters, payments } from "@/db/schema";
import type { Sending } from "@/db/tables/nouns";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Day } from "@/lib/kernel/day";
import type { Currency } from "@/lib/kernel/money";
import { inStates, keyset, type SortColumn, same, unindexed } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import type { Payment } from "./door";
import type { PaymentState } from "./states";

export interface PaymentFilter {
  state?: PaymentState | readonly PaymentState[] | undefined;
  sending?: Sending | undefined;
  currency?: Currency | undefined;
  provider?: string | undefined;
  connectionId?: string | undefined;
  debtorId?: string | undefined;
  mandateId?: string | undefined;
  /** Issued by this run. */
  runId?: string | undefined;
  /** The collecting month, `YYYY-MM`. */
  window?: string | undefined;
  /** The day asked for, both ends included. */
  requestedFrom?: Day | undefined;
  requestedTo?: Day | undefined;
  test?: boolean | undefined;
}

export const paymentSorts = ["newest", "changed", "requested", "amount"] as const;
export type PaymentSort = (typeof paymentSorts)[number];

const sorts: Record<PaymentSort, SortColumn<Payment>> = {
  newest: { column: payments.createdAt, kind: "instant", of: (row) => row.createdAt },
  changed: { column: payments.updatedAt, kind: "instant", of: (row) => row.updatedAt },
  requested: { column: payments.requested, kind: "day", of: (row) => row.requested },
  amount: { column: payments.amountMinor, kind: "integer", of: (row) => row.amountMinor },
};

/** One page of the creditor's payments; the newest first when no order is asked for. */
export async function listPayments(
  ctx: Ctx,
  filter: PaymentFilter = {},
  page: PageRequest<PaymentSort> = {},
): Promise<Page<Payment>> {
  requirePermission(ctx, "read");
  const { debtorId, mandateId, runId } = filter;
  const ofOneRecord = [debtorId, mandateId, runId].some((id) => id !== undefined);
  const few = !ofOneRecord && (await leavesFew(ctx, filter, page));
  const order = keyset(sorts, "newest", payments.id, page, few);
  const { requestedFrom: from, requestedTo: to } = filter;
  const rows = await inStates(filter.state, order, (state) =>
    ctx.db.read
      .select()
      .from(payments)
      .where(
        and(
          (ofOneRecord ? unindexed : same)(payments.creditorId, ctx.creditorId),
          (few ? unindexed : same)(payments.state, state),
          same(payments.sending, filter.sending),
          same(payments.currency, filter.currency),
          same(payments.provider, filter.provider),
          same(payments.connectionId, filter.connectionId),
          same(payments.debtorId, debtorId),
          same(payments.mandateId, mandateId),
          same(payments.runId, runId),
          same(payments.window, filter.window),
          same(payments.test, filter.test),
          from === undefined ? undefined : gte(payments.requested, from),
          to === undefined ? undefined : lte(payments.requested, to),
          order.beyond,
        ),
      )
      .orderBy(...order.by)
      .limit(order.take),
  );
  return order.page(rows);
}

/** So many rows are sorted faster than a whole list is walked in order to find them. */
const FEW = 2_000;

/**
 * Whether a filter with an index of its own leaves few rows. What is being sent, or unknown, is always little; of a
 * window the counters know.
 */
async function leavesFew(
  ctx: Ctx,
  { sending, window }: PaymentFilter,
  { sort }: PageRequest<PaymentSort>,
): Promise<boolean> {
  if (sending === "sending" || sending === "unknown") return true;
  if (window === undefined || !sort || sort.key === "newest") return false;
  const [counted] = await ctx.db.read
    .select({ count: sum(counters.count).mapWith(Number) })
    .from(counters)
    .where(
      and(
        eq(counters.creditorId, ctx.creditorId),
        eq(counters.noun, "payments"),
        eq(counters.bucket, window),
      ),
    );
  return (counted?.count ?? 0) <= FEW;
}
