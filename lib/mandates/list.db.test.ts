import { beforeAll, describe, expect, it } from "vitest";
import { mandates } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { activeMandates } from "@/lib/debtors/active-mandates";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { countMandates } from "./counts";
import { countNewMandate } from "./door";
import { listMandates, type MandateFilter } from "./list";
import type { MandateState } from "./states";

let desk: TestDesk;
const start = Date.parse("2026-11-01T00:00:00Z");
const states: MandateState[] = ["active", "pending", "active", "failed"];

const row = (n: number, creditorId: string): typeof mandates.$inferInsert => ({
  id: `man_${String((n * 7) % 41).padStart(2, "0")}${creditorId.slice(-4)}`,
  creditorId,
  connectionId: `con_${n % 2}`,
  agreementId: "agr_1",
  provider: n % 2 === 0 ? "one" : "other",
  scheme: "any",
  debtorId: n % 10 === 0 ? null : `deb_${n % 4}`,
  debtorName: n % 10 === 0 ? "" : "Anna",
  customerNumber: String(n % 8),
  state: states[n % 4] ?? "active",
  version: 0,
  sending: n === 3 ? "unknown" : "none",
  values: {},
  masked: {},
  test: true,
  askedAt: new Date(start),
  createdAt: new Date(start + (n % 6)),
  updatedAt: new Date(start + (n % 5)),
});

beforeAll(async () => {
  desk = await testDesk({ now: () => new Date(start), movable: true });
  await inTransaction(desk.runtime.db, async (tx) => {
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    const rows = [...numbers.map((n) => row(n, desk.creditorId)), ...numbers.map((n) => row(n, "cre_other"))];
    const written = await tx.insert(mandates).values(rows).returning();
    for (const one of written) countNewMandate(tx, one);
  });
});

async function walk(filter: MandateFilter): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await listMandates(desk.as("auditor"), filter, { after, limit: 3 });
    ids.push(...page.rows.map((one) => one.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return ids;
}

const expected = (fits: (n: number) => boolean): string[] =>
  Array.from({ length: 40 }, (_, n) => n)
    .filter(fits)
    .map((n) => row(n, desk.creditorId))
    .sort((a, b) => Number(b.createdAt) - Number(a.createdAt) || (a.id < b.id ? 1 : -1))
    .map((one) => one.id);

describe("the list of mandates", () => {
  it("finds those without a debtor, page by page, and only the creditor's own", async () => {
    expect(await walk({ withoutDebtor: true })).toEqual(expected((n) => n % 10 === 0));
  });
  it("finds a customer number exactly as written", async () => {
    expect(await walk({ customerNumber: "5" })).toEqual(expected((n) => n % 8 === 5));
    expect(await walk({ customerNumber: "05" })).toEqual([]);
  });
  it("joins filters", async () => {
    expect(await walk({ customerNumber: "1", state: "pending", provider: "other" })).toEqual(
      expected((n) => n % 8 === 1 && n % 4 === 1),
    );
    expect(await walk({ withoutDebtor: true, state: "active" })).toEqual(
      expected((n) => n % 10 === 0 && n % 2 === 0 && n % 4 !== 3),
    );
  });
});

describe("the counts of mandates", () => {
  it("are those of the creditor's own rows", async () => {
    const counts = await countMandates(desk.as("auditor"));
    expect(Object.fromEntries(counts)).toEqual({ active: 20, pending: 10, failed: 10 });
  });
});

describe("what debtors can be charged through", () => {
  it("counts active mandates per provider, of the creditor's own", async () => {
    const found = await activeMandates(desk.as("auditor"), ["deb_0", "deb_1", "deb_2"]);
    const active = (debtor: number) =>
      Array.from({ length: 40 }, (_, n) => n).filter((n) => n % 10 !== 0 && n % 4 === debtor).length;
    expect(found.get("deb_0")).toEqual([{ provider: "one", count: active(0) }]);
    expect(found.get("deb_2")).toEqual([{ provider: "one", count: active(2) }]);
    expect(found.has("deb_1")).toBe(false);
    expect((await activeMandates(desk.as("auditor"), [])).size).toBe(0);
  });
});
