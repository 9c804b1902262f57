import { expect, it } from "vitest";
import { messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { createConnection } from "@/lib/connections/create";
import { workerCtx } from "@/lib/runtime";
import { API_KEY, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { dueMessages } from "./apply";

it("W6: what came in has its turn beside hundreds of another connection that cannot be read", async () => {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  const silent = await createConnection(at.desk.as("admin"), {
    ...{ provider: "debitdirect", name: "Another", environment: "simulator", settings: {} },
    baseUrl: at.simulator.url,
    credential: { api_key: API_KEY },
  });
  const now = at.desk.runtime.clock.now().getTime();
  const waiting = (id: string, connectionId: string, nextAt: number): typeof messages.$inferInsert => ({
    ...{ id, connectionId, creditorId: at.desk.creditorId, direction: "in", title: "event", method: "POST" },
    ...{ url: "", requestHeaders: {}, requestBody: "", result: "received", at: new Date(nextAt), repeats: 0 },
    ...{ dedupeKey: id, hints: [{ about: "payments" }], tries: 0, fence: 0, nextAt: new Date(nextAt) },
    state: "waiting",
  });
  await inTransaction(at.desk.runtime.db, async (tx) => {
    for (let n = 0; n < 200; n += 1)
      await tx.insert(messages).values(waiting(`msg_${n}`, silent, now - 1_000));
    await tx.insert(messages).values(waiting("msg_live", at.connectionId, now));
  });
  const due = await dueMessages(workerCtx(at.desk.runtime, ""), 50);
  expect(due.map(({ id }) => id).slice(0, 2)).toContain("msg_live");
  expect(due).toHaveLength(26);
});
