import { beforeAll, describe, expect, it } from "vitest";
import { largeTables, listen, planOf } from "@/bench/plans";
import { debtors } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { createDebtor } from "@/lib/debtors/create";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { indexDebtors } from "./index-debtor";
import { recentRecords } from "./recent-records";
import { searchEverything } from "./search-everything";

let desk: TestDesk;
let agent: Ctx;
let debtorId: string;

beforeAll(async () => {
  desk = await testDesk({ now: () => new Date("2026-11-20T09:00:00Z"), movable: true });
  agent = desk.as("agent");
  // So many that looking each of them up seems dearer than reading everybody.
  const others = Array.from({ length: 80 }, (_, n) => ({
    id: `deb_${n}`,
    creditorId: desk.creditorId,
    customerNumber: `H${n}`,
    name: `Hansen Number${String.fromCharCode(97 + (n % 26))}`,
    kind: "person" as const,
    email: `mette${n}@post.example`,
    phone: "20123456",
    search: "hansen",
    createdAt: agent.clock.now(),
    version: 0,
  }));
  await inTransaction(agent.db, async (tx) => {
    await tx.insert(debtors).values(others);
    await indexDebtors(tx, others);
  });
  const more = { email: "mette@post.example", phone: "20123456" };
  debtorId = await createDebtor(agent, {
    kind: "person",
    name: "Mette Hansen",
    customer_number: "1234",
    ...more,
  });
});

/**
 * SQLite without statistics, as every desk has it: it takes the creditor for a narrow condition, and reading everything
 * of one is as bad as a scan. Postgres has its statistics; the bench looks at its plans on a million rows.
 */
describe("no look of a search reads a whole table", () => {
  async function faultsOf(work: () => Promise<unknown>): Promise<string[]> {
    const faults: string[] = [];
    for (const asked of await listen(agent.db, work, largeTables())) {
      const { scans, whole } = await planOf("sqlite", desk.url, asked);
      faults.push(...scans, ...whole);
    }
    return faults;
  }

  it.each([
    ...[
      "mette han",
      "met han",
      "m h",
      "met han num",
      "hansen",
      "metet hanesn",
      "1234",
      "12",
      "mette@",
      "20123456",
      "010170-1234",
      "0040 0440116243",
    ],
    ...[
      "12,50",
      "INV-1",
      "8f14e45f-ceea-467f-a8f1-9d2e1a0b3c4d",
      "pay_01JD0000000000000000000000",
      "md_123456",
    ],
    ...["man_01JD0000000000000000000000", "sub_01JD0000000000000000000000"],
  ])("%j", async (query) => {
    expect(await faultsOf(() => searchEverything(agent, { query }))).toEqual([]);
  });

  it("what was open before", async () => {
    expect(await faultsOf(() => recentRecords(agent, [debtorId, "man_1", "pay_1"]))).toEqual([]);
  });
});
