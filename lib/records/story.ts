import { and, desc, eq, gte, inArray, like } from "drizzle-orm";
import { attempts, messages, moves, submissions } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { openStates } from "@/lib/submissions/states";

export type RecordNoun = "mandate" | "payment";

/** Which record: the shared parts of the record pages take this and no more. */
export interface RecordRef {
  noun: RecordNoun;
  id: string;
}

export type StoryMove = typeof moves.$inferSelect;
export type StoryMessage = typeof messages.$inferSelect;
export type StoryAttempt = Omit<typeof attempts.$inferSelect, "preparedSealed">;
export type StorySubmission = Omit<typeof submissions.$inferSelect, "intentSealed"> & {
  /** Newest first. */
  attempts: StoryAttempt[];
};

/** Everything that happened to a record, newest first, with the raw messages it rests on. */
export interface RecordStory {
  moves: StoryMove[];
  submissions: StorySubmission[];
  /** The submission whose effect is wanted and not proven, if there is one. */
  open: StorySubmission | null;
  messages: ReadonlyMap<string, StoryMessage>;
  /** Messages that came in on the record's connection since the open submission left; at most `EVENTS_SHOWN`. */
  eventsSince: number;
}

const EVENTS_SHOWN = 100;
const MOVES_SHOWN = 200;
const LOOK_UPS_SHOWN = 40;

/** Reads a record's story. The record itself is the caller's, who has checked that it is this creditor's. */
export async function recordStory(ctx: Ctx, record: RecordRef): Promise<RecordStory> {
  requirePermission(ctx, "read");
  const [moved, bySubject] = await Promise.all([readMoves(ctx, record), submissionsOf(ctx, [record.id])]);
  const submitted = bySubject.get(record.id) ?? [];
  const open = openOf(submitted);
  const [found, eventsSince] = await Promise.all([
    readMessages(ctx, moved, submitted),
    open ? countEvents(ctx, open) : 0,
  ]);
  return { moves: moved, submissions: submitted, open, messages: found, eventsSince };
}

function readMoves(ctx: Ctx, { noun, id }: RecordRef): Promise<StoryMove[]> {
  return ctx.db.read
    .select()
    .from(moves)
    .where(and(eq(moves.subjectId, id), eq(moves.noun, noun), eq(moves.creditorId, ctx.creditorId)))
    .orderBy(desc(moves.version))
    .limit(MOVES_SHOWN);
}

/** Of these records, every submission with its attempts, newest first. They are the caller's, who has checked whose they are. */
export async function submissionsOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StorySubmission[]>> {
  requirePermission(ctx, "read");
  const rows =
    ids.length === 0
      ? []
      : await ctx.db.read
          .select()
          .from(submissions)
          .where(and(inArray(submissions.subjectId, [...ids]), eq(submissions.creditorId, ctx.creditorId)))
          .orderBy(desc(submissions.createdAt), desc(submissions.id));
  if (rows.length === 0) return new Map();
  const tried = await ctx.db.read
    .select()
    .from(attempts)
    .where(
      inArray(
        attempts.submissionId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(desc(attempts.n));
  const told = new Map<string, StorySubmission[]>();
  for (const { intentSealed: _, ...row } of rows)
    told.set(row.subjectId, [
      ...(told.get(row.subjectId) ?? []),
      {
        ...row,
        attempts: tried
          .filter((one) => one.submissionId === row.id)
          .map(({ preparedSealed: __, ...attempt }) => attempt),
      },
    ]);
  return told;
}

/** The one whose effect is wanted and not proven, if there is one. */
export const openOf = (submitted: readonly StorySubmission[]): StorySubmission | null =>
  submitted.find((one) => openStates.some((state) => state === one.state)) ?? null;

async function readMessages(
  ctx: Ctx,
  moved: readonly StoryMove[],
  submitted: readonly StorySubmission[],
): Promise<Map<string, StoryMessage>> {
  const named = [
    ...moved.map((move) => move.messageId),
    ...submitted.flatMap((one) => one.attempts.map((attempt) => attempt.messageId)),
  ].filter((id) => id !== null);
  const own = eq(messages.creditorId, ctx.creditorId);
  const [byId, lookUps] = await Promise.all([
    named.length === 0
      ? []
      : ctx.db.read
          .select()
          .from(messages)
          .where(and(own, inArray(messages.id, named))),
    submitted.length === 0
      ? []
      : ctx.db.read
          .select()
          .from(messages)
          .where(
            and(
              own,
              inArray(
                messages.submissionId,
                submitted.map((one) => one.id),
              ),
              like(messages.title, "look-up%"),
            ),
          )
          .orderBy(desc(messages.at))
          .limit(LOOK_UPS_SHOWN),
  ]);
  return new Map([...byId, ...lookUps].map((message) => [message.id, message]));
}

async function countEvents(ctx: Ctx, open: StorySubmission): Promise<number> {
  if (!open.sentAt) return 0;
  const rows = await ctx.db.read
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.creditorId, ctx.creditorId),
        eq(messages.direction, "in"),
        eq(messages.connectionId, open.connectionId),
        gte(messages.at, open.sentAt),
      ),
    )
    .limit(EVENTS_SHOWN);
  return rows.length;
}
