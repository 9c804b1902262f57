import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, type Runtime, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { providers } from "@/lib/providers/registry";
import { permissionsOf } from "./permissions";
import { hashToken, newToken } from "./tokens";

/** Makes an API key with the permissions of a role, or of more than one. The key itself is answered once and never again. */
export async function createApiKey(
  ctx: Ctx,
  input: { name: string; role: Role; moreRoles?: Role[]; key?: string },
): Promise<{ id: string; key: string }> {
  requirePermission(ctx, "people.manage");
  const name = input.name.trim();
  if (!name) throw new AppError("invalid", { fields: { name: "required" } });
  const now = ctx.clock.now();
  const key = input.key ?? `dd_${newToken()}`;
  const id = newId("key", now);
  await inTransaction(ctx.db, async (tx) => {
    await tx.insert(apiKeys).values({
      id,
      creditorId: ctx.creditorId,
      name: name.slice(0, 100),
      hash: hashToken(key),
      lastFour: key.slice(-4),
      role: input.role,
      moreRoles: input.moreRoles ?? null,
      createdAt: now,
      createdBy: ctx.actor.name,
      createdById: ctx.actor.kind === "person" ? ctx.actor.id : null,
    });
    audit(tx, ctx, {
      action: "api_key.created",
      noun: "api_key",
      subjectId: id,
      after: { name, role: input.role, moreRoles: input.moreRoles ?? [] },
    });
  });
  return { id, key };
}

/** Ends a key at once; one that has ended stays as it ended. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx, "people.manage");
  await inTransaction(ctx.db, async (tx) => {
    const own = and(eq(apiKeys.id, id), eq(apiKeys.creditorId, ctx.creditorId));
    const [row] = await tx.select().from(apiKeys).where(own);
    if (!row) throw notFound();
    if (row.revokedAt) return;
    await tx.update(apiKeys).set({ revokedAt: ctx.clock.now() }).where(own);
    audit(tx, ctx, { action: "api_key.revoked", noun: "api_key", subjectId: id });
  });
}

export function listApiKeys(ctx: Ctx) {
  requirePermission(ctx, "people.manage");
  return ctx.db.read
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.creditorId, ctx.creditorId))
    .orderBy(desc(apiKeys.createdAt))
    .limit(100);
}

/** Whether a key is still in use is asked by the day: to the minute is near enough, and spares a write for each call. */
const USED_EVERY_MS = 60_000;

async function noteUse(of: Runtime, { id, lastUsedAt }: typeof apiKeys.$inferSelect): Promise<void> {
  const now = of.clock.now();
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USED_EVERY_MS) return;
  await inTransaction(of.db, async (tx) => {
    await tx.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id));
  });
}

/** The context of a caller with an API key; null for a key that is not, or no longer, good. */
export async function apiCtx(of: Runtime, key: string): Promise<Ctx | null> {
  const [row] = await of.db.read
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, hashToken(key)), isNull(apiKeys.revokedAt)));
  if (!row) return null;
  await noteUse(of, row);
  return {
    actor: { kind: "api", id: row.id, name: row.name },
    creditorId: row.creditorId,
    permissions: new Set(
      [row.role, ...(row.moreRoles ?? [])].flatMap((role) => [...permissionsOf(role, false)]),
    ),
    requestId: randomUUID(),
    ...of,
    providers,
  };
}
