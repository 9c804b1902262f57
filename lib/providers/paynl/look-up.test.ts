import { afterEach, describe, expect, it } from "vitest";
import type { Values } from "@/lib/providers/contract";
import { lookUp } from "@/lib/providers/paynl/look-up";
import {
  createMandate,
  createPayment,
  endMandate,
  firstDebit,
  type Listener,
  listen,
  listOf,
  type Seen,
  theirDebit,
  theirMandate,
} from "@/lib/providers/paynl/testing";

let listener: Listener | undefined;

afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

async function answering(answer: (seen: Seen) => { status: number; body?: unknown }, settings: Values = {}) {
  listener = await listen(answer, settings);
  return listener;
}

const ok = (body: unknown) => () => ({ status: 200, body });
const pageOf = ({ url }: Seen) => Number(new URL(url, "http://x").searchParams.get("page"));

describe("looking up a debit", () => {
  it("asks for the mandate's debits with the credential, and finds it by our reference", async () => {
    const { line, seen } = await answering(ok(listOf([theirDebit(94), firstDebit(100)])));
    const found = await lookUp(line, createPayment);
    expect(found.verdict).toBe("present");
    expect(found.readings.flatMap(({ evidence }) => evidence)).toMatchObject([
      { about: "payment", state: "scheduled", madeByProvider: false, ref: { reference: "PAY-2026-000417" } },
    ]);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.url).toBe("/v2/directdebits?mandate%5Beq%5D=IO-1000-2000-3000&page=1&limit=100");
    expect(seen[0]?.headers.authorization).toBe(
      "Basic QVQtMTAwMC0yMDAwOjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc=",
    );
  });

  it("finds it on a later page", async () => {
    const { line } = await answering((seen) => ({
      status: 200,
      body: listOf([pageOf(seen) === 1 ? firstDebit(100) : theirDebit(91)], { total: 2, pages: 2 }),
    }));
    const found = await lookUp(line, createPayment);
    expect(found.readings.map(({ evidence }) => evidence.length)).toEqual([0, 1]);
    expect(found.verdict).toBe("present");
  });

  it("finds it even when the rest of the list cannot be read", async () => {
    const { line } = await answering((seen) =>
      pageOf(seen) === 1
        ? { status: 200, body: listOf([theirDebit(91)], { total: 2, pages: 2 }) }
        : { status: 500 },
    );
    expect((await lookUp(line, createPayment)).verdict).toBe("present");
  });

  it("is absent only after the whole list was read", async () => {
    const { line, seen } = await answering((one) => ({
      status: 200,
      body: listOf([firstDebit(100, { id: `IL-${pageOf(one)}` })], { total: 3, pages: 3 }),
    }));
    expect((await lookUp(line, createPayment)).verdict).toBe("absent");
    expect(seen).toHaveLength(3);
  });

  it("reads lists without counts until a short page", async () => {
    const debits = [firstDebit(100), theirDebit(91, { stats: { extra1: "PAY-1" } })];
    const { line, seen } = await answering(
      (one) => ({ status: 200, body: { directdebits: pageOf(one) === 1 ? debits : [] } }),
      { page_size: "2" },
    );
    expect((await lookUp(line, createPayment)).verdict).toBe("absent");
    expect(seen).toHaveLength(2);
  });

  it.each<[string, unknown]>([
    ["is empty, though a chargeable mandate has a first debit", listOf([])],
    ["counts more than it shows", listOf([firstDebit(100)], { total: 2 })],
    ["has no array", { total: 1 }],
    ["holds something that is no debit", listOf([firstDebit(100), { orderId: "1" }])],
    ["holds a debit that names no mandate", listOf([firstDebit(100, { mandate: null })])],
    ["holds one of our amount without stats", listOf([firstDebit(100), theirDebit(91, { stats: null })])],
    ["holds only others' debits", listOf([firstDebit(100, { mandate: { code: "IO-9" } })])],
    ["is no JSON", "<html>"],
  ])("proves nothing when the list %s", async (_, body) => {
    const { line } = await answering(ok(body));
    expect((await lookUp(line, createPayment)).verdict).toBe("unreadable");
  });

  it("stops when every page is the same, and at the longest list it may read", async () => {
    const body = listOf([firstDebit(100)], { total: 9, pages: 9 });
    const same = await answering(ok(body));
    expect((await lookUp(same.line, createPayment)).verdict).toBe("unreadable");
    expect(same.seen).toHaveLength(2);
    await same.close();
    const long = await answering(
      (one) => ({ status: 200, body: listOf([firstDebit(100, { id: `IL-${pageOf(one)}` })], { total: 99 }) }),
      { max_pages: "3" },
    );
    expect((await lookUp(long.line, createPayment)).verdict).toBe("unreadable");
    expect(long.seen).toHaveLength(3);
  });

  it.each([401, 403, 404, 429, 500, 302])("proves nothing after %i", async (status) => {
    const { line } = await answering(() => ({ status, body: {} }));
    const found = await lookUp(line, createPayment);
    expect(found).toMatchObject({
      verdict: "unreadable",
      readings: [{ outcome: "unreadable", evidence: [] }],
    });
  });

  it("reads the array under the name that the connection says", async () => {
    const { line } = await answering(ok({ total: 1, items: [theirDebit(91)] }), { debits_array: "items" });
    expect((await lookUp(line, createPayment)).verdict).toBe("present");
  });
});

