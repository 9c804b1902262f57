import { and, asc, eq, inArray } from "drizzle-orm";
import { attempts, messages } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Page, PageRequest } from "@/lib/lists/page";
import type { Message } from "@/lib/messages/get";
import { type AttemptRow, attemptColumns, type SubmissionRow } from "./columns";
import { listSubmissions, type SubmissionFilter, type SubmissionSort } from "./list";

export type Answer = Pick<Message, "id" | "result" | "status" | "ms">;

/** A try with what the other side said to it; null where nothing is stored. */
export interface Tried extends AttemptRow {
  answer: Answer | null;
}

/** One intended effect with every try at it. */
export interface LedgerLine extends SubmissionRow {
  attempts: Tried[];
}

/** A page of submissions, each with its attempts in their order and the answers to them. */
export async function ledger(
  ctx: Ctx,
  filter: SubmissionFilter,
  page: PageRequest<SubmissionSort>,
): Promise<Page<LedgerLine>> {
  const { rows, next } = await listSubmissions(ctx, filter, page);
  const tried = await triesOf(
    ctx,
    rows.map((row) => row.id),
  );
  return { rows: rows.map((row) => ({ ...row, attempts: tried.get(row.id) ?? [] })), next };
}

const MOST = 2_000;

async function triesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Tried[]>> {
  const of = new Map<string, Tried[]>();
  if (ids.length === 0) return of;
  const rows = await ctx.db.read
    .select({
      attempt: attemptColumns,
      answer: { id: messages.id, result: messages.result, status: messages.status, ms: messages.ms },
    })
    .from(attempts)
    .leftJoin(messages, and(eq(messages.id, attempts.messageId), eq(messages.creditorId, ctx.creditorId)))
    .where(inArray(attempts.submissionId, [...ids]))
    .orderBy(asc(attempts.submissionId), asc(attempts.n))
    .limit(MOST);
  for (const { attempt, answer } of rows)
    of.set(attempt.submissionId, [...(of.get(attempt.submissionId) ?? []), { ...attempt, answer }]);
  return of;
}
