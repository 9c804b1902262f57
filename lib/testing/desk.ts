import { randomBytes, randomUUID } from "node:crypto";
import { creditors } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { testDatabase } from "@/db/testing/database";
import { inTransaction } from "@/db/transaction";
import { permissionsOf } from "@/lib/access/permissions";
import { type Clock, systemClock } from "@/lib/clock";
import type { Ctx, Runtime } from "@/lib/context";
import { pollOnce, workOnce } from "@/lib/jobs/worker";
import { newId } from "@/lib/kernel/ids";
import { providers } from "@/lib/providers/registry";
import { callOverHttp } from "@/lib/providers/transport";
import { workerCtx } from "@/lib/runtime";
import { openVault } from "@/lib/vault/open-vault";

/** A desk for tests: a fresh database, a creditor, and a context per role. Time is the clock handed in. */
export interface TestDesk {
  runtime: Runtime;
  creditorId: string;
  as(role: Role, options?: { approver?: boolean; name?: string }): Ctx;
  /** Lets the worker do everything that is due; answers how much there was. */
  work(): Promise<number>;
}

export async function testDesk(clock: Clock, publicUrl = "http://127.0.0.1:9"): Promise<TestDesk> {
  const db = await testDatabase();
  const vault = await openVault(db, randomBytes(32).toString("base64"), new Date());
  const runtime: Runtime = { db, vault, clock, leases: systemClock, call: callOverHttp, publicUrl };
  const creditorId = newId("cre", clock.now());
  await inTransaction(db, async (tx) => {
    await tx
      .insert(creditors)
      .values({ id: creditorId, name: "Halmstrup Fjernvarme", createdAt: clock.now() });
  });
  return {
    runtime,
    creditorId,
    as: (role, options = {}) => ({
      actor: { kind: "person", id: `usr_${role}_${options.name ?? ""}`, name: options.name ?? role },
      creditorId,
      permissions: permissionsOf(role, options.approver ?? false),
      requestId: randomUUID(),
      ...runtime,
      providers,
    }),
    work: async () =>
      (await workOnce((id) => workerCtx(runtime, id))) + (await pollOnce((id) => workerCtx(runtime, id))),
  };
}
