import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditLog, messages, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { openTask } from "@/lib/tasks/tasks";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { replayMessage } from "./replay";

const clock = { now: () => new Date("2026-11-20T11:52:00Z"), movable: true };

async function deskWithMessage(state: "parked" | "done"): Promise<TestDesk> {
  const desk = await testDesk(clock);
  const ctx = desk.as("admin");
  await inTransaction(desk.runtime.db, async (tx) => {
    await tx.insert(messages).values({
      id: "msg_1",
      creditorId: desk.creditorId,
      connectionId: "con_1",
      direction: "in",
      title: "payment settled",
      method: "POST",
      url: "",
      requestHeaders: {},
      requestBody: "{}",
      result: "received",
      at: clock.now(),
      repeats: 0,
      state,
      tries: 5,
      fence: 5,
      effect: "the provider could not be read",
    });
    await openTask(tx, ctx, {
      kind: "message_parked",
      noun: "message",
      subjectId: "msg_1",
      role: "admin",
      params: { title: "payment settled" },
    });
  });
  return desk;
}

describe("replayMessage", () => {
  it("sets a parked message waiting from now, with all its tries, and closes its task", async () => {
    const desk = await deskWithMessage("parked");
    const { read } = desk.runtime.db;
    await replayMessage(desk.as("admin"), "msg_1");
    const [message] = await read.select().from(messages).where(eq(messages.id, "msg_1"));
    expect(message).toMatchObject({ state: "waiting", tries: 0, nextAt: clock.now() });
    const [task] = await read.select().from(tasks);
    expect(task?.state).toBe("done");
    const [entry] = await read.select().from(auditLog).orderBy(desc(auditLog.seq));
    expect(entry).toMatchObject({ action: "message.replayed", noun: "message", subjectId: "msg_1" });
  });

  it("is refused for a message that is not parked, and leaves it as it is", async () => {
    const desk = await deskWithMessage("done");
    await expect(replayMessage(desk.as("admin"), "msg_1")).rejects.toMatchObject({
      code: "move_not_allowed",
    });
    const [message] = await desk.runtime.db.read.select().from(messages);
    expect(message?.state).toBe("done");
  });

  it("is not for those without the right, nor for another creditor's message", async () => {
    const desk = await deskWithMessage("parked");
    await expect(replayMessage(desk.as("finance"), "msg_1")).rejects.toMatchObject({ code: "not_permitted" });
    const stranger = { ...desk.as("admin"), creditorId: "cre_other" };
    await expect(replayMessage(stranger, "msg_1")).rejects.toMatchObject({ code: "not_found" });
  });
});