describe("looking up a mandate", () => {
  const mandates = (...items: unknown[]) => ok({ total: items.length, mandates: items });

  it.each([
    ["its reference", { stats: null }],
    ["the id it carries", { reference: null }],
  ])("finds it by %s", async (_, patch) => {
    const { line, seen } = await answering(
      mandates(theirMandate({ code: "IO-2", reference: "x", stats: { extra1: "y" } }), theirMandate(patch)),
    );
    const found = await lookUp(line, createMandate);
    expect(found).toMatchObject({
      verdict: "present",
      readings: [
        {
          outcome: "read",
          evidence: [{ about: "mandate", state: "pending", providerId: "IO-1000-2000-3000" }],
        },
      ],
    });
    expect(found.readings[0]?.evidence).toHaveLength(1);
    expect(seen[0]?.url).toBe("/v2/directdebits/mandates?page=1&limit=100");
  });

  it("is absent from a whole list, also from an empty one", async () => {
    const { line } = await answering(mandates());
    expect((await lookUp(line, createMandate)).verdict).toBe("absent");
  });

  it("proves nothing when a mandate shows neither reference nor stats", async () => {
    const { line } = await answering(mandates(theirMandate({ reference: null, stats: null })));
    expect((await lookUp(line, createMandate)).verdict).toBe("unreadable");
  });

  it("proves nothing where there is no such list, and does not ask when told not to", async () => {
    const missing = await answering(() => ({ status: 404, body: { code: "PAY-404" } }));
    expect((await lookUp(missing.line, createMandate)).verdict).toBe("unreadable");
    await missing.close();
    const off = await answering(mandates(), { mandate_list: "no" });
    expect(await lookUp(off.line, createMandate)).toEqual({ readings: [], verdict: "unreadable" });
    expect(off.seen).toHaveLength(0);
  });
});

describe("looking up an end", () => {
  it.each<[string, number, unknown, string]>([
    ["a mandate that is gone", 404, { code: "PAY-404" }, "present"],
    ["a mandate with its end", 200, theirMandate({ deletedAt: "2026-04-01T12:00:00+02:00" }), "present"],
    ["a mandate that is there", 200, theirMandate(), "absent"],
    ["another mandate", 200, theirMandate({ code: "IO-2" }), "unreadable"],
    ["some server's page", 404, "<html>", "unreadable"],
    ["trouble", 503, "", "unreadable"],
  ])("with %s", async (_, status, body, verdict) => {
    const { line } = await answering(() => ({ status, body }));
    const found = await lookUp(line, endMandate);
    expect(found.verdict).toBe(verdict);
    const states = found.readings
      .flatMap(({ evidence }) => evidence)
      .map((one) => "state" in one && one.state);
    expect(states).toEqual(verdict === "present" ? ["ended"] : []);
  });
});
