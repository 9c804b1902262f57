import { randomUUID } from "node:crypto";
import { database } from "@/db/connect";
import { databaseUrl } from "@/db/engine";
import { witnessPath } from "@/db/witness";
import { permissionsOf } from "./access/permissions";
import { fileClock, systemClock } from "./clock";
import type { Actor, Ctx, Runtime } from "./context";
import { env } from "./env";
import { openInstance } from "./instance/open-instance";
import { providers } from "./providers/registry";
import { callOverHttp } from "./providers/transport";
import { openVault } from "./vault/open-vault";

declare global {
  var debitdeskRuntime: Promise<Runtime> | undefined;
}

async function open(): Promise<Runtime> {
  const { DEBITDESK_MASTER_KEY, INSTANCE_FILE, CLOCK_FILE, PUBLIC_URL, NEXTAUTH_URL } = env();
  const db = database();
  const clock = CLOCK_FILE ? fileClock(CLOCK_FILE) : systemClock;
  // A wrong master key is found before anything is written.
  const vault = await openVault(db, DEBITDESK_MASTER_KEY, new Date());
  return {
    db,
    clock,
    leases: systemClock,
    call: callOverHttp,
    vault,
    instance: await openInstance({ db, clock }, witnessPath(databaseUrl(), INSTANCE_FILE)),
    publicUrl: (PUBLIC_URL ?? NEXTAUTH_URL).replace(/\/$/, ""),
  };
}

/** This process's runtime, opened at first use. */
export function runtime(): Promise<Runtime> {
  globalThis.debitdeskRuntime ??= open().catch((error: unknown) => {
    // A database that was away for a moment must not be away for the life of the process.
    globalThis.debitdeskRuntime = undefined;
    throw error;
  });
  return globalThis.debitdeskRuntime;
}

const workerActor: Actor = { kind: "worker", id: "worker", name: "Debitdesk" };

/** The context of work that nobody pressed a button for: it may read, and settle what was intended. */
export function workerCtx(of: Runtime, creditorId: string): Ctx {
  return {
    actor: workerActor,
    creditorId,
    permissions: permissionsOf("auditor", false),
    requestId: randomUUID(),
    ...of,
    providers,
  };
}
