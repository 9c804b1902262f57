import { afterEach, describe, expect, it } from "vitest";
import type { Reading } from "@/lib/providers/contract";
import { probe } from "./probe";
import { listMandates, listPayments, readAgreements, readMandates, readPayments } from "./read";
import {
  type Heard,
  type Listener,
  type ListenerOptions,
  listen,
  page,
  theirAgreement,
  theirMandate,
  theirPayment,
  theirProblem,
} from "./testing";

let open: Listener | null = null;

async function start(answer: Parameters<typeof listen>[0], options?: ListenerOptions) {
  open = await listen(answer, options);
  return open;
}

afterEach(async () => {
  await open?.close();
  open = null;
});

const after = ({ url }: Heard) => new URL(url, "http://x").searchParams.get("after");
const pathOf = ({ url }: Heard) => new URL(url, "http://x").pathname;
const payments = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    ...theirPayment,
    id: `id-${from + index}`,
    handle: `P${from + index}`,
    reference: `R${from + index}`,
  }));
/** Three pages of two payments each, and each payment singly. */
const threePages = (heard: Heard) => {
  const single = /^\/payments\/P(\d+)$/.exec(pathOf(heard));
  if (single) {
    const number = Number(single[1]);
    const [one] = payments(number, number + 1);
    return { status: 200, body: { ...one, status: "Rejected", statusText: "No cover" } };
  }
  const start = Number(after(heard) ?? "0");
  return { status: 200, body: page(payments(start, start + 2), start < 4 ? String(start + 2) : null) };
};
const outcomes = (readings: readonly Reading[]) => readings.map(({ outcome }) => outcome);

describe("reading payments", () => {
  it("by id asks for each, with key and version and nothing else", async () => {
    const { line, heard } = await start(() => ({ status: 200, body: theirPayment }));
    const [reading] = await readPayments(line, [{ providerId: "PAYMENT_1" }]);
    expect(reading).toMatchObject({
      outcome: "read",
      evidence: [{ providerId: "PAYMENT_1", state: "pending" }],
    });
    expect(heard).toMatchObject([
      {
        method: "GET",
        url: "/payments/PAYMENT_1",
        headers: {
          "x-version": "4.0",
          accept: "application/json",
          authorization: `Basic ${Buffer.from("sk_EXAMPLEonlyEXAMPLEonly:").toString("base64")}`,
        },
      },
    ]);
  });

  it("takes the payment bare or in an envelope, by handle or by id", async () => {
    const { line } = await start(() => ({ status: 200, body: page([theirPayment]) }));
    const refs = [{ providerId: "PAYMENT_1" }, { providerId: theirPayment.id.toUpperCase() }];
    expect(outcomes(await readPayments(line, refs))).toEqual(["read", "read"]);
  });

  it.each([
    ["absent", 404, theirProblem],
    ["unreadable", 404, "<html></html>"],
    ["unreadable", 200, { ...theirPayment, id: "x", handle: "OTHER" }],
    ["unreadable", 200, "{}"],
    ["unreadable", 500, theirProblem],
    ["unreadable", 403, theirProblem],
  ])("is %s on %i with %j", async (outcome, status, body) => {
    const { line } = await start(() => ({ status, body }));
    expect(outcomes(await readPayments(line, [{ providerId: "PAYMENT_1" }]))).toEqual([outcome]);
  });

  it("stops asking once they say too many, and answers for every reference", async () => {
    const { line, heard } = await start(() => ({ status: 429, body: theirProblem }));
    const readings = await readPayments(line, [
      { providerId: "A" },
      { reference: "R1" },
      { providerId: "B" },
    ]);
    expect(outcomes(readings)).toEqual(["unreadable", "unreadable", "unreadable"]);
    expect(heard).toHaveLength(1);
  });

  it("by reference searches the pages and then reads singly for the status text", async () => {
    const { line, heard } = await start(threePages);
    const readings = await readPayments(line, [
      { reference: "R3" },
      { providerId: "P0" },
      { reference: "R0" },
    ]);
    expect(readings.map(({ evidence }) => evidence[0])).toMatchObject([
      { providerId: "P3", reason: { text: "No cover" } },
      { providerId: "P0" },
      { providerId: "P0", reason: { text: "No cover" } },
    ]);
    expect(heard.filter((one) => pathOf(one) === "/payments").map(({ url }) => url)).toEqual([
      "/payments?limit=99",
      "/payments?limit=99&after=2",
    ]);
  });

  it("keeps what the list said when the single reading fails", async () => {
    const { line } = await start((heard) =>
      pathOf(heard) === "/payments" ? { status: 200, body: page([theirPayment]) } : { status: 500, body: "" },
    );
    const [reading] = await readPayments(line, [{ reference: theirPayment.reference }]);
    expect(reading).toMatchObject({ outcome: "read", evidence: [{ providerId: "PAYMENT_1" }] });
  });

  it("calls a reference absent only after the whole list", async () => {
    const { line, heard } = await start(threePages);
    expect(outcomes(await readPayments(line, [{ reference: "R9" }]))).toEqual(["absent"]);
    expect(heard).toHaveLength(3);
  });

  it("does not call it absent when the bound cuts the list short", async () => {
    const { line, heard } = await start(threePages, { settings: { search_pages: "2" } });
    expect(outcomes(await readPayments(line, [{ reference: "R9" }]))).toEqual(["unreadable"]);
    expect(heard).toHaveLength(2);
  });

  it.each([
    ["an item that is no payment", page([theirPayment, 7])],
    ["an item without the field", page([{ ...theirPayment, reference: undefined }])],
    ["an end that they do not state", { results: [theirPayment], nextOffset: null }],
    ["more without saying where", { results: [theirPayment], nextOffset: null, hasMore: true }],
    ["a page that leads to itself", page([theirPayment], "1")],
  ])("does not call it absent after %s", async (_, body) => {
    const { line } = await start(() => ({ status: 200, body }));
    expect(outcomes(await readPayments(line, [{ reference: "R9" }]))).toEqual(["unreadable"]);
  });

  it("ends on pages that lead in a circle", async () => {
    const circle: Record<string, string> = { a: "b", b: "c", c: "a" };
    const { line, heard } = await start((one) => ({
      status: 200,
      body: page([], circle[after(one) ?? "c"] ?? null),
    }));
    expect(outcomes(await readPayments(line, [{ reference: "R9" }]))).toEqual(["unreadable"]);
    expect(heard.length).toBeLessThan(6);
  });

  it("never puts a name that would change the path into it", async () => {
    const { line, heard } = await start(threePages);
    expect(outcomes(await readPayments(line, [{ providerId: ".." }]))).toEqual(["absent"]);
    expect(heard.every((one) => pathOf(one) === "/payments")).toBe(true);
  });

  it("makes no call for nothing", async () => {
    const { line, heard } = await start(threePages);
    expect(await readPayments(line, [])).toEqual([]);
    expect(heard).toEqual([]);
  });
});

