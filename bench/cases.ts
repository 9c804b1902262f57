import { eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { writeCursor } from "@/lib/lists/cursor";
import type { PageRequest } from "@/lib/lists/page";
import type { Payment } from "@/lib/payments/door";
import { type PaymentFilter, type PaymentSort, paymentSorts } from "@/lib/payments/list";
import { DAYS, MANY, paymentId, SMALL, START } from "./made";

export interface Case {
  group: string;
  order: string;
  /** null: only the API offers it, so the query is measured and no page. */
  address: string | null;
  filter: PaymentFilter;
  page: PageRequest<PaymentSort>;
}

const window = "2026-03";
const inWindow = (Date.parse(`${window}-15`) - START) / (DAYS * 86_400_000);

/** What the list can be narrowed by, alone and as people put it together; `at`: how far along the rows of it lie. */
const filters: { group: string; query: string | null; filter: PaymentFilter; at: number }[] = [
  { group: "all", query: "", filter: {}, at: 0.5 },
  { group: "state, many", query: "state=settled", filter: { state: "settled" }, at: 0.5 },
  { group: "state, few", query: "state=chargeback", filter: { state: "chargeback" }, at: 0.5 },
  { group: "window", query: `window=${window}`, filter: { window }, at: inWindow },
  {
    group: "window and state",
    query: `window=${window}&state=rejected`,
    filter: { window, state: "rejected" },
    at: inWindow,
  },
  { group: "provider", query: `provider=${SMALL}`, filter: { provider: SMALL }, at: 0.5 },
  {
    group: "provider and state",
    query: `provider=${SMALL}&state=rejected`,
    filter: { provider: SMALL, state: "rejected" },
    at: 0.5,
  },
  { group: "test payments", query: "test=true", filter: { test: true }, at: 0.5 },
  {
    group: "no test payments, pending",
    query: "test=false&state=pending",
    filter: { test: false, state: "pending" },
    at: 0.5,
  },
  { group: "unknown", query: "sending=unknown", filter: { sending: "unknown" }, at: 0.5 },
  { group: "mandate", query: "mandate=man_77", filter: { mandateId: "man_77" }, at: 0.5 },
  { group: "debtor", query: "debtor=deb_78", filter: { debtorId: "deb_78" }, at: 0.5 },
  { group: "API: currency", query: null, filter: { currency: "EUR" }, at: 0.5 },
  { group: "API: connection", query: null, filter: { connectionId: "con_small" }, at: 0.5 },
  { group: "API: two states", query: null, filter: { state: ["pending", "rejected"] }, at: 0.5 },
];

const sortValue: Record<PaymentSort, (row: Payment) => Date | number | string> = {
  newest: (row) => row.createdAt,
  changed: (row) => row.updatedAt,
  requested: (row) => row.requested,
  amount: (row) => row.amountMinor,
};

/** Every filter in every order from its first row; the long lists also from the middle. */
export async function cases(ctx: Ctx, count: number): Promise<Case[]> {
  const made: Case[] = [];
  for (const { group, query, filter, at } of filters) {
    const [middle] = await ctx.db.read
      .select()
      .from(payments)
      .where(eq(payments.id, paymentId(Math.floor(count * at))));
    for (const key of paymentSorts)
      for (const direction of ["down", "up"] as const) {
        const sort = `${direction === "down" ? "-" : ""}${key}`;
        const address = query === null ? null : `/payments?${query}&sort=${sort}`;
        const first = { group, order: sort, address, filter, page: { sort: { key, direction } } };
        made.push(first);
        if (!middle || !MANY.includes(group)) continue;
        const after = writeCursor(sort, { value: sortValue[key](middle), id: middle.id });
        made.push({
          ...first,
          group: `${group}, from the middle`,
          address: address && `${address}&after=${after}`,
          page: { ...first.page, after },
        });
      }
  }
  return made;
}
