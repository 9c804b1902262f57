import { and, asc, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { keyset, type SortColumn, same, unindexed } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import type { TaskKind, TaskNote } from "./tasks";

export type Task = typeof tasks.$inferSelect;

export interface TaskFilter {
  /** Open ones when left out. */
  state?: Task["state"] | undefined;
  role?: Task["role"] | undefined;
  kind?: TaskKind | undefined;
  noun?: TaskNote["noun"] | undefined;
  subjectId?: string | undefined;
  /** Those that are put aside, or those that are not; both when left out. */
  snoozed?: boolean | undefined;
}

export const taskSorts = ["newest"] as const;
export type TaskSort = (typeof taskSorts)[number];

const sorts: Record<TaskSort, SortColumn<Task>> = {
  newest: { column: tasks.createdAt, kind: "instant", of: (row) => row.createdAt },
};

/** One page of the creditor's tasks; the newest first when no order is asked for. */
export async function listTasks(
  ctx: Ctx,
  filter: TaskFilter = {},
  page: PageRequest<TaskSort> = {},
): Promise<Page<Task>> {
  requirePermission(ctx, "read");
  const order = keyset(sorts, "newest", tasks.id, page);
  const rows = await ctx.db.read
    .select()
    .from(tasks)
    .where(
      and(
        (filter.subjectId === undefined ? same : unindexed)(tasks.creditorId, ctx.creditorId),
        same(tasks.state, filter.state ?? "open"),
        same(tasks.role, filter.role),
        same(tasks.kind, filter.kind),
        same(tasks.noun, filter.noun),
        same(tasks.subjectId, filter.subjectId),
        filter.snoozed === undefined ? undefined : snoozedIs(ctx.clock.now(), filter.snoozed),
        order.beyond,
      ),
    )
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows);
}

/** A task that has come due meanwhile, because its cut-off was moved, is not put aside any more. */
export function snoozedIs(now: Date, wanted: boolean): SQL | undefined {
  const aside = and(
    gt(tasks.snoozedUntil, now),
    or(isNull(tasks.dueAt), gt(tasks.dueAt, tasks.snoozedUntil)),
  );
  return wanted
    ? aside
    : or(isNull(tasks.snoozedUntil), lte(tasks.snoozedUntil, now), lte(tasks.dueAt, tasks.snoozedUntil));
}

/** The open tasks that are due at some time, soonest first; on their own index, so that none is lost among the newest. */
export async function listDueTasks(
  ctx: Ctx,
  filter: Pick<TaskFilter, "role" | "snoozed"> = {},
  limit = 100,
): Promise<Task[]> {
  requirePermission(ctx, "read");
  return ctx.db.read
    .select()
    .from(tasks)
    .where(
      and(
        same(tasks.creditorId, ctx.creditorId),
        // Word for word as the index has it.
        sql`${tasks.state} = 'open' and ${tasks.dueAt} is not null`,
        same(tasks.role, filter.role),
        filter.snoozed === undefined ? undefined : snoozedIs(ctx.clock.now(), filter.snoozed),
      ),
    )
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(limit);
}