describe("reading mandates and agreements", () => {
  it("finds mandates in the list, by handle or id, in the order asked", async () => {
    const { line, heard } = await start((one) => ({
      status: 200,
      body:
        after(one) === null
          ? page([{ ...theirMandate, id: "other", handle: "md_OTHER", status: "Cancelled" }], "2")
          : page([theirMandate]),
    }));
    const readings = await readMandates(line, [
      { providerId: theirMandate.id },
      { providerId: "md_OTHER" },
      { providerId: "md_NONE" },
      { ourId: "man_1" },
    ]);
    expect(outcomes(readings)).toEqual(["read", "read", "absent", "unreadable"]);
    expect(readings.slice(0, 2).map(({ evidence }) => evidence[0])).toMatchObject([
      { state: "active", providerId: "md_EXAMPLE" },
      { state: "ended" },
    ]);
    expect(heard.map(({ url }) => url)).toEqual([
      "/customers/mandates?limit=99",
      "/customers/mandates?limit=99&after=2",
    ]);
  });

  it("finds agreements in the list", async () => {
    const { line, heard } = await start(() => ({ status: 200, body: page([theirAgreement]) }));
    const readings = await readAgreements(line, ["am_EXAMPLE", "am_NONE"]);
    expect(outcomes(readings)).toEqual(["read", "absent"]);
    expect(readings[0]?.evidence).toMatchObject([{ about: "agreement", state: "pending", test: true }]);
    expect(heard[0]?.url).toBe("/merchants/agreements?limit=99");
  });
});

describe("lists", () => {
  it("come page by page, with an opaque cursor", async () => {
    const { line, heard } = await start(threePages, { settings: { page_size: "25" } });
    const first = await listPayments(line, null);
    expect(first).toMatchObject({ next: "2", reading: { outcome: "read" } });
    expect(first.reading.evidence).toHaveLength(2);
    expect(await listPayments(line, "4")).toMatchObject({ next: null });
    await listPayments(line, "a b&filter=x");
    expect(heard.at(-1)?.url).toBe("/payments?limit=25&after=a+b%26filter%3Dx");
  });

  it("leave out what is no object and keep the rest", async () => {
    const { line } = await start(() => ({ status: 200, body: page([null, theirMandate, "x"]) }));
    const { reading } = await listMandates(line, null);
    expect(reading).toMatchObject({ outcome: "read", evidence: [{ found: { customerNumber: "100234" } }] });
  });

  it.each([
    [500, ""],
    [401, theirProblem],
    [200, "<html></html>"],
    [200, {}],
  ])("are unreadable on %i with %j", async (status, body) => {
    const { line } = await start(() => ({ status, body }));
    expect(await listPayments(line, null)).toMatchObject({ next: null, reading: { outcome: "unreadable" } });
  });

  it("are unreadable when the line is cut", async () => {
    const { line } = await start(() => "hang up");
    expect((await listMandates(line, null)).reading.outcome).toBe("unreadable");
  });
});

describe("the probe", () => {
  it.each([
    [200, { handle: "x", anything: 1 }, null],
    [401, theirProblem, "credential_refused"],
    [403, theirProblem, "not_activated"],
    [404, theirProblem, "unexpected"],
    [200, "<html></html>", "unexpected"],
    [429, "", "unexpected"],
  ])("on %i says %j is %s", async (status, body, problem) => {
    const { line, heard } = await start(() => ({ status, body }));
    expect(await probe(line)).toMatchObject({ ok: problem === null, problem });
    expect(heard).toMatchObject([{ method: "GET", url: "/me" }]);
  });

  it("says when nobody answers", async () => {
    const { line } = await start(() => "hang up");
    expect(await probe(line)).toMatchObject({ ok: false, problem: "unreachable" });
  });
});
