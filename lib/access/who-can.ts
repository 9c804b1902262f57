import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { isApproversOwn, type Permission, rolesWith } from "./permissions";

/** The names of the people whose role, or added right, has a permission, for "who can do this"; at most five. */
export async function whoCan(ctx: Ctx, permission: Permission): Promise<string[]> {
  const roles = rolesWith(permission);
  const added = isApproversOwn(permission);
  if (roles.length === 0 && !added) return [];
  const rows = await ctx.db.read
    .select({ name: users.name })
    .from(users)
    .where(
      and(
        eq(users.creditorId, ctx.creditorId),
        added ? eq(users.approver, true) : inArray(users.role, roles),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(5);
  return rows.map((row) => row.name);
}
