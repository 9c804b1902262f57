import type { Database } from "@/db/client";
import type { ActorKind } from "@/db/tables/proof";
import type { Permission } from "./access/permissions";
import type { Clock } from "./clock";
import { AppError } from "./kernel/errors";
import type { ProviderModule } from "./providers/contract";
import type { Vault } from "./vault/vault";

export interface Actor {
  kind: ActorKind;
  id: string;
  name: string;
}

/** Who acts, for which creditor, with which rights, at what time, on which database. The first argument of a verb. */
export interface Ctx {
  actor: Actor;
  creditorId: string;
  permissions: ReadonlySet<Permission>;
  requestId: string;
  clock: Clock;
  db: Database;
  vault: Vault;
  providers: Readonly<Record<string, ProviderModule>>;
  /** The address at which providers reach us, without a slash at its end. */
  publicUrl: string;
}

/** The first line of every verb. */
export function requirePermission(ctx: Ctx, permission: Permission): void {
  if (!ctx.permissions.has(permission)) throw new AppError("not_permitted", { params: { permission } });
}
