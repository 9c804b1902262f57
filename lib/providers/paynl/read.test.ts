import { afterEach, describe, expect, it } from "vitest";
import type { Values } from "@/lib/providers/contract";
import { send } from "@/lib/providers/paynl/client";
import { prepare } from "@/lib/providers/paynl/prepare";
import { probe } from "@/lib/providers/paynl/probe";
import { readMandates, readPayments } from "@/lib/providers/paynl/read";
import {
  CODE,
  createPayment,
  endMandate,
  firstDebit,
  type Listener,
  listen,
  listOf,
  OUR_MANDATE,
  OUR_REFERENCE,
  type Seen,
  theirDebit,
  theirMandate,
} from "@/lib/providers/paynl/testing";

let listener: Listener | undefined;

afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

type Route = { status: number; body?: unknown };

async function serving(routes: Record<string, Route>, settings: Values = {}) {
  const missing: Route = { status: 404, body: { code: "PAY-404", title: "Not found" } };
  const path = ({ url }: Seen) => new URL(url, "http://x").pathname.replace("/v2/directdebits", "");
  listener = await listen((seen) => routes[path(seen)] ?? missing, settings);
  return listener;
}

describe("reading a mandate", () => {
  it("gives its state and all of its debits", async () => {
    const { line } = await serving({
      [`/mandates/${CODE}`]: { status: 200, body: theirMandate() },
      "": { status: 200, body: listOf([theirDebit(94), firstDebit(100)]) },
    });
    const readings = await readMandates(line, [{ providerId: CODE }]);
    expect(readings).toMatchObject([
      {
        outcome: "read",
        evidence: [
          { about: "mandate", state: "active", word: "100", ref: { providerId: CODE, ourId: OUR_MANDATE } },
        ],
      },
      {
        outcome: "read",
        evidence: [
          { about: "payment", state: "scheduled", madeByProvider: false, ref: { reference: OUR_REFERENCE } },
          { about: "payment", state: "settled", madeByProvider: true, providerId: "IL-1000-2000-3000" },
        ],
      },
    ]);
  });

  it("is absent when PAY. does not have it, and unreadable when something else answers", async () => {
    const { line } = await serving({ "/mandates/IO-2": { status: 502, body: "<html>" } });
    const readings = await readMandates(line, [{ providerId: CODE }, { providerId: "IO-2" }]);
    expect(readings.map(({ outcome, evidence }) => [outcome, evidence.length])).toEqual([
      ["absent", 0],
      ["unreadable", 0],
    ]);
  });

  it("does not say a state without all debits, except that it was deleted", async () => {
    const mandate = { status: 200, body: theirMandate() };
    const cut = { status: 200, body: listOf([firstDebit(100)], { total: 5 }) };
    const first = await serving({ [`/mandates/${CODE}`]: mandate, "": cut }, { max_pages: "1" });
    const [alone, page] = await readMandates(first.line, [{ providerId: CODE }]);
    expect(alone).toMatchObject({ outcome: "read", evidence: [] });
    expect(page?.evidence).toMatchObject([{ about: "payment", state: "settled" }]);
    await first.close();
    const deleted = { status: 200, body: theirMandate({ deletedAt: "2026-04-01T12:00:00+02:00" }) };
    const second = await serving({ [`/mandates/${CODE}`]: deleted, "": { status: 500 } });
    const [gone] = await readMandates(second.line, [{ providerId: CODE }]);
    expect(gone?.evidence).toMatchObject([{ state: "ended" }]);
  });

  it("does not let others' debits speak for it when the filter does nothing", async () => {
    const others = firstDebit(100, { mandate: { code: "IO-9" }, id: "IL-9" });
    const { line } = await serving({
      [`/mandates/${CODE}`]: { status: 200, body: theirMandate() },
      "": { status: 200, body: listOf([others, firstDebit(91)]) },
    });
    const evidence = (await readMandates(line, [{ providerId: CODE }])).flatMap((one) => one.evidence);
    expect(evidence).toMatchObject([{ state: "pending" }, { providerId: "IL-1000-2000-3000" }]);
  });

  it("knows a first debit by the id we give when the mandate does not carry it", async () => {
    const { line } = await serving({
      [`/mandates/${CODE}`]: { status: 200, body: theirMandate({ stats: null, reference: null }) },
      "": { status: 200, body: listOf([firstDebit(91, { stats: { extra1: "m-7" } })]) },
    });
    const evidence = (await readMandates(line, [{ providerId: CODE, ourId: "m-7" }])).flatMap(
      (one) => one.evidence,
    );
    expect(evidence[1]).toMatchObject({ about: "payment", madeByProvider: true });
  });

  it.each([
    ["our id", { ourId: OUR_MANDATE }],
    ["our key", { key: "0f8fad5b-d9cb-469f-a165-70867728950e" }],
  ])("finds one without a code by %s and then reads it", async (_, ref) => {
    const { line } = await serving({
      "/mandates": { status: 200, body: { total: 1, mandates: [theirMandate()] } },
      [`/mandates/${CODE}`]: { status: 200, body: theirMandate() },
      "": { status: 200, body: listOf([firstDebit(100)]) },
    });
    const states = (await readMandates(line, [ref])).flatMap(({ evidence }) =>
      evidence.map((one) => "state" in one && one.state),
    );
    expect(states).toEqual(["pending", "active", "settled"]);
  });

  it("says absent for one that is in no list, and nothing for one that leads nowhere", async () => {
    const { line, seen } = await serving({ "/mandates": { status: 200, body: { total: 0, mandates: [] } } });
    expect(await readMandates(line, [{ ourId: OUR_MANDATE }])).toMatchObject([
      { outcome: "absent", evidence: [] },
    ]);
    expect(await readMandates(line, [{}, { providerId: "../x" }])).toEqual([]);
    expect(seen).toHaveLength(1);
  });
});

