import { beforeAll, describe, expect, it } from "vitest";
import { messages, refusedMessages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { countRefused } from "@/lib/inbox/refusals";
import { activityFigures } from "@/lib/overview/activity";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { type EventFilter, getEvent, listEvents } from "./events";
import type { Message } from "./get";

const start = new Date("2026-11-20T10:00:00Z");
const clock = { now: () => start, movable: true };
const states = ["done", "waiting", "parked"] as const;

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk(clock);
  const row = (n: number, more: Partial<Message> = {}) => ({
    id: `msg_${String((n * 37) % 101).padStart(3, "0")}`,
    creditorId: desk.creditorId,
    connectionId: `con_${n % 2}`,
    direction: "in" as const,
    title: "payment settled",
    method: "POST",
    url: "",
    requestHeaders: {},
    requestBody: "",
    result: "received" as const,
    // Several at the same moment: only the id tells them apart.
    at: new Date(start.getTime() + (n % 7) * 1_000),
    repeats: 0,
    subjectId: n % 5 === 0 ? "pay_1" : null,
    state: states[n % 3] ?? "done",
    tries: 0,
    fence: 0,
    ...more,
  });
  await inTransaction(desk.runtime.db, async (tx) => {
    for (let n = 0; n < 100; n += 1) await tx.insert(messages).values(row(n));
    await tx.insert(messages).values(row(0, { id: "msg_out", direction: "out", result: "answered" }));
    await tx.insert(messages).values(row(1, { id: "msg_other", creditorId: "cre_other" }));
  });
});

/** Page after page to the end. */
async function all(filter: EventFilter, limit: number): Promise<Message[]> {
  const found: Message[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await listEvents(desk.as("finance"), filter, { limit, after });
    found.push(...rows);
    if (next === null) return found;
    after = next;
  }
}

describe("events", () => {
  it.each<[string, EventFilter, number]>([
    ["all", {}, 100],
    ["of a state", { state: "parked" }, 33],
    ["of a connection", { connectionId: "con_1" }, 50],
    ["of both", { connectionId: "con_1", state: "done" }, 17],
    ["few of a connection", { connectionId: "con_1", state: "waiting" }, 17],
    ["of a record", { subjectId: "pay_1" }, 20],
    ["of a record and a state", { subjectId: "pay_1", state: "parked" }, 7],
    ["of nobody", { connectionId: "con_\u0000" }, 0],
  ])("%s come each once, the newest first, in whatever pages", async (_, filter, count) => {
    const whole = await all(filter, 100);
    expect(whole).toHaveLength(count);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(count);
    expect((await all(filter, 7)).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    const times = whole.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(
      whole.every(({ direction, creditorId }) => direction === "in" && creditorId === desk.creditorId),
    ).toBe(true);
  });

  it("are read whole by finance, admin and auditor; by an agent only where they are about a record", async () => {
    for (const role of ["finance", "admin", "auditor"] as const)
      expect((await listEvents(desk.as(role))).rows).not.toEqual([]);
    const agent = desk.as("agent");
    await expect(listEvents(agent)).rejects.toMatchObject({ code: "not_permitted" });
    const [own] = (await listEvents(agent, { subjectId: "pay_1" })).rows;
    expect((await getEvent(agent, own?.id ?? "")).subjectId).toBe("pay_1");
    const about = (await all({}, 100)).find(({ subjectId }) => subjectId === null);
    await expect(getEvent(agent, about?.id ?? "")).rejects.toMatchObject({ code: "not_permitted" });
    for (const id of ["msg_out", "msg_other", "msg_none"])
      await expect(getEvent(desk.as("admin"), id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("W4: what is refused as forged", () => {
  it("is a number and an instant, however many come: a hundred thousand write a handful of times", async () => {
    let writes = 0;
    const real = { now: () => new Date(start.getTime() + Math.floor(sent / 40_000) * 1_000), movable: true };
    let sent = 0;
    const { db } = desk.runtime;
    const counting = {
      ...db,
      transaction: <T>(work: Parameters<typeof db.transaction<T>>[0]) => {
        writes += 1;
        return db.transaction(work);
      },
    };
    const connection = { id: "con_forged", creditorId: desk.creditorId };
    for (; sent < 100_000; sent += 1) await countRefused({ db: counting, clock, leases: real }, connection);
    expect(writes).toBe(3);
    const rows = await db.read.select().from(refusedMessages);
    expect(rows).toMatchObject([{ connectionId: "con_forged", lastAt: start }]);
    // The last second's share is written with the next one that comes.
    expect(rows[0]?.count).toBe(80_001);
    const { refused } = await activityFigures(desk.as("auditor"));
    // Counted on a connection that there is; this one is made up.
    expect(refused).toEqual([]);
  });
});
