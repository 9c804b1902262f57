import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { creditors, sessions, users } from "@/db/schema";
import type { Role } from "@/db/tables/access";
import { inTransaction } from "@/db/transaction";
import { asFence, type Fence } from "@/lib/instance/fence";
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

/** Who is signed in, with what every page shows of the creditor. */
export interface SignedInPerson extends Person {
  /** null while sending is on. */
  fence: Fence | null;
}

/** The person a session token stands for; null once it was ended, expired, idle, or the person was disabled. */
export async function personOf(db: Database, token: string): Promise<SignedInPerson | null> {
  const now = new Date();
  const [row] = await db.read
    .select({
      session: { id: sessions.id, lastSeenAt: sessions.lastSeenAt, expiresAt: sessions.expiresAt },
      user: {
        id: users.id,
        name: users.name,
        email: users.email,
        role: users.role,
        approver: users.approver,
        locale: users.locale,
        creditorId: users.creditorId,
      },
      creditor: { name: creditors.name, fencedAt: creditors.fencedAt, fenceReason: creditors.fenceReason },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(creditors, eq(creditors.id, users.creditorId))
    .where(and(eq(sessions.id, hashToken(token)), isNull(sessions.endedAt), isNull(users.disabledAt)));
  if (!row) return null;
  const { session, user, creditor } = row;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (session.expiresAt <= now || idle > IDLE_MS) return null;
  if (idle > SEEN_EVERY_MS)
    await inTransaction(db, async (tx) => {
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id));
    });
  return { ...user, creditorName: creditor.name, fence: asFence(creditor) };
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
