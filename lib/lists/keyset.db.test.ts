import { beforeAll, describe, expect, it } from "vitest";
import { connections, counters, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { day } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";
import type { Payment } from "@/lib/payments/door";
import { listPayments, type PaymentFilter, type PaymentSort, paymentSorts } from "@/lib/payments/list";
import { type TestDesk, testDesk } from "@/lib/testing/desk";

let desk: TestDesk;
const start = Date.parse("2026-11-01T00:00:00Z");
const states = ["ready", "pending", "settled", "rejected"] as const;

/** Many with the same instant, day and amount: only the id tells them apart. */
const row = (n: number, creditorId: string): typeof payments.$inferInsert => ({
  id: `pay_${String((n * 37) % 101).padStart(3, "0")}${creditorId.slice(-4)}`,
  creditorId,
  connectionId: `con_${n % 2}`,
  agreementId: "agr_1",
  mandateId: `man_${n % 5}`,
  provider: n % 2 === 0 ? "any" : "other",
  scheme: "any",
  debtorId: `deb_${n % 7}`,
  debtorName: "Anna",
  customerNumber: "1",
  state: states[n % 4] ?? "ready",
  version: 0,
  sending: n % 9 === 0 ? "unknown" : "none",
  amountMinor: (n % 4) * 100,
  currency: n % 3 === 0 ? "EUR" : "DKK",
  text: "",
  reference: `${creditorId}${n}`,
  test: n % 2 === 0,
  origin: "desk",
  requested: `2026-12-0${1 + (n % 5)}`,
  window: n % 2 === 0 ? "2026-11" : "",
  slipped: false,
  atRisk: false,
  askedAt: new Date(start),
  createdAt: new Date(start + (n % 10)),
  updatedAt: new Date(start + (n % 6)),
});

beforeAll(async () => {
  desk = await testDesk({ now: () => new Date(start), movable: true });
  await addConnections(desk);
  await inTransaction(desk.runtime.db, async (tx) => {
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    await tx
      .insert(payments)
      .values([...numbers.map((n) => row(n, desk.creditorId)), ...numbers.map((n) => row(n, "cre_other"))]);
  });
});

/** A provider's payments are found by way of its connections. */
const addConnections = (on: TestDesk) =>
  inTransaction(on.runtime.db, async (tx) => {
    await tx.insert(connections).values(
      ["any", "other"].map((provider, n) => ({
        id: `con_${n}`,
        creditorId: on.creditorId,
        provider,
        name: provider,
        environment: "simulator" as const,
        baseUrl: "http://127.0.0.1:9",
        settings: {},
        eventsSecretSealed: "none",
        eventsSecretHash: provider,
        createdAt: new Date(start),
        version: 0,
      })),
    );
  });

async function walk(
  filter: PaymentFilter,
  key: PaymentSort,
  direction: "up" | "down",
  limit: number,
): Promise<Payment[]> {
  const rows: Payment[] = [];
  let after: string | undefined;
  do {
    const page = await listPayments(desk.as("auditor"), filter, { sort: { key, direction }, after, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

const valueOfSort = (payment: Payment, key: PaymentSort): number | string => {
  if (key === "newest") return payment.createdAt.getTime();
  if (key === "changed") return payment.updatedAt.getTime();
  return key === "amount" ? payment.amountMinor : payment.requested;
};

describe("paging", () => {
  const orders = paymentSorts.flatMap((key) => [[key, "up"] as const, [key, "down"] as const]);

  it.each(orders)(
    "by %s %s shows every row once, in order, whatever the page's size",
    async (key, direction) => {
      const all = await walk({}, key, direction, 100);
      expect(all).toHaveLength(100);
      expect(new Set(all.map((one) => one.id)).size).toBe(100);
      expect(all.every((one) => one.creditorId === desk.creditorId)).toBe(true);
      const sign = direction === "up" ? 1 : -1;
      for (const [index, next] of all.slice(1).entries()) {
        const before = all[index];
        if (!before) throw new Error("no row before it");
        const [a, b] = [valueOfSort(before, key), valueOfSort(next, key)];
        const order = a === b ? (before.id < next.id ? -1 : 1) : a < b ? -1 : 1;
        expect(order).toBe(-sign);
      }
      for (const size of [1, 7, 33])
        expect((await walk({}, key, direction, size)).map((one) => one.id)).toEqual(all.map((one) => one.id));
    },
  );

  it.each(orders)(
    "by %s %s puts several states together as if they were one list",
    async (key, direction) => {
      const all = await walk({}, key, direction, 100);
      const wanted = all.filter((one) => one.state === "ready" || one.state === "settled");
      const found = await walk({ state: ["settled", "ready", "settled"] }, key, direction, 7);
      expect(found.map((one) => one.id)).toEqual(wanted.map((one) => one.id));
    },
  );

  it.each<[string, PaymentFilter, (one: Payment) => boolean]>([
    ["state", { state: "pending" }, (one) => one.state === "pending"],
    ["no state at all", { state: [] }, () => true],
    ["sending", { sending: "unknown" }, (one) => one.sending === "unknown"],
    ["currency", { currency: "EUR" }, (one) => one.currency === "EUR"],
    ["provider", { provider: "other" }, (one) => one.provider === "other"],
    [
      "state within a window",
      { state: "ready", window: "2026-11" },
      (one) => one.state === "ready" && one.window !== "",
    ],
    ["connection", { connectionId: "con_1" }, (one) => one.connectionId === "con_1"],
    ["debtor", { debtorId: "deb_3" }, (one) => one.debtorId === "deb_3"],
    ["mandate", { mandateId: "man_2" }, (one) => one.mandateId === "man_2"],
    ["window", { window: "2026-11" }, (one) => one.window === "2026-11"],
    ["test", { test: false }, (one) => !one.test],
    [
      "requested days",
      { requestedFrom: day("2026-12-02"), requestedTo: day("2026-12-03") },
      (one) => one.requested === "2026-12-02" || one.requested === "2026-12-03",
    ],
    [
      "several at once",
      { state: ["ready", "pending"], debtorId: "deb_3", test: true },
      (one) => ["ready", "pending"].includes(one.state) && one.debtorId === "deb_3" && one.test,
    ],
    ["a text that no column holds", { debtorId: "deb_3\u0000" }, () => false],
  ])("is narrowed by %s in every order", async (_, filter, fits) => {
    for (const [key, direction] of orders) {
      const wanted = (await walk({}, key, direction, 100)).filter(fits);
      const found = await walk(filter, key, direction, 4);
      expect(found.map((one) => one.id)).toEqual(wanted.map((one) => one.id));
    }
  });

  it("goes on where it was when rows are added at the front meanwhile", async () => {
    const own = await testDesk({ now: () => new Date(start), movable: true });
    const add = (n: number) =>
      inTransaction(own.runtime.db, async (tx) => {
        await tx.insert(payments).values({ ...row(n, own.creditorId), createdAt: new Date(start + n) });
      });
    for (const n of [1, 2, 3, 4]) await add(n);
    const first = await listPayments(own.as("auditor"), {}, { limit: 2 });
    for (const n of [5, 6, 7]) await add(n);
    const second = await listPayments(own.as("auditor"), {}, { limit: 2, after: first.next ?? "" });
    const shown = [...first.rows, ...second.rows].map((one) => one.createdAt.getTime() - start);
    expect(shown).toEqual([4, 3, 2, 1]);
    expect(second.next).toBeNull();
  });

  it("refuses a cursor of another order", async () => {
    const { next } = await listPayments(desk.as("auditor"), {}, { limit: 1 });
    const request = { sort: { key: "amount", direction: "down" }, after: next ?? "" } as const;
    await expect(listPayments(desk.as("auditor"), {}, request)).rejects.toThrow(AppError);
  });

  it("keeps a page between 1 and 100 rows", async () => {
    expect((await listPayments(desk.as("auditor"), {}, { limit: 0 })).rows).toHaveLength(1);
    expect((await listPayments(desk.as("auditor"), {}, { limit: 10_000 })).rows).toHaveLength(100);
    expect((await listPayments(desk.as("auditor"))).rows).toHaveLength(50);
  });
});

describe("a filter that leaves too many rows to be sorted", () => {
  let many: TestDesk;
  let rows: (typeof payments.$inferInsert)[];

  beforeAll(async () => {
    many = await testDesk({ now: () => new Date(start), movable: true });
    rows = Array.from({ length: 6_100 }, (_, n) => ({
      ...row(n, many.creditorId),
      id: `pay_${String((n * 37) % 6_101).padStart(5, "0")}`,
    }));
    await addConnections(many);
    await inTransaction(many.runtime.db, async (tx) => {
      for (let from = 0; from < rows.length; from += 500)
        await tx.insert(payments).values(rows.slice(from, from + 500));
      const kind = {
        creditorId: many.creditorId,
        noun: "payments",
        bucket: "",
        state: "ready",
        amountMinor: 0,
      };
      await tx.insert(counters).values([
        { ...kind, currency: "EUR", test: true, count: 3_050 },
        { ...kind, currency: "DKK", test: false, count: 3_050 },
      ]);
    });
  });

  it.each<[string, PaymentFilter, (one: typeof payments.$inferInsert) => boolean]>([
    ["currency", { currency: "EUR" }, (one) => one.currency === "EUR"],
    ["test payments", { test: true }, (one) => one.test],
    ["provider", { provider: "other" }, (one) => one.provider === "other"],
    ["connection", { connectionId: "con_1" }, (one) => one.connectionId === "con_1"],
    [
      "several at once",
      { provider: "any", window: "2026-11", state: "settled" },
      (one) => one.provider === "any" && one.window === "2026-11" && one.state === "settled",
    ],
  ])("finds the same by walking the order: %s", async (_, filter, fits) => {
    // The day asked for has nothing to do with what is filtered: without the filter other rows would come first.
    const request = { sort: { key: "requested", direction: "down" }, limit: 100 } as const;
    const first = await listPayments(many.as("auditor"), filter, request);
    const second = await listPayments(many.as("auditor"), filter, { ...request, after: first.next ?? "" });
    const wanted = rows
      .filter(fits)
      .sort((a, b) => ([b.requested, b.id].join() < [a.requested, a.id].join() ? -1 : 1))
      .slice(0, 200);
    expect([...first.rows, ...second.rows].map((one) => one.id)).toEqual(wanted.map((one) => one.id));
  });
});
