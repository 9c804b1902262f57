import { describe, expect, it } from "vitest";
import { inTransaction } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { audit } from "./entry";
import { verifyAudit } from "./verify";

/** A desk with twelve entries, written in transactions of one, two and nine. */
async function deskWithHistory(): Promise<TestDesk> {
  const desk = await testDesk(systemClock);
  const ctx = desk.as("admin");
  for (const many of [1, 2, 9])
    await inTransaction(desk.runtime.db, async (tx) => {
      for (let i = 0; i < many; i += 1)
        audit(tx, ctx, {
          action: "debtor.created",
          noun: "debtor",
          subjectId: `deb_${many}_${i}`,
          before: null,
          after: { customerNumber: String(i) },
          reason: `Søren's "reason"`,
        });
    });
  return desk;
}

const verify = (desk: TestDesk) => verifyAudit(desk.runtime.db, desk.creditorId);

describe("the chain of audit entries", () => {
  it("holds after every transaction, and an empty one holds too", async () => {
    const fresh = await testDesk(systemClock);
    expect(await verify(fresh)).toEqual({ entries: 0, brokenAt: null });
    expect(await verify(await deskWithHistory())).toEqual({ entries: 12, brokenAt: null });
  });

  it("has one entry per change: what was rolled back leaves none", async () => {
    const desk = await deskWithHistory();
    const failing = inTransaction(desk.runtime.db, async (tx) => {
      audit(tx, desk.as("admin"), { action: "debtor.created", noun: "debtor", subjectId: "deb_x" });
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    expect(await verify(desk)).toEqual({ entries: 12, brokenAt: null });
  });

  it("keeps two creditors' chains apart", async () => {
    const desk = await deskWithHistory();
    const other = { ...desk.as("admin"), creditorId: "cre_other" };
    await inTransaction(desk.runtime.db, async (tx) => {
      audit(tx, other, { action: "debtor.created", noun: "debtor", subjectId: "deb_theirs" });
      audit(tx, desk.as("admin"), { action: "debtor.created", noun: "debtor", subjectId: "deb_ours" });
    });
    expect(await verify(desk)).toEqual({ entries: 13, brokenAt: null });
    expect(await verifyAudit(desk.runtime.db, "cre_other")).toEqual({ entries: 1, brokenAt: null });
  });

  it("grows without a gap when many write at once", async () => {
    const desk = await deskWithHistory();
    const ctx = desk.as("agent");
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        inTransaction(desk.runtime.db, async (tx) => {
          audit(tx, ctx, { action: "debtor.created", noun: "debtor", subjectId: `deb_${i}` });
        }),
      ),
    );
    expect(await verify(desk)).toEqual({ entries: 32, brokenAt: null });
  });
});

describe("a chain that is verified while it grows", () => {
  const write = (desk: TestDesk, subjectId: string) =>
    inTransaction(desk.runtime.db, async (tx) => {
      audit(tx, desk.as("agent"), { action: "debtor.created", noun: "debtor", subjectId });
    });

  it("is not called broken, however often it is read between two writes", async () => {
    const desk = await testDesk(systemClock);
    let writing = true;
    const writers = Promise.all(Array.from({ length: 60 }, (_, i) => write(desk, `deb_${i}`))).finally(() => {
      writing = false;
    });
    const verdicts: (number | null)[] = [];
    while (writing) verdicts.push((await verify(desk)).brokenAt);
    await writers;
    expect(verdicts.filter((one) => one !== null)).toEqual([]);
    expect(await verify(desk)).toEqual({ entries: 60, brokenAt: null });
  });
});

describe("S19: what somebody changes in the database shows", () => {
  it.each([
    ["another action", "update audit_log set action = 'debtor.read' where seq = 5", 5],
    ["another actor", "update audit_log set actor_name = 'somebody' where seq = 1", 1],
    ["another reason", "update audit_log set reason = 'none' where seq = 12", 12],
    ["another value", `update audit_log set after = '{"customerNumber":"9"}' where seq = 7`, 7],
    ["a value removed", "update audit_log set after = null where seq = 7", 7],
    ["an entry removed", "delete from audit_log where seq = 6", 6],
    ["the first removed", "delete from audit_log where seq = 1", 1],
    ["the last removed", "delete from audit_log where seq = 12", 12],
    ["the newest cut off", "delete from audit_log where seq > 9", 10],
    ["everything removed", "delete from audit_log", 1],
    ["a hash made fitting to nothing", "update audit_log set hash = 'x' where seq = 3", 3],
    ["the head put back", "update audit_heads set seq = 11", 13],
    ["the head removed", "delete from audit_heads", 13],
  ])("%s", async (_what, statement, brokenAt) => {
    const desk = await deskWithHistory();
    await desk.runtime.db.execute(statement);
    expect((await verify(desk)).brokenAt).toBe(brokenAt);
  });

  it("two entries that changed places", async () => {
    const desk = await deskWithHistory();
    for (const statement of [
      "update audit_log set seq = 1000 where seq = 4",
      "update audit_log set seq = 4 where seq = 8",
      "update audit_log set seq = 8 where seq = 1000",
    ])
      await desk.runtime.db.execute(statement);
    expect((await verify(desk)).brokenAt).toBe(4);
  });
});
