import { and, desc, eq, getColumns, inArray } from "drizzle-orm";
import { submissions } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { openStates } from "@/lib/submissions/states";
import type { ConnectionRow } from "./list";

const { intentSealed, ...open } = getColumns(submissions);

export type ConnectionSubmission = Omit<typeof submissions.$inferSelect, "intentSealed">;

/** What was asked of the provider for a connection itself: its agreements, its events. The newest first, at most 100. */
export async function connectionSubmissions(
  ctx: Ctx,
  connection: Pick<ConnectionRow, "id" | "agreements">,
): Promise<ConnectionSubmission[]> {
  requirePermission(ctx, "read");
  const subjects = [connection.id, ...connection.agreements.map((one) => one.id)];
  return ctx.db.read
    .select(open)
    .from(submissions)
    .where(and(inArray(submissions.subjectId, subjects), eq(submissions.creditorId, ctx.creditorId)))
    .orderBy(desc(submissions.createdAt), desc(submissions.id))
    .limit(100);
}

export const isOpen = ({ state }: Pick<ConnectionSubmission, "state">): boolean =>
  openStates.some((one) => one === state);
