import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditLog, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { closeTaskByHand } from "./close";
import { countOpenTasks } from "./count";
import { openTask, type TaskNote } from "./tasks";

const clock = { now: () => new Date("2026-11-20T11:52:00Z"), movable: true };

/** Leaves a note and answers its task's id. */
async function note(desk: TestDesk, of: Pick<TaskNote, "kind" | "role" | "subjectId">): Promise<string> {
  const ctx = desk.as("finance");
  await inTransaction(ctx.db, (tx) => openTask(tx, ctx, { ...of, noun: "payment" }));
  const [row] = await ctx.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, of.subjectId), eq(tasks.kind, of.kind)));
  return row?.id ?? "";
}

const read = async (desk: TestDesk, id: string) =>
  (await desk.runtime.db.read.select().from(tasks).where(eq(tasks.id, id)))[0];

describe("a task that a person says is done", () => {
  it("leaves the list under that name and is written down, once", async () => {
    const desk = await testDesk(clock);
    const id = await note(desk, { kind: "chargeback", role: "finance", subjectId: "pay_1" });
    const mette = desk.as("finance", { name: "Mette" });
    await closeTaskByHand(mette, id);
    await closeTaskByHand(mette, id);
    expect(await read(desk, id)).toMatchObject({ state: "done", closedBy: "Mette" });
    const entries = await desk.runtime.db.read
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "task.closed"));
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ noun: "payment", subjectId: "pay_1", actorName: "Mette" });
  });

  it("is closed only by the role on whose list it stands", async () => {
    const desk = await testDesk(clock);
    const id = await note(desk, { kind: "chargeback", role: "finance", subjectId: "pay_1" });
    for (const role of ["agent", "admin", "auditor"] as const)
      await expect(closeTaskByHand(desk.as(role), id)).rejects.toMatchObject({ code: "not_permitted" });
    expect(await read(desk, id)).toMatchObject({ state: "open" });
  });

  it("cannot be an unknown outcome: that is resolved, not waved through", async () => {
    const desk = await testDesk(clock);
    const id = await note(desk, { kind: "unknown_outcome", role: "finance", subjectId: "pay_1" });
    await expect(closeTaskByHand(desk.as("finance"), id)).rejects.toMatchObject({ code: "move_not_allowed" });
  });

  it.each(["missed_cutoff", "mandate_ended_with_payments"] as const)(
    "cannot be %s: the payment would wait for ever without anybody who knows",
    async (kind) => {
      const desk = await testDesk(clock);
      const id = await note(desk, { kind, role: "finance", subjectId: "pay_1" });
      const pressed = closeTaskByHand(desk.as("finance"), id);
      await expect(pressed).rejects.toMatchObject({ code: "move_not_allowed" });
      expect(await read(desk, id)).toMatchObject({ state: "open" });
    },
  );

  it("is not found for another creditor", async () => {
    const desk = await testDesk(clock);
    const id = await note(desk, { kind: "chargeback", role: "finance", subjectId: "pay_1" });
    const other = { ...desk.as("finance"), creditorId: "cre_other" };
    await expect(closeTaskByHand(other, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("no longer counts", async () => {
    const desk = await testDesk(clock);
    const first = await note(desk, { kind: "chargeback", role: "finance", subjectId: "pay_1" });
    await note(desk, { kind: "payment_rejected", role: "finance", subjectId: "pay_2" });
    await note(desk, { kind: "mandate_failed", role: "agent", subjectId: "man_1" });
    await closeTaskByHand(desk.as("finance"), first);
    expect(await countOpenTasks(desk.as("auditor"))).toEqual(
      new Map([
        ["finance", 1],
        ["agent", 1],
      ]),
    );
  });
});
