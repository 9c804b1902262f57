import type { Kit } from "../dialect/postgres";

/** The lists whose filters, order and columns can be kept under a name. */
export const viewedLists = ["payments", "mandates", "debtors"] as const;
export type ViewedList = (typeof viewedLists)[number];

export function viewTables(k: Kit) {
  /** A list as somebody wants to see it again: the parameters of its address, without the place in it. */
  const savedViews = k.table(
    "saved_views",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      list: k.text().$type<ViewedList>().notNull(),
      name: k.text().notNull(),
      query: k.text().notNull(),
      /** Shown to everyone of the creditor. */
      team: k.bool().notNull(),
      ownerId: k.text().notNull(),
      ownerName: k.text().notNull(),
      createdAt: k.instant().notNull(),
    },
    (t) => [
      k.uniqueIndex("saved_views_name").on(t.creditorId, t.list, t.ownerId, t.name),
      k.index("saved_views_list").on(t.creditorId, t.list, t.createdAt),
    ],
  );

  return { savedViews };
}
