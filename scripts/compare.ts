import { randomUUID } from "node:crypto";
import { connections } from "@/db/schema";
import { permissionsOf } from "@/lib/access/permissions";
import { compareConnection } from "@/lib/comparison/compare";
import type { Ctx } from "@/lib/context";
import { providers } from "@/lib/providers/registry";
import { runtime } from "@/lib/runtime";

/** `npm run compare`: compares every connection with its provider, sends nothing, and ends with 1 while gaps are open. */
const of = await runtime();
try {
  for (const { id, name, creditorId } of await of.db.read.select().from(connections)) {
    const ctx: Ctx = {
      ...of,
      providers,
      creditorId,
      actor: { kind: "worker", id: "compare", name: "npm run compare" },
      permissions: permissionsOf("admin", false),
      requestId: randomUUID(),
    };
    try {
      const { state, readThere, ours, gaps } = await compareConnection(ctx, id);
      console.log(`${name}: ${state}; ${readThere} read there, ${ours} of ours, ${gaps} gaps open`);
      if (state !== "complete" || gaps > 0) process.exitCode = 1;
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
} finally {
  await of.db.close();
}
