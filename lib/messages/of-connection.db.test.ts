import { describe, expect, it } from "vitest";
import { messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { openTask } from "@/lib/tasks/tasks";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import type { Message } from "./get";
import { lastProbe, messagesOfConnection, parkedMessages } from "./of-connection";

const start = new Date("2026-11-20T10:00:00Z");
const clock = { now: () => start, movable: true };

/** Thirty calls and three events on one connection, one event on another; the second event is parked. */
async function deskWithTraffic(): Promise<TestDesk> {
  const desk = await testDesk(clock);
  const row = (id: string, direction: Message["direction"], minute: number, more: Partial<Message> = {}) => ({
    id,
    creditorId: desk.creditorId,
    connectionId: "con_1",
    direction,
    title: "read payments",
    method: "GET",
    url: "http://127.0.0.1:9/payments",
    requestHeaders: {},
    requestBody: "",
    result: "answered" as const,
    at: new Date(start.getTime() + minute * 60_000),
    repeats: 0,
    state: "done" as const,
    tries: 0,
    fence: 0,
    ...more,
  });
  await inTransaction(desk.runtime.db, async (tx) => {
    for (let i = 0; i < 30; i += 1) await tx.insert(messages).values(row(`msg_out${i}`, "out", i));
    await tx.insert(messages).values(row("msg_probe", "out", 40, { title: "probe", subjectId: "con_1" }));
    await tx.insert(messages).values(row("msg_in1", "in", 1));
    await tx.insert(messages).values(row("msg_in2", "in", 2, { state: "parked" }));
    await tx.insert(messages).values(row("msg_other", "in", 3, { connectionId: "con_2" }));
    await openTask(tx, desk.as("admin"), {
      kind: "message_parked",
      noun: "message",
      subjectId: "msg_in2",
      role: "admin",
    });
  });
  return desk;
}

describe("messagesOfConnection", () => {
  it("gives 25 of one direction, the newest first, and goes on where a page ended", async () => {
    const desk = await deskWithTraffic();
    const first = await messagesOfConnection(desk.as("finance"), "con_1", "out");
    expect(first.rows).toHaveLength(25);
    expect(first.rows[0]?.id).toBe("msg_probe");
    const second = await messagesOfConnection(desk.as("finance"), "con_1", "out", first.next ?? "");
    expect(second.rows.map((row) => row.id)).toEqual([5, 4, 3, 2, 1, 0].map((number) => `msg_out${number}`));
    expect(second.next).toBeNull();
  });

  it("keeps other connections' events out", async () => {
    const desk = await deskWithTraffic();
    const { rows } = await messagesOfConnection(desk.as("auditor"), "con_1", "in");
    expect(rows.map((row) => row.id)).toEqual(["msg_in2", "msg_in1"]);
  });

  it("is not for agents, nor for another creditor", async () => {
    const desk = await deskWithTraffic();
    await expect(messagesOfConnection(desk.as("agent"), "con_1", "in")).rejects.toMatchObject({
      code: "not_permitted",
    });
    const stranger = { ...desk.as("admin"), creditorId: "cre_other" };
    expect((await messagesOfConnection(stranger, "con_1", "in")).rows).toEqual([]);
    expect(await lastProbe(stranger, "con_1")).toBeNull();
  });
});

describe("lastProbe and parkedMessages", () => {
  it("find the newest probe, and what waits for a person", async () => {
    const desk = await deskWithTraffic();
    expect((await lastProbe(desk.as("admin"), "con_1"))?.id).toBe("msg_probe");
    expect((await parkedMessages(desk.as("admin"), "con_1")).map((row) => row.id)).toEqual(["msg_in2"]);
    expect(await parkedMessages(desk.as("admin"), "con_2")).toEqual([]);
  });
});
