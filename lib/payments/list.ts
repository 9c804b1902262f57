import { and, count, eq, gte, inArray, lte, sum } from "drizzle-orm";
import { connections, counters, payments } from "@/db/schema";
import type { Sending } from "@/db/tables/nouns";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Day } from "@/lib/kernel/day";
import type { Currency } from "@/lib/kernel/money";
import { beside, inStates, keyset, type SortColumn, same, unindexed } from "@/lib/lists/keyset";
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
  /** The month of the window's deadline, `YYYY-MM`. */
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
  const connectionIds = await connectionsOf(ctx, filter);
  const by = await wayTo(ctx, filter, connectionIds);
  const few = by === "sending" || by === "connection" || by === "kind";
  const order = keyset(sorts, "newest", payments.id, page, few);
  const along = (way: Way) => (by === way ? same : beside);
  const { requestedFrom: from, requestedTo: to } = filter;
  const rows = await inStates(filter.state, order, (state) =>
    ctx.db.read
      .select()
      .from(payments)
      .where(
        and(
          (by === "record" || by === "connection" ? unindexed : same)(payments.creditorId, ctx.creditorId),
          along("state")(payments.state, state),
          along("sending")(payments.sending, filter.sending),
          along("kind")(payments.currency, filter.currency),
          along("kind")(payments.test, filter.test),
          along("window")(payments.window, filter.window),
          beside(payments.provider, filter.provider),
          beside(payments.connectionId, filter.connectionId),
          same(payments.debtorId, filter.debtorId),
          same(payments.mandateId, filter.mandateId),
          same(payments.runId, filter.runId),
          by === "connection" ? inArray(payments.connectionId, connectionIds) : undefined,
          by === "kind" && filter.test === undefined ? inArray(payments.test, [true, false]) : undefined,
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

/**
 * By which index a list is read. `all`, `state` and `window` have one for each order, and everything else is told on
 * the way. The others find few rows, which are then sorted: walking a whole list for them could take it to its end.
 */
type Way = "all" | "state" | "window" | "record" | "sending" | "connection" | "kind";

/** So many rows are sorted as fast as a page is found where they are spread thin. */
const FEW = 2_000;

async function wayTo(ctx: Ctx, filter: PaymentFilter, connectionIds: readonly string[]): Promise<Way> {
  const { sending, provider, connectionId, test, currency } = filter;
  if ([filter.debtorId, filter.mandateId, filter.runId].some((id) => id !== undefined)) return "record";
  // What is being sent, or unknown, is always little.
  if (sending === "sending" || sending === "unknown") return "sending";
  if ((provider ?? connectionId) !== undefined && (await fewOn(ctx, connectionIds))) return "connection";
  if ((test ?? currency) !== undefined && (await fewOfKind(ctx, filter))) return "kind";
  if (filter.window !== undefined) return "window";
  return filter.state === undefined ? "all" : "state";
}

/** A provider has payments through its connections only, and those have an index. */
async function connectionsOf({ db, creditorId }: Ctx, filter: PaymentFilter): Promise<string[]> {
  if (filter.connectionId !== undefined) return [filter.connectionId];
  if (filter.provider === undefined) return [];
  const rows = await db.read
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.creditorId, creditorId), same(connections.provider, filter.provider)));
  return rows.map((row) => row.id);
}

async function fewOn(ctx: Ctx, connectionIds: readonly string[]): Promise<boolean> {
  let left = FEW;
  for (const id of connectionIds) {
    const some = ctx.db.read
      .select({ state: payments.state })
      .from(payments)
      .where(same(payments.connectionId, id))
      .limit(left + 1)
      .as("some");
    const [found] = await ctx.db.read.select({ count: count() }).from(some);
    left -= found?.count ?? 0;
    if (left < 0) return false;
  }
  return true;
}

/** The counters know how many there are of test payments, and of a currency. */
async function fewOfKind(ctx: Ctx, { test, currency }: PaymentFilter): Promise<boolean> {
  const [counted] = await ctx.db.read
    .select({ count: sum(counters.count).mapWith(Number) })
    .from(counters)
    .where(
      and(
        eq(counters.creditorId, ctx.creditorId),
        eq(counters.noun, "payments"),
        same(counters.test, test),
        same(counters.currency, currency),
      ),
    );
  return (counted?.count ?? 0) <= FEW;
}
