import { describe, expect, it } from "vitest";
import { inTransaction } from "@/db/transaction";
import { systemClock } from "@/lib/clock";
import { testDesk } from "@/lib/testing/desk";
import { audit } from "./entry";
import { listAudit } from "./list";
import { verifyOwnAudit } from "./verify";

describe("listAudit", () => {
  it("gives the newest 50 and goes on where a page ended", async () => {
    const desk = await testDesk(systemClock);
    await inTransaction(desk.runtime.db, async (tx) => {
      for (let i = 0; i < 60; i += 1)
        audit(tx, desk.as("admin"), { action: "debtor.created", noun: "debtor", subjectId: `deb_${i}` });
    });
    const first = await listAudit(desk.as("finance"));
    expect(first.rows.map((row) => row.seq)).toEqual(Array.from({ length: 50 }, (_, i) => 60 - i));
    const second = await listAudit(desk.as("finance"), first.next ?? undefined);
    expect(second.rows.map((row) => row.seq)).toEqual(Array.from({ length: 10 }, (_, i) => 10 - i));
    expect(second.next).toBeNull();
  });

  it("is not for agents, and neither is the check of the chain", async () => {
    const desk = await testDesk(systemClock);
    await expect(listAudit(desk.as("agent"))).rejects.toMatchObject({ code: "not_permitted" });
    await expect(verifyOwnAudit(desk.as("agent"))).rejects.toMatchObject({ code: "not_permitted" });
  });

  it("is checked against a chain whose last hash can be kept outside", async () => {
    const desk = await testDesk(systemClock);
    await inTransaction(desk.runtime.db, async (tx) => {
      audit(tx, desk.as("admin"), { action: "debtor.created", noun: "debtor", subjectId: "deb_1" });
    });
    const { rows } = await listAudit(desk.as("auditor"));
    expect(await verifyOwnAudit(desk.as("auditor"))).toEqual({
      entries: 1,
      brokenAt: null,
      head: rows[0]?.hash,
    });
  });
});
