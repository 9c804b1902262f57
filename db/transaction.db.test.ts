import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { isUniqueViolation } from "./errors";
import { counters, creditors, settings } from "./schema";
import { testDatabase } from "./testing/database";
import { beforeCommit, inTransaction } from "./transaction";

const row = (id: string) => ({
  id,
  name: "Æble & Østers",
  createdAt: new Date("2026-11-20T12:00:00.123Z"),
  fencedAt: null,
  fenceReason: null,
});

describe("inTransaction", () => {
  it("gives back what was stored: instants to the millisecond, booleans, JSON", async () => {
    const db = await testDatabase();
    await inTransaction(db, async (tx) => {
      await tx.insert(creditors).values(row("cre_1"));
      await tx.insert(settings).values({ creditorId: "cre_1", name: "a", value: { deep: [1, true, "x"] } });
    });
    expect(await db.read.select().from(creditors)).toEqual([row("cre_1")]);
    expect((await db.read.select().from(settings))[0]?.value).toEqual({ deep: [1, true, "x"] });
  });

  it("leaves nothing behind when the work throws", async () => {
    const db = await testDatabase();
    const failing = inTransaction(db, async (tx) => {
      await tx.insert(creditors).values(row("cre_1"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await db.read.select().from(creditors)).toEqual([]);
  });

  it("runs steps left for the end in their order, once per name, inside the transaction", async () => {
    const db = await testDatabase();
    const seen: string[] = [];
    await inTransaction(db, async (tx) => {
      beforeCommit(tx, "late", 2, async () => void seen.push("late"));
      beforeCommit(tx, "early", 1, async (same) => {
        seen.push("early");
        await same.insert(creditors).values(row("cre_1"));
      });
      beforeCommit(tx, "early", 1, async () => void seen.push("twice"));
    });
    expect(seen).toEqual(["early", "late"]);
    expect(await db.read.select().from(creditors)).toHaveLength(1);
  });

  it("knows a unique violation on either engine", async () => {
    const db = await testDatabase();
    const twice = inTransaction(db, async (tx) => {
      await tx.insert(creditors).values(row("cre_1"));
      await tx.insert(creditors).values(row("cre_1"));
    });
    expect(isUniqueViolation(await twice.catch((error: unknown) => error))).toBe(true);
  });

  it("lets fifty writers at one counter lose no update", async () => {
    const db = await testDatabase();
    const one = {
      creditorId: "c",
      noun: "payments",
      bucket: "",
      state: "ready",
      currency: "DKK",
      test: false,
    };
    await Promise.all(
      Array.from({ length: 50 }, () =>
        inTransaction(db, (tx) =>
          tx
            .insert(counters)
            .values({ ...one, count: 1, amountMinor: 3_000_000_000 })
            .onConflictDoUpdate({
              target: [
                counters.creditorId,
                counters.noun,
                counters.bucket,
                counters.state,
                counters.currency,
                counters.test,
              ],
              set: {
                count: sql`${counters.count} + 1`,
                amountMinor: sql`${counters.amountMinor} + 3000000000`,
              },
            }),
        ),
      ),
    );
    expect(await db.read.select().from(counters)).toEqual([
      { ...one, count: 50, amountMinor: 150_000_000_000 },
    ]);
  });
});
