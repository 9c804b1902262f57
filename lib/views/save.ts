import { and, count, eq, ne } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import { viewedLists } from "@/db/tables/views";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { viewQuery } from "./query";

const LONGEST_NAME = 60;
const LONGEST_QUERY = 1_000;
/** Of one person for one list: more than anybody finds his way in. */
const MOST = 40;

export interface NewView {
  list: string;
  name: string;
  /** The address's parameters, as they stand there. */
  query: string;
  team: boolean;
}

/** Keeps a list's filters, order and columns under a name; the same name again replaces one's own view. */
export async function saveView(ctx: Ctx, input: NewView): Promise<string> {
  requirePermission(ctx, input.team ? "views.share" : "read");
  const list = viewedLists.find((one) => one === input.list);
  if (!list) throw new AppError("not_found");
  const name = input.name.trim();
  if (name === "") throw new AppError("invalid", { fields: { name: "required" } });
  if (name.length > LONGEST_NAME) throw new AppError("invalid", { fields: { name: "too_long" } });
  const query = viewQuery(input.query);
  if (query.length > LONGEST_QUERY) throw new AppError("too_large");
  const now = ctx.clock.now();
  const view = { list, name, query, team: input.team, ownerId: ctx.actor.id, ownerName: ctx.actor.name };
  return inTransaction(ctx.db, async (tx) => {
    const own = and(
      eq(savedViews.creditorId, ctx.creditorId),
      eq(savedViews.list, list),
      eq(savedViews.ownerId, ctx.actor.id),
    );
    const [total] = await tx
      .select({ count: count() })
      .from(savedViews)
      .where(and(own, ne(savedViews.name, name)));
    if ((total?.count ?? 0) >= MOST) throw new AppError("too_many");
    const [saved] = await tx
      .insert(savedViews)
      .values({ id: newId("viw", now), creditorId: ctx.creditorId, ...view, createdAt: now })
      .onConflictDoUpdate({
        target: [savedViews.creditorId, savedViews.list, savedViews.ownerId, savedViews.name],
        set: { query, team: view.team },
      })
      .returning();
    const id = saved?.id ?? "";
    if (view.team) audit(tx, ctx, { action: "view.shared", noun: "view", subjectId: id, after: view });
    return id;
  });
}
