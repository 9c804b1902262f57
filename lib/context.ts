import type { Database } from "@/db/client";
import type { ActorKind } from "@/db/tables/proof";
import type { Permission } from "./access/permissions";
import type { Clock } from "./clock";
import { AppError } from "./kernel/errors";
import type { Call, ProviderModule } from "./providers/contract";
import type { Vault } from "./vault/vault";

export interface Actor {
  kind: ActorKind;
  id: string;
  name: string;
}

/** What a process opens once: its database, its vault, its clocks, its way out. */
export interface Runtime {
  db: Database;
  vault: Vault;
  clock: Clock;
  /** Real time, in which leases run whatever the clock shows: they are about processes. */
  leases: Clock;
  /** How a request reaches a provider. */
  call: Call;
  /** Whether the database is still the one that was here before. */
  instance: {
    /** Before a permit: fences these data when they turn out to be a copy, or older than they were. */
    confirm(): Promise<void>;
    /** What is about to leave, kept outside the database; on disk when it is done. */
    noteLeft(attemptId: string): Promise<void>;
  };
  /** The address at which providers reach us, without a slash at its end. */
  publicUrl: string;
}

/** Who acts, for which creditor, with which rights, at what time, on which database. The first argument of a verb. */
export interface Ctx extends Runtime {
  actor: Actor;
  creditorId: string;
  permissions: ReadonlySet<Permission>;
  requestId: string;
  providers: Readonly<Record<string, ProviderModule>>;
}

/** The first line of every verb. */
export function requirePermission(ctx: Ctx, permission: Permission): void {
  if (!ctx.permissions.has(permission)) throw new AppError("not_permitted", { params: { permission } });
}
