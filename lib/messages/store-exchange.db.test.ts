import { expect, it } from "vitest";
import { inTransaction } from "@/db/transaction";
import { findConnection } from "@/lib/connections/open-line";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { getMessage } from "./get";
import { storeExchange } from "./store-exchange";

const DAY_MS = 86_400_000;

it("P7: an answer that is heard after weeks of standing still is kept as any other", async () => {
  const { desk, connectionId } = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  const ctx = desk.as("finance");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, connectionId);
  const id = await inTransaction(ctx.db, (tx) =>
    storeExchange(
      tx,
      ctx,
      connection,
      {
        request: { method: "POST", url: "http://127.0.0.1/payments", headers: {}, body: "{}" },
        result: { kind: "answered", status: 201, headers: {}, body: '{"status":"Created"}' },
        sentAt: ctx.clock.now(),
        ms: 25 * DAY_MS,
      },
      { title: "send payment.create" },
    ),
  );
  const { status, ms } = await getMessage(ctx, id);
  expect({ status, daysAtLeast: Math.floor((ms ?? 0) / DAY_MS) }).toEqual({ status: 201, daysAtLeast: 24 });
});
