import { and, desc, eq, inArray } from "drizzle-orm";
import { notes } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

export type Note = typeof notes.$inferSelect;

const SHOWN = 200;

/** The notes on these records, the newest first. */
export async function notesOn(ctx: Ctx, subjectIds: readonly string[]): Promise<Note[]> {
  requirePermission(ctx, "read");
  if (subjectIds.length === 0) return [];
  return ctx.db.read
    .select()
    .from(notes)
    .where(and(inArray(notes.subjectId, [...subjectIds]), eq(notes.creditorId, ctx.creditorId)))
    .orderBy(desc(notes.at), desc(notes.id))
    .limit(SHOWN);
}
