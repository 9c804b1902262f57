import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { creditors } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { openTestDatabase, testDatabase, testWitness, urlOf } from "@/db/testing/database";
import { inTransaction } from "@/db/transaction";
import { permissionsOf } from "@/lib/access/permissions";
import { type Clock, systemClock } from "@/lib/clock";
import type { Ctx, Runtime } from "@/lib/context";
import { openInstance } from "@/lib/instance/open-instance";
import { bulkOnce } from "@/lib/jobs/bulk";
import { importOnce } from "@/lib/jobs/imports";
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
  /** The same desk started on another database or beside another witness, as by another process. */
  startAgain(on: { url?: string; witness?: string; patienceMs?: number }): Promise<TestDesk>;
  url: string;
  witness: string;
}

export async function testDesk(clock: Clock, publicUrl = "http://127.0.0.1:9"): Promise<TestDesk> {
  const db = await testDatabase();
  const masterKey = randomBytes(32).toString("base64");
  const creditorId = newId("cre", clock.now());
  await inTransaction(db, async (tx) => {
    await tx
      .insert(creditors)
      .values({ id: creditorId, name: "Halmstrup Fjernvarme", createdAt: clock.now() });
  });
  return deskOver(db, { masterKey, creditorId, clock, publicUrl, witness: testWitness() });
}

interface Installation {
  masterKey: string;
  creditorId: string;
  clock: Clock;
  publicUrl: string;
  witness: string;
}

async function deskOver(db: Database, of: Installation): Promise<TestDesk> {
  const { clock, creditorId, publicUrl, witness } = of;
  const vault = await openVault(db, of.masterKey, new Date());
  const instance = await openInstance({ db, clock }, witness);
  const runtime: Runtime = { db, vault, clock, leases: systemClock, call: callOverHttp, instance, publicUrl };
  return {
    runtime,
    creditorId,
    url: urlOf(db),
    witness,
    startAgain: ({ url = urlOf(db), witness: other = witness, patienceMs }) =>
      deskOver(openTestDatabase(url, patienceMs), { ...of, witness: other }),
    as: (role, options = {}) => ({
      actor: { kind: "person", id: `usr_${role}_${options.name ?? ""}`, name: options.name ?? role },
      creditorId,
      permissions: permissionsOf(role, options.approver ?? false),
      requestId: randomUUID(),
      ...runtime,
      providers,
    }),
    work: async () =>
      (await workOnce((id) => workerCtx(runtime, id))) +
      (await pollOnce((id) => workerCtx(runtime, id))) +
      (await importOnce((id) => workerCtx(runtime, id))) +
      (await bulkOnce((id) => workerCtx(runtime, id))),
  };
}
