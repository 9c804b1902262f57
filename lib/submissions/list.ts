import { and } from "drizzle-orm";
import { submissions } from "@/db/schema";
import type { SubmissionState } from "@/db/tables/journeys";
import { type Ctx, requirePermission } from "@/lib/context";
import { inStates, keyset, type SortColumn, same, unindexed } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { type SubmissionRow, submissionColumns } from "./columns";

export interface SubmissionFilter {
  state?: SubmissionState | readonly SubmissionState[] | undefined;
  /** The mandate, payment, agreement or connection it is about. */
  subjectId?: string | undefined;
  connectionId?: string | undefined;
}

export const submissionSorts = ["newest"] as const;
export type SubmissionSort = (typeof submissionSorts)[number];

const sorts: Record<SubmissionSort, SortColumn<SubmissionRow>> = {
  newest: { column: submissions.createdAt, kind: "instant", of: (row) => row.createdAt },
};

/**
 * One page of the creditor's submissions; the newest first when no order is asked for. Everybody reads those about one
 * record; all of them together only those who read what goes on.
 */
export async function listSubmissions(
  ctx: Ctx,
  filter: SubmissionFilter = {},
  page: PageRequest<SubmissionSort> = {},
): Promise<Page<SubmissionRow>> {
  requirePermission(ctx, filter.subjectId === undefined ? "activity.read" : "read");
  const order = keyset(sorts, "newest", submissions.id, page);
  const { subjectId, connectionId } = filter;
  const rows = await inStates(filter.state, order, (state) => {
    // A record has few, and its own index. Of a connection nearly all are confirmed; of the others there are few anywhere.
    const byConnection =
      subjectId === undefined && connectionId !== undefined && (state === undefined || state === "confirmed");
    return ctx.db.read
      .select(submissionColumns)
      .from(submissions)
      .where(
        and(
          (subjectId !== undefined || byConnection ? unindexed : same)(
            submissions.creditorId,
            ctx.creditorId,
          ),
          (byConnection ? unindexed : same)(submissions.state, state),
          same(submissions.subjectId, subjectId),
          (byConnection ? same : unindexed)(submissions.connectionId, connectionId),
          order.beyond,
        ),
      )
      .orderBy(...order.by)
      .limit(order.take);
  });
  return order.page(rows);
}
