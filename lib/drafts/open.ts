import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { drafts } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";
import { draftIdShape, draftPlace } from "./own";
import { MOST_DRAFTS } from "./save";

type Row = typeof drafts.$inferSelect;
export type DraftRow = Omit<Row, "sealed">;

/** A draft as a form begins with it: what was typed, or nothing yet under the id that its first save will have. */
export interface DraftState
  extends Pick<DraftRow, "id" | "version" | "agreementId" | "debtorId" | "fromId" | "changeOf"> {
  /** When it was saved last; null before. */
  savedAt: Date | null;
  values: Record<string, string>;
}

const valuesShape = z.record(z.string(), z.string());
const empty = { version: 0, agreementId: null, debtorId: null, fromId: null, changeOf: null, savedAt: null };

/** The named draft of the person. One that was submitted or discarded, or is somebody else's, begins anew. */
export async function draftState(ctx: Ctx, id: string | undefined): Promise<DraftState> {
  requirePermission(ctx, "read");
  const fresh = (): DraftState => ({ ...empty, id: newId("drf", ctx.clock.now()), values: {} });
  if (id === undefined || !draftIdShape.test(id)) return fresh();
  const [row] = await ctx.db.read.select().from(drafts).where(eq(drafts.id, id));
  // Not saved yet: the page came here by a choice of its own.
  if (!row) return { ...empty, id, values: {} };
  if (row.creditorId !== ctx.creditorId || row.userId !== ctx.actor.id || !row.sealed) return fresh();
  const { version, agreementId, debtorId, fromId, changeOf, updatedAt: savedAt } = row;
  const values = valuesShape.parse(JSON.parse(ctx.vault.open(draftPlace(ctx, id), row.sealed)));
  return { id, version, agreementId, debtorId, fromId, changeOf, savedAt, values };
}

/** The person's unfinished drafts, the one worked on last first; never what is in them. */
export async function listDrafts(ctx: Ctx): Promise<DraftRow[]> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select()
    .from(drafts)
    .where(and(eq(drafts.creditorId, ctx.creditorId), eq(drafts.userId, ctx.actor.id), isNull(drafts.doneAt)))
    .orderBy(desc(drafts.updatedAt), desc(drafts.id))
    .limit(MOST_DRAFTS);
  return rows.map(({ sealed, ...open }) => open);
}
