import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { permissionsOf } from "./permissions";

/**
 * The context of work that a person asked for and that goes on without them: in their name, with the rights that they
 * have now. Null once they may not sign in any more.
 */
export async function actingFor(ctx: Ctx, userId: string): Promise<Ctx | null> {
  const [user] = await ctx.db.read
    .select()
    .from(users)
    .where(and(eq(users.id, userId), eq(users.creditorId, ctx.creditorId), isNull(users.disabledAt)));
  if (!user) return null;
  return {
    ...ctx,
    actor: { kind: "person", id: user.id, name: user.name },
    permissions: permissionsOf(user.role, user.approver),
  };
}
