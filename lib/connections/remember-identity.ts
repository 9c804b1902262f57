import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections } from "@/db/schema";

/** Who the provider says we are is kept the first time it says so, and never overwritten: a later other word is a warning. */
export async function rememberIdentity(tx: Tx, connectionId: string, identity: string | null): Promise<void> {
  if (identity === null) return;
  await tx
    .update(connections)
    .set({ identity })
    .where(and(eq(connections.id, connectionId), isNull(connections.identity)));
}
