import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sessions, users } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { hashPassword } from "./password";
import { personCtx } from "./person-ctx";
import { endSession, personOf } from "./session";
import { signIn } from "./sign-in";
import { hashToken } from "./tokens";

const password = "correct horse battery staple";
let desk: TestDesk;
let passwordHash = "";
let made = 0;

beforeAll(async () => {
  desk = await testDesk(systemClock);
  passwordHash = await hashPassword(password);
});

/** A person of this desk; answers their e-mail. */
async function person(more: Partial<typeof users.$inferInsert> = {}): Promise<string> {
  made += 1;
  const email = `person${made}@example.org`;
  await inTransaction(desk.runtime.db, async (tx) => {
    await tx.insert(users).values({
      id: `usr_${made}`,
      creditorId: desk.creditorId,
      email,
      name: `Person ${made}`,
      passwordHash,
      role: "finance",
      approver: false,
      failedSignIns: 0,
      createdAt: new Date(),
      ...more,
    });
  });
  return email;
}

async function change(email: string, patch: Partial<typeof users.$inferInsert>): Promise<void> {
  await inTransaction(desk.runtime.db, async (tx) => {
    await tx.update(users).set(patch).where(eq(users.email, email));
  });
}

async function stored(email: string) {
  const [row] = await desk.runtime.db.read.select().from(users).where(eq(users.email, email));
  if (!row) throw new Error("no such person");
  return row;
}

const enter = (email: string, given = password) => signIn(desk.runtime.db, email, given);

async function tokenOf(email: string): Promise<string> {
  const signedIn = await enter(email);
  if (!signedIn) throw new Error("not signed in");
  return signedIn.token;
}

describe("signing in", () => {
  it("opens a session that stands for the person, their role and their creditor", async () => {
    const email = await person({ role: "agent", approver: true });
    const token = await tokenOf(` ${email.toUpperCase()} `);
    const found = await personOf(desk.runtime.db, token);
    expect(found).toMatchObject({ email, role: "agent", approver: true, creditorId: desk.creditorId });
    if (!found) throw new Error("no person");
    const ctx = personCtx(desk.runtime, found);
    expect(ctx.permissions.has("submissions.resend")).toBe(true);
    expect(ctx.permissions.has("payments.cancel")).toBe(false);
  });

  it("keeps only a hash of the token", async () => {
    const token = await tokenOf(await person());
    const rows = await desk.runtime.db.read.select().from(sessions);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map((row) => row.id)).toContain(hashToken(token));
  });

  it("gives nothing for a wrong password, an unknown e-mail, an empty one or a hash in its place", async () => {
    const email = await person();
    expect(await enter(email, "wrong")).toBeNull();
    expect(await enter(email, "")).toBeNull();
    expect(await enter(email, passwordHash)).toBeNull();
    expect(await enter("nobody@example.org")).toBeNull();
    expect(await enter("")).toBeNull();
  });

  it("pauses after five wrong passwords in a row, and lets the owner in a minute later", async () => {
    const email = await person();
    for (let i = 0; i < 5; i += 1) expect(await enter(email, `wrong ${i}`)).toBeNull();
    expect(await enter(email)).toBeNull();
    const { lockedUntil, failedSignIns } = await stored(email);
    const wait = (lockedUntil?.getTime() ?? 0) - Date.now();
    expect(wait).toBeGreaterThan(30_000);
    expect(wait).toBeLessThanOrEqual(60_000);
    expect(failedSignIns).toBe(5);
    await change(email, { lockedUntil: new Date(Date.now() - 1) });
    expect(await enter(email)).not.toBeNull();
    expect(await stored(email)).toMatchObject({ failedSignIns: 0, lockedUntil: null });
  });

  it("pauses also when all the tries come at once", async () => {
    const email = await person();
    await Promise.all(Array.from({ length: 12 }, (_, i) => enter(email, `wrong ${i}`)));
    expect((await stored(email)).lockedUntil).not.toBeNull();
    expect(await enter(email)).toBeNull();
  });

  it("does not pause when right ones come between", async () => {
    const email = await person();
    for (let i = 0; i < 8; i += 1) {
      await enter(email, "wrong");
      if (i % 3 === 2) expect(await enter(email)).not.toBeNull();
    }
    expect(await enter(email)).not.toBeNull();
  });

  it("is closed to a disabled person, with the right password too", async () => {
    const email = await person({ disabledAt: new Date() });
    expect(await enter(email)).toBeNull();
  });
});

describe("a session", () => {
  it("is dead at once when it is ended, and only that one", async () => {
    const email = await person();
    const [one, other] = [await tokenOf(email), await tokenOf(email)];
    await endSession(desk.runtime.db, one);
    expect(await personOf(desk.runtime.db, one)).toBeNull();
    expect(await personOf(desk.runtime.db, other)).not.toBeNull();
  });

  it("is dead at once when its person is disabled, and its role is the newest", async () => {
    const email = await person();
    const token = await tokenOf(email);
    await change(email, { role: "auditor" });
    expect(await personOf(desk.runtime.db, token)).toMatchObject({ role: "auditor" });
    await change(email, { disabledAt: new Date() });
    expect(await personOf(desk.runtime.db, token)).toBeNull();
  });

  it("ends after two hours without use and after twelve hours in any case", async () => {
    const email = await person();
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    for (const [patch, alive] of [
      [{ lastSeenAt: ago(1.9) }, true],
      [{ lastSeenAt: ago(2.1) }, false],
      [{ expiresAt: ago(0.01) }, false],
    ] as const) {
      const token = await tokenOf(email);
      await inTransaction(desk.runtime.db, async (tx) => {
        await tx
          .update(sessions)
          .set(patch)
          .where(eq(sessions.id, hashToken(token)));
      });
      expect((await personOf(desk.runtime.db, token)) !== null).toBe(alive);
    }
  });

  it("is not one for a token that nobody got, or for the hash of one that somebody did", async () => {
    const token = await tokenOf(await person());
    for (const wrong of ["", "x", hashToken(token), `${token}x`])
      expect(await personOf(desk.runtime.db, wrong)).toBeNull();
  });
});