describe("reading debits", () => {
  const id = "IL-1000-2000-3001";

  it("reads one by its id", async () => {
    const { line } = await serving({ [`/${id}`]: { status: 200, body: theirDebit(100) } });
    expect(await readPayments(line, [{ providerId: id }, { providerId: "IL-2" }])).toMatchObject([
      { outcome: "read", evidence: [{ state: "settled", providerId: id }] },
      { outcome: "absent", evidence: [] },
    ]);
  });

  it("does not take another debit for the one it asked for", async () => {
    const { line } = await serving({ [`/${id}`]: { status: 200, body: theirDebit(100, { id: "IL-2" }) } });
    expect(await readPayments(line, [{ providerId: id }])).toMatchObject([
      { outcome: "unreadable", evidence: [] },
    ]);
  });

  it("reads those without an id in their mandate's list, once for each mandate", async () => {
    const { line, seen } = await serving({
      "": { status: 200, body: listOf([firstDebit(100), theirDebit(91)]) },
    });
    const ref = { mandateProviderId: CODE, reference: OUR_REFERENCE };
    const readings = await readPayments(line, [ref, { ...ref, reference: "PAY-2" }]);
    expect(readings).toMatchObject([
      { outcome: "read", evidence: [{ providerId: id, madeByProvider: false }] },
    ]);
    expect(seen).toHaveLength(1);
    expect(await readPayments(line, [{ ...ref, reference: "PAY-3" }])).toMatchObject([{ outcome: "absent" }]);
    expect((await readPayments(line, [{ mandateProviderId: CODE }]))[0]?.evidence).toHaveLength(2);
  });
});

describe("an outage", () => {
  it("costs one call, however many are asked about, and what was read before it is kept", async () => {
    const id = "IL-1000-2000-3001";
    const { line, close } = await serving({ [`/${id}`]: { status: 200, body: theirDebit(100) } });
    let calls = 0;
    const counted = {
      ...line,
      call: (request: Parameters<typeof line.call>[0]) => {
        calls += 1;
        return calls > 1 ? line.call({ ...request, url: "http://127.0.0.1:1/" }) : line.call(request);
      },
    };
    const debits = [id, ...Array.from({ length: 200 }, (_, n) => `IL-1000-2000-4${100 + n}`)];
    const read = await readPayments(
      counted,
      debits.map((providerId) => ({ providerId })),
    );
    expect(read.map((one) => one.outcome)).toEqual(["read", "unreadable"]);
    expect(calls).toBe(2);
    await close();
    listener = undefined;
    calls = 0;
    const mandates = Array.from({ length: 200 }, (_, n) => ({ providerId: `IO-1000-2000-4${100 + n}` }));
    expect(await readMandates(counted, mandates)).toMatchObject([{ outcome: "unreadable" }]);
    calls = 0;
    const listed = Array.from({ length: 200 }, (_, n) => ({ mandateProviderId: `IO-1000-2000-4${100 + n}` }));
    expect(await readPayments(counted, listed)).toMatchObject([{ outcome: "unreadable" }]);
    expect(calls).toBe(1);
  });

  it.each([401, 403, 429])("ends with an answer %i just so", async (status) => {
    const { line, seen } = await serving({ [`/mandates/${CODE}`]: { status } });
    await readMandates(line, [{ providerId: CODE }, { providerId: "IO-2" }]);
    expect(seen).toHaveLength(1);
  });
});

describe("the probe", () => {
  it.each<[number, unknown, string | null]>([
    [404, { code: "PAY-404" }, null],
    [400, { code: "PAY-1400" }, null],
    [401, { title: "Unauthorized" }, "credential_refused"],
    [403, { title: "Forbidden" }, "not_activated"],
    [404, "<html>", "unexpected"],
    [200, "<html>", "unexpected"],
    [500, "", "unexpected"],
    [302, "", "unexpected"],
  ])("reads %i %j as %s", async (status, body, problem) => {
    const { line } = await serving({ "/IL-0000-0000-0000": { status, body } });
    expect(await probe(line)).toMatchObject({ ok: problem === null, problem });
  });

  it("says when nobody is there, and when there is no such environment", async () => {
    const { line, close } = await serving({});
    expect(await probe({ ...line, environment: "sandbox" })).toMatchObject({ problem: "wrong_environment" });
    await close();
    listener = undefined;
    expect(await probe(line)).toMatchObject({ ok: false, problem: "unreachable", detail: "ECONNREFUSED" });
  });
});

describe("sending", () => {
  it("makes one call with the prepared bytes and the credential", async () => {
    const { line, seen } = await serving({ "": { status: 201, body: theirDebit(91) } });
    const prepared = prepare(createPayment, {});
    await send(line, prepared);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: "POST", url: "/v2/directdebits", body: prepared.body });
    expect(seen[0]?.headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/json",
      authorization: expect.stringMatching(/^Basic /),
    });
  });

  it("deletes without a body, and does not write the version twice", async () => {
    const { line, seen } = await serving({});
    await send({ ...line, baseUrl: `${line.baseUrl}/v2/` }, prepare(endMandate, {}));
    expect(seen[0]).toMatchObject({ method: "DELETE", url: `/v2/directdebits/mandates/${CODE}`, body: "" });
  });
});
