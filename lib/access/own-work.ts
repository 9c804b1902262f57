import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { apiKeys } from "@/db/schema";
import type { Ctx } from "@/lib/context";

/** Somebody of whom it is asked whether work is their own. */
interface Who {
  id: string;
  /** May make API keys. */
  managesPeople: boolean;
}

interface Hands {
  ids: ReadonlySet<string>;
  /** One of them is a key of which nobody knows who made it. */
  unknownMaker: boolean;
}

/** These actors, and whoever made the API keys among them: what a key does is the work of its maker too. */
async function handsOf(
  db: Pick<Reader, "select" | "selectDistinct">,
  creditorId: string,
  actorIds: readonly string[],
): Promise<Hands> {
  const keys = await db
    .select({ madeBy: apiKeys.createdById })
    .from(apiKeys)
    .where(and(eq(apiKeys.creditorId, creditorId), inArray(apiKeys.id, [...actorIds])));
  const makers = keys.flatMap(({ madeBy }) => (madeBy === null ? [] : [madeBy]));
  return { ids: new Set([...actorIds, ...makers]), unknownMaker: makers.length < keys.length };
}

/**
 * Says of a person whether work of these actors is theirs, by their own hand or by a key that they made. A key of
 * unknown maker may be anybody's who makes keys: nobody who may, or who ever did, passes for a second pair of eyes.
 */
export async function ownersOf(
  db: Pick<Reader, "select" | "selectDistinct">,
  creditorId: string,
  actorIds: readonly string[],
): Promise<(who: Who) => boolean> {
  const hands = await handsOf(db, creditorId, actorIds);
  if (!hands.unknownMaker) return (who) => hands.ids.has(who.id);
  const all = await db
    .selectDistinct({ id: apiKeys.createdById })
    .from(apiKeys)
    .where(eq(apiKeys.creditorId, creditorId));
  const makers = new Set(all.map((one) => one.id));
  return (who) => hands.ids.has(who.id) || who.managesPeople || makers.has(who.id);
}

/** Whether work of these actors is that of whoever acts now. */
export async function isOwnWork(
  ctx: Ctx,
  db: Pick<Reader, "select" | "selectDistinct">,
  actorIds: readonly string[],
): Promise<boolean> {
  const isOwn = await ownersOf(db, ctx.creditorId, actorIds);
  const managesPeople = ctx.permissions.has("people.manage");
  if (isOwn({ id: ctx.actor.id, managesPeople })) return true;
  if (ctx.actor.kind !== "api") return false;
  const own = await handsOf(db, ctx.creditorId, [ctx.actor.id]);
  return own.unknownMaker || [...own.ids].some((id) => isOwn({ id, managesPeople }));
}
