import { and, eq } from "drizzle-orm";
import { drafts } from "@/db/schema";
import type { Ctx } from "@/lib/context";

/** As `newId` makes them. */
export const draftIdShape = /^drf_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Where a draft's sealed text lives. */
export const draftPlace = (ctx: Pick<Ctx, "creditorId">, id: string) => ({
  creditorId: ctx.creditorId,
  table: "drafts",
  rowId: id,
  field: "values",
});

/** A draft belongs to who typed it: a colleague's is not there. */
export const ownDraft = (ctx: Ctx, id: string) =>
  and(eq(drafts.id, id), eq(drafts.creditorId, ctx.creditorId), eq(drafts.userId, ctx.actor.id));
