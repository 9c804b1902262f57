import { afterEach, describe, expect, it } from "vitest";
import { send } from "./calls";
import { lookUp } from "./look-up";
import { prepare } from "./prepare";
import {
  adoptAgreement,
  cancelPayment,
  createPayment,
  key,
  type Listener,
  type ListenerOptions,
  listen,
  page,
  registerAgreement,
  subscribeEvents,
  theirAgreement,
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

const other = { ...theirPayment, id: "x", handle: "OTHER", reference: "INV-20240415-0008" };

describe("sending", () => {
  it("makes exactly one call with the prepared bytes and the credential", async () => {
    const { line, heard } = await start(() => ({ status: 500, body: theirProblem }));
    const prepared = prepare(createPayment, {});
    const exchange = await send(line, prepared);
    expect(exchange.result).toMatchObject({ kind: "answered", status: 500 });
    expect(heard).toMatchObject([
      {
        method: "POST",
        url: "/payments",
        body: prepared.body,
        headers: {
          authorization: `Basic ${Buffer.from("sk_EXAMPLEonlyEXAMPLEonly:").toString("base64")}`,
          "idempotency-key": key,
          "content-type": "application/json",
          "content-length": String(Buffer.byteLength(prepared.body)),
        },
      },
    ]);
  });

  it("of an unconfirmed call does not leave a live connection unless it is switched on", async () => {
    const credit = prepare({ ...createPayment, amountMinor: -100 }, {});
    for (const prepared of [prepare(cancelPayment, {}), credit]) {
      const { line, heard } = await start(() => ({ status: 200, body: {} }), { environment: "production" });
      expect((await send(line, prepared)).result.kind).toBe("not_sent");
      const settings = { cancel_payment: "on", credits: "on" };
      expect((await send({ ...line, settings }, prepared)).result.kind).toBe("answered");
      expect(heard).toHaveLength(1);
      await open?.close();
    }
    open = null;
  });

  it("without a key does not leave", async () => {
    const { line, heard } = await start(() => ({ status: 200, body: {} }), { secrets: {} });
    expect((await send(line, prepare(createPayment, {}))).result).toEqual({
      kind: "not_sent",
      cause: "no_api_key",
    });
    expect(heard).toEqual([]);
  });

  it("puts the text of a payment into the body only, whatever it holds", async () => {
    const { line, heard } = await start(() => ({ status: 200, body: {} }), { environment: "production" });
    await send(line, prepare({ ...createPayment, text: '"amount":-1' }, {}));
    expect(heard).toHaveLength(1);
  });
});

describe("looking up a payment", () => {
  it("finds it by our reference and reads it singly", async () => {
    const { line, heard } = await start(({ url }) => {
      if (url === "/payments/PAYMENT_1") return { status: 200, body: { ...theirPayment, statusText: "why" } };
      return { status: 200, body: url.includes("after") ? page([theirPayment]) : page([other], "2") };
    });
    const { verdict, readings } = await lookUp(line, createPayment);
    expect(verdict).toBe("present");
    expect(readings.map(({ outcome, evidence }) => [outcome, evidence.length])).toEqual([
      ["read", 0],
      ["read", 1],
      ["read", 1],
    ]);
    expect(readings.at(-1)?.evidence).toMatchObject([{ providerId: "PAYMENT_1", reason: { text: "why" } }]);
    expect(heard.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
  });

  it("brings every payment that carries the reference", async () => {
    const twin = { ...theirPayment, id: "y", handle: "TWIN" };
    const { line } = await start(({ url }) =>
      url.startsWith("/payments?")
        ? { status: 200, body: page([theirPayment, twin]) }
        : { status: 404, body: theirProblem },
    );
    const { verdict, readings } = await lookUp(line, createPayment);
    expect(verdict).toBe("present");
    expect(readings[0]?.evidence).toMatchObject([{ providerId: "PAYMENT_1" }, { providerId: "TWIN" }]);
  });

  it("says absent after the whole list without it", async () => {
    const { line } = await start(() => ({ status: 200, body: page([other]) }));
    expect(await lookUp(line, createPayment)).toMatchObject({
      verdict: "absent",
      readings: [{ outcome: "read" }],
    });
  });

  it.each([
    ["a failure on the way", 500, ""],
    ["too many calls", 429, theirProblem],
    ["an end that is not stated", 200, { results: [other] }],
    ["an item that is not understood", 200, page([other, {}])],
  ])("never says absent after %s", async (_, status, body) => {
    const { line } = await start(() => ({ status, body }));
    expect((await lookUp(line, createPayment)).verdict).toBe("unreadable");
  });

  it("never says absent when the bound was reached", async () => {
    const { line } = await start(() => ({ status: 200, body: page([other], "2") }), {
      settings: { search_pages: "1" },
    });
    expect((await lookUp(line, createPayment)).verdict).toBe("unreadable");
  });
});

describe("looking up a cancellation", () => {
  it.each([
    ["Cancelled", "present"],
    ["PendingCancel", "present"],
    ["Pending", "absent"],
    ["Settled", "absent"],
  ])("of a payment that is %s says %s", async (status, verdict) => {
    const { line } = await start(() => ({ status: 200, body: { ...theirPayment, status } }));
    expect((await lookUp(line, cancelPayment)).verdict).toBe(verdict);
  });

  it("of a payment that is not found says nothing", async () => {
    const { line } = await start(() => ({ status: 404, body: theirProblem }));
    expect((await lookUp(line, cancelPayment)).verdict).toBe("unreadable");
  });
});

describe("looking up an agreement", () => {
  const test =
    (body: unknown, expected: string, intent = registerAgreement) =>
    async () => {
      const { line } = await start(() => ({ status: 200, body: page([body]) }));
      expect((await lookUp(line, intent)).verdict).toBe(expected);
    };

  it("finds it by scheme, numbers and test flag", test(theirAgreement, "present"));
  it("does not take the live one for the test one", test({ ...theirAgreement, test: false }, "absent"));
  it(
    "does not take another number",
    test({ ...theirAgreement, metaData: { PbsNumber: "99999999" } }, "absent"),
  );
  it(
    "does not decide on one that keeps its numbers to itself",
    test({ ...theirAgreement, metaData: null }, "unreadable"),
  );
  it("takes one registered earlier by its handle", test({ handle: "am_EXAMPLE" }, "present", adoptAgreement));
});

describe("looking up a subscription", () => {
  it("asks nobody: there is no call for it, and repeating it does no harm", async () => {
    const { line, heard } = await start(() => ({ status: 200, body: {} }));
    expect(await lookUp(line, subscribeEvents)).toEqual({ readings: [], verdict: "absent" });
    expect(heard).toEqual([]);
  });
});
