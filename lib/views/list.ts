import { and, asc, eq, or } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import type { ViewedList } from "@/db/tables/views";
import { type Ctx, requirePermission } from "@/lib/context";

export type View = Pick<
  typeof savedViews.$inferSelect,
  "id" | "name" | "query" | "team" | "ownerId" | "ownerName"
>;

/** The views of a list that this person sees: the own ones and those of the team, by name. */
export async function listViews(ctx: Ctx, list: ViewedList): Promise<View[]> {
  requirePermission(ctx, "read");
  const { id, name, query, team, ownerId, ownerName } = savedViews;
  return ctx.db.read
    .select({ id, name, query, team, ownerId, ownerName })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.creditorId, ctx.creditorId),
        eq(savedViews.list, list),
        or(eq(savedViews.ownerId, ctx.actor.id), eq(savedViews.team, true)),
      ),
    )
    .orderBy(asc(name), asc(id));
}
