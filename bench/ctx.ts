import { randomUUID } from "node:crypto";
import { connect } from "@/db/connect";
import type { Role } from "@/db/tables/access";
import { permissionsOf } from "@/lib/access/permissions";
import { systemClock } from "@/lib/clock";
import type { Ctx } from "@/lib/context";
import { providers } from "@/lib/providers/registry";
import { callOverHttp } from "@/lib/providers/transport";
import { vaultWith } from "@/lib/vault/vault";

/** Who a benchmark reads as, on the database that it filled. */
export const benchCtx = (url: string, creditorId: string, role: Role): Ctx => ({
  actor: { kind: "person", id: "usr_bench", name: "Bench" },
  creditorId,
  permissions: permissionsOf(role, false),
  requestId: randomUUID(),
  clock: systemClock,
  leases: systemClock,
  call: callOverHttp,
  // It only reads.
  instance: { confirm: async () => undefined, noteLeft: async () => undefined },
  db: connect(url),
  vault: vaultWith([
    { id: "d", purpose: "data", key: Buffer.alloc(32) },
    { id: "i", purpose: "index", key: Buffer.alloc(32) },
  ]),
  providers,
  publicUrl: "http://127.0.0.1",
});
