import { expect, it, vi } from "vitest";
import { fullDisk } from "@/lib/testing/database-trouble";
import { deskOnPaynl, inboxOf } from "@/lib/testing/paynl";

vi.setConfig({ testTimeout: 30_000 });

it("W8: a message that cannot be stored is not answered as if it were, and gets in when it comes again", async () => {
  const at = await deskOnPaynl("2026-11-19T09:00:00Z");
  at.open = false;
  const call = {
    method: "POST",
    query: {},
    headers: { "content-type": "application/json" },
    // Larger than what is left of a page, so that the disk has to give another.
    body: new TextEncoder().encode(JSON.stringify({ action: "incassocollected", note: "n".repeat(50_000) })),
  };
  const room = await fullDisk(at.desk.runtime.db);
  const failed = await at.receive(call);
  await room();
  expect(failed.status).toBe(503);
  expect(failed.body).not.toMatch(/^TRUE/);
  expect(await inboxOf(at)).toEqual([]);
  expect((await at.receive(call)).status).toBe(200);
  expect(await inboxOf(at)).toHaveLength(1);
});
