import { and, desc, eq, inArray } from "drizzle-orm";
import { attempts, moves, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { StoryAttempt, StoryMove, StorySubmission } from "@/lib/records/story";
import { openStates } from "@/lib/submissions/states";

export interface History {
  /** Newest first. */
  moves: StoryMove[];
  submissions: StorySubmission[];
  open: StorySubmission | null;
}

const nothing: History = { moves: [], submissions: [], open: null };

/** What happened to several records, in three questions however many they are. */
export async function historyOf(ctx: Ctx, ids: readonly string[]): Promise<(id: string) => History> {
  if (ids.length === 0) return () => nothing;
  const [moved, sent] = await Promise.all([
    ctx.db.read
      .select()
      .from(moves)
      .where(and(inArray(moves.subjectId, [...ids]), eq(moves.creditorId, ctx.creditorId)))
      .orderBy(desc(moves.version)),
    ctx.db.read
      .select()
      .from(submissions)
      .where(and(inArray(submissions.subjectId, [...ids]), eq(submissions.creditorId, ctx.creditorId)))
      .orderBy(desc(submissions.createdAt), desc(submissions.id)),
  ]);
  const tried = await attemptsOf(
    ctx,
    sent.map((one) => one.id),
  );
  const found = new Map<string, History>();
  for (const id of ids) {
    const own = sent
      .filter((one) => one.subjectId === id)
      .map(({ intentSealed: _, ...one }) => ({
        ...one,
        attempts: tried.filter((attempt) => attempt.submissionId === one.id),
      }));
    const open = own.find((one) => openStates.some((state) => state === one.state)) ?? null;
    found.set(id, { moves: moved.filter((move) => move.subjectId === id), submissions: own, open });
  }
  return (id) => found.get(id) ?? nothing;
}

async function attemptsOf(ctx: Ctx, submissionIds: readonly string[]): Promise<StoryAttempt[]> {
  if (submissionIds.length === 0) return [];
  const rows = await ctx.db.read
    .select()
    .from(attempts)
    .where(inArray(attempts.submissionId, [...submissionIds]))
    .orderBy(desc(attempts.n));
  return rows.map(({ preparedSealed: _, ...attempt }) => attempt);
}
