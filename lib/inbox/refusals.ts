import { sql } from "drizzle-orm";
import { refusedMessages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Runtime } from "@/lib/context";
import type { Connection } from "@/lib/messages/store-exchange";

/** At most this often a process writes down how many it refused on one connection. */
const WRITE_EVERY_MS = 1_000;

interface Noted {
  count: number;
  /** Real time of the last write. */
  writtenAt: number;
}

const noted = new Map<string, Noted>();

/** What this process has refused and not written down yet. */
export const refusedUnwritten = (connectionId: string): number => noted.get(connectionId)?.count ?? 0;

/**
 * Counts a message that was refused as forged. Nothing of it is kept, and a flood costs a write a second: what comes in
 * between is added to the next write. A process that dies takes the count of its last second with it.
 */
export async function countRefused(
  of: Pick<Runtime, "db" | "clock" | "leases">,
  connection: Pick<Connection, "id" | "creditorId">,
): Promise<void> {
  const real = of.leases.now().getTime();
  const known = noted.get(connection.id) ?? { count: 0, writtenAt: 0 };
  known.count += 1;
  noted.set(connection.id, known);
  if (real - known.writtenAt < WRITE_EVERY_MS) return;
  const { count } = known;
  noted.set(connection.id, { count: 0, writtenAt: real });
  const lastAt = of.clock.now();
  const { id: connectionId, creditorId } = connection;
  await inTransaction(of.db, async (tx) => {
    await tx
      .insert(refusedMessages)
      .values({ connectionId, creditorId, count, lastAt })
      .onConflictDoUpdate({
        target: refusedMessages.connectionId,
        set: { count: sql`${refusedMessages.count} + ${count}`, lastAt },
      });
  });
}
