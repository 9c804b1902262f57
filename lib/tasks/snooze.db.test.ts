import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditLog, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { countOpenTasks, countSnoozed } from "./count";
import { listDueTasks, listTasks } from "./list";
import { snoozeTask } from "./snooze";
import { takeTask } from "./take";
import { openTask, type TaskNote } from "./tasks";

let now = new Date("2026-11-10T09:00:00Z");
const clock = { now: () => now, movable: true };

async function note(desk: TestDesk, of: Partial<TaskNote> = {}): Promise<string> {
  const ctx = desk.as("finance");
  const subjectId = of.subjectId ?? "pay_1";
  await inTransaction(ctx.db, (tx) =>
    openTask(tx, ctx, { kind: "chargeback", role: "finance", noun: "payment", ...of, subjectId }),
  );
  const [row] = await ctx.db.read.select().from(tasks).where(eq(tasks.subjectId, subjectId));
  return row?.id ?? "";
}

const actions = async (desk: TestDesk) =>
  (await desk.runtime.db.read.select().from(auditLog)).map((entry) => entry.action);

describe("a task put aside", () => {
  it("leaves the list and comes back by itself", async () => {
    now = new Date("2026-11-10T09:00:00Z");
    const desk = await testDesk(clock);
    const finance = desk.as("finance");
    const id = await note(desk);
    await snoozeTask(finance, { taskId: id, choice: "tomorrow" });
    expect((await listTasks(finance, { snoozed: false })).rows).toEqual([]);
    expect((await listTasks(finance, { snoozed: true })).rows).toHaveLength(1);
    expect([await countSnoozed(finance, "finance"), (await countOpenTasks(finance)).get("finance")]).toEqual([
      1,
      undefined,
    ]);
    now = new Date("2026-11-11T07:00:00Z");
    expect((await listTasks(finance, { snoozed: false })).rows).toHaveLength(1);
    expect(await actions(desk)).toContain("task.snoozed");
  });

  it("is not put aside past the time it is due, nor when that has come", async () => {
    now = new Date("2026-11-10T09:00:00Z");
    const desk = await testDesk(clock);
    const finance = desk.as("finance");
    const soon = await note(desk, { subjectId: "pay_1", dueAt: new Date("2026-11-10T20:00:00Z") });
    const over = await note(desk, { subjectId: "pay_2", dueAt: new Date("2026-11-09T20:00:00Z") });
    for (const taskId of [soon, over])
      await expect(snoozeTask(finance, { taskId, choice: "tomorrow" })).rejects.toMatchObject({
        code: "past_cutoff",
      });
  });

  it("is back when its cut-off is moved before that time", async () => {
    now = new Date("2026-11-10T09:00:00Z");
    const desk = await testDesk(clock);
    const finance = desk.as("finance");
    const id = await note(desk, { dueAt: new Date("2026-11-20T20:00:00Z") });
    await snoozeTask(finance, { taskId: id, choice: "next_week" });
    expect(await listDueTasks(finance, { snoozed: false })).toEqual([]);
    await inTransaction(desk.runtime.db, async (tx) => {
      await tx.update(tasks).set({ dueAt: new Date("2026-11-12T20:00:00Z") });
    });
    expect(await listDueTasks(finance, { snoozed: false })).toHaveLength(1);
  });

  it("is put aside by its own role only, and can be taken back", async () => {
    now = new Date("2026-11-10T09:00:00Z");
    const desk = await testDesk(clock);
    const id = await note(desk);
    await expect(snoozeTask(desk.as("agent"), { taskId: id, choice: "tomorrow" })).rejects.toMatchObject({
      code: "not_permitted",
    });
    await snoozeTask(desk.as("finance"), { taskId: id, choice: "tomorrow" });
    expect(await snoozeTask(desk.as("finance"), { taskId: id, choice: "wake" })).toBeNull();
    expect((await listTasks(desk.as("finance"), { snoozed: false })).rows).toHaveLength(1);
  });
});

describe("whose a task is", () => {
  it("is said by taking it; a colleague's is taken over only on purpose", async () => {
    const desk = await testDesk(clock);
    const [carla, dora] = [desk.as("finance", { name: "Carla" }), desk.as("finance", { name: "Dora" })];
    const id = await note(desk);
    await takeTask(carla, { taskId: id, as: "mine" });
    await expect(takeTask(dora, { taskId: id, as: "mine" })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await expect(takeTask(dora, { taskId: id, as: "nobody" })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await takeTask(dora, { taskId: id, as: "mine", from: carla.actor.id });
    expect((await listTasks(dora)).rows[0]).toMatchObject({ ownerName: "Dora" });
    await takeTask(dora, { taskId: id, as: "nobody" });
    expect((await listTasks(dora)).rows[0]).toMatchObject({ ownerName: null });
    expect((await actions(desk)).filter((one) => one.startsWith("task."))).toEqual([
      "task.taken",
      "task.taken",
      "task.given_back",
    ]);
  });
});
