import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { checkPassword } from "./password";
import { hashToken, newToken } from "./tokens";

const FAILURES_BEFORE_PAUSE = 5;
const PAUSE_MS = 60_000;
/** A session ends after this long whatever happens, and after `IDLE_MS` without use; see session.ts. */
const SESSION_MS = 12 * 3_600_000;

export interface SignedIn {
  userId: string;
  name: string;
  email: string;
  token: string;
}

/**
 * Checks an e-mail and password and opens a session. null for every way of being wrong, in the same time. After five
 * failures in a row the account pauses for a minute; it is never locked for good.
 */
export async function signIn(db: Database, email: string, password: string): Promise<SignedIn | null> {
  // People live in real time, whatever clock a demonstration shows.
  const now = new Date();
  const [user] = await db.read.select().from(users).where(eq(users.email, email.trim().toLowerCase()));
  const right = await checkPassword(password, user?.passwordHash ?? null);
  if (!user) return null;
  const paused = user.lockedUntil !== null && user.lockedUntil > now;
  if (!right || paused || user.disabledAt) {
    if (!paused && !right) await countFailure(db, user.id, now);
    return null;
  }
  const token = newToken();
  await inTransaction(db, async (tx) => {
    await tx.update(users).set({ failedSignIns: 0, lockedUntil: null }).where(eq(users.id, user.id));
    await tx.insert(sessions).values({
      id: hashToken(token),
      userId: user.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MS),
    });
  });
  return { userId: user.id, name: user.name, email: user.email, token };
}

/** Counted by the row itself: of many tries at once every fifth still pauses the account. */
async function countFailure(db: Database, userId: string, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [user] = await tx
      .update(users)
      .set({ failedSignIns: sql`${users.failedSignIns} + 1` })
      .where(eq(users.id, userId))
      .returning();
    if (!user || user.failedSignIns % FAILURES_BEFORE_PAUSE !== 0) return;
    const lockedUntil = new Date(now.getTime() + PAUSE_MS);
    await tx.update(users).set({ lockedUntil }).where(eq(users.id, userId));
  });
}
