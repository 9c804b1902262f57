import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { creditors, sessions, users } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import { hashToken } from "./tokens";

const IDLE_MS = 2 * 3_600_000;
const SEEN_EVERY_MS = 60_000;

export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  approver: boolean;
  locale: string | null;
  creditorId: string;
  creditorName: string;
}

/** The person a session token stands for; null once it was ended, expired, idle, or the person was disabled. */
export async function personOf(db: Database, token: string): Promise<Person | null> {
  const now = new Date();
  const [row] = await db.read
    .select({ session: sessions, user: users, creditorName: creditors.name })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(creditors, eq(creditors.id, users.creditorId))
    .where(and(eq(sessions.id, hashToken(token)), isNull(sessions.endedAt), isNull(users.disabledAt)));
  if (!row) return null;
  const { session, user } = row;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (session.expiresAt <= now || idle > IDLE_MS) return null;
  if (idle > SEEN_EVERY_MS)
    await inTransaction(db, async (tx) => {
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
    });
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    approver: user.approver,
    locale: user.locale,
    creditorId: user.creditorId,
    creditorName: row.creditorName,
  };
}

/** Ends one session at once, everywhere. */
export async function endSession(db: Database, token: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .update(sessions)
      .set({ endedAt: new Date() })
      .where(eq(sessions.id, hashToken(token)));
  });
}
