import { describe, expect, it } from "vitest";
import type { Intent, WireResult } from "@/lib/providers/contract";
import { interpret } from "./interpret";
import { prepare } from "./prepare";
import {
  adoptAgreement,
  answered,
  cancelPayment,
  createPayment,
  exchange,
  page,
  registerAgreement,
  subscribeEvents,
  theirAgreement,
  theirPayment,
  theirProblem,
} from "./testing";

const read = (intent: Intent, result: WireResult) => interpret(intent, prepare(intent, {}), exchange(result));
const writes: [string, Intent][] = [
  ["payment.create", createPayment],
  ["payment.cancel", cancelPayment],
  ["agreement.register", registerAgreement],
  ["events.subscribe", subscribeEvents],
];

describe("a created payment", () => {
  it.each([200, 201, 208])("is accepted with evidence on %i", (status) => {
    expect(read(createPayment, answered(status, theirPayment))).toMatchObject({
      kind: "accepted",
      evidence: [{ about: "payment", state: "pending", providerId: "PAYMENT_1", planned: "2024-05-01" }],
    });
  });

  it("is accepted from an envelope", () => {
    expect(read(createPayment, answered(200, page([theirPayment]))).kind).toBe("accepted");
  });

  it("is accepted on another day, which the evidence tells", () => {
    const later = { ...theirPayment, paymentDate: "2024-06-03T00:00:00Z" };
    expect(read(createPayment, answered(200, later))).toMatchObject({
      evidence: [{ planned: "2024-06-03" }],
    });
  });

  it.each([
    ["amount", { amount: 4990 }],
    ["amount", { amount: undefined }],
    ["currency", { currency: "SEK" }],
    ["reference", { reference: "INV-20240415-0008" }],
    ["reference", { reference: null }],
    ["mandate", { mandate: { handle: "md_OTHER" } }],
  ])("with another or no %s is unknown", (what, changes) => {
    const outcome = read(createPayment, answered(200, { ...theirPayment, ...changes }));
    expect(outcome).toEqual({ kind: "unknown", detail: expect.stringContaining(what), keySpent: false });
  });

  it("that is replayed as a saved failure spends the key", () => {
    const outcome = read(createPayment, answered(208, theirProblem));
    expect(outcome).toMatchObject({ kind: "unknown", keySpent: true });
    expect(outcome).toMatchObject({ detail: expect.stringContaining("0HN1EXAMPLE:00000001") });
  });

  it.each(["", "null", "[]", "{}", "<html></html>", '{"results":[]}', '"text"', '{"handle":"P'])(
    "is unknown when the body is %s",
    (body) => {
      expect(read(createPayment, answered(200, body))).toMatchObject({ kind: "unknown", keySpent: false });
    },
  );
});

describe("any write", () => {
  it.each(writes)("%s is held when it never left", (_, intent) => {
    expect(read(intent, { kind: "not_sent", cause: "ECONNREFUSED" })).toMatchObject({
      kind: "held",
      cause: "unreachable",
    });
  });

  it.each(writes)("%s is unknown when the answer was lost, and the key can be used again", (_, intent) => {
    expect(read(intent, { kind: "lost", cause: "timeout", detail: "10 s" })).toMatchObject({
      kind: "unknown",
      keySpent: false,
    });
  });

  it.each(writes)("%s is held for the credential on 401 and 403", (_, intent) => {
    for (const status of [401, 403])
      expect(read(intent, answered(status, theirProblem))).toMatchObject({
        kind: "held",
        cause: "credential",
      });
  });

  const unexplained = [402, 408, 409, 418, 429, 500, 502, 503, 504];
  it.each(writes)("%s is unknown with a spent key when they themselves say that they failed", (_, intent) => {
    for (const status of unexplained)
      expect(read(intent, answered(status, theirProblem))).toMatchObject({ kind: "unknown", keySpent: true });
  });

  it.each(writes)(
    "%s is unknown when it may be somebody in between who failed, and the key stays",
    (_, intent) => {
      for (const status of unexplained)
        for (const body of ["<html></html>", "", "{}", '{"message":"Endpoint request timed out"}'])
          expect(read(intent, answered(status, body))).toMatchObject({ kind: "unknown", keySpent: false });
    },
  );

  it("is unknown with a spent key when a replay says nothing that can be read", () => {
    for (const body of ["", "{}", "<html></html>", theirProblem])
      expect(read(createPayment, answered(208, body))).toMatchObject({ kind: "unknown", keySpent: true });
  });

  it.each(writes)("%s is unknown after a redirect", (_, intent) => {
    expect(read(intent, answered(302, ""))).toMatchObject({ kind: "unknown", keySpent: false });
  });

  it.each(writes)("%s without their error body on 404 blames the path", (_, intent) => {
    expect(read(intent, answered(404, "<html></html>"))).toMatchObject({
      kind: "refused",
      refusal: { kind: "configuration", reason: { code: "path_not_found" } },
    });
  });
});

describe("a refusal", () => {
  it.each([
    [createPayment, 422, "data", "payment_data"],
    [createPayment, 400, "data", "payment_data"],
    [createPayment, 404, "state", "mandate_not_found"],
    [createPayment, 428, "state", "precondition"],
    [createPayment, 411, "configuration", "request_form"],
    [cancelPayment, 422, "state", "cancel_refused"],
    [cancelPayment, 404, "state", "payment_not_found"],
    [cancelPayment, 405, "configuration", "request_form"],
    [registerAgreement, 422, "data", "agreement_data"],
    [registerAgreement, 428, "state", "precondition"],
    [registerAgreement, 404, "configuration", "path_not_found"],
    [subscribeEvents, 422, "configuration", "events_address"],
  ])("of %o on %i is about %s", (intent, status, kind, code) => {
    expect(read(intent, answered(status, theirProblem))).toEqual({
      kind: "refused",
      refusal: {
        kind,
        reason: { code, text: "Mandate is not active." },
        fields: {},
        traceId: "0HN1EXAMPLE:00000001",
      },
    });
  });

  it("names our fields with their words", () => {
    const errors = {
      PaymentDate: ["is in the past"],
      "$.amount": ["too small", "odd"],
      "SchemeData.PbsNumber": "unknown",
      nobody: ["x"],
      constructor: ["x"],
      reference: [1],
    };
    expect(read(createPayment, answered(422, { ...theirProblem, errors }))).toMatchObject({
      refusal: { fields: { due: "is in the past", amount: "too small odd", pbs_number: "unknown" } },
    });
  });

  it("stands without any words of theirs", () => {
    expect(read(createPayment, answered(422, ""))).toMatchObject({
      kind: "refused",
      refusal: { reason: { text: null }, traceId: null },
    });
  });
});

describe("a cancellation", () => {
  it.each([
    ["Cancelled", "cancelled"],
    [128, "cancelled"],
    ["PendingCancel", "pending"],
  ])("answered %s is accepted", (status, state) => {
    expect(read(cancelPayment, answered(200, { ...theirPayment, status }))).toMatchObject({
      kind: "accepted",
      evidence: [{ state }],
    });
  });

  it.each([
    ["without a body", ""],
    ["with another payment", { ...theirPayment, id: "x", handle: "OTHER", status: "Cancelled" }],
    ["with a payment that goes on", theirPayment],
  ])("answered %s is unknown", (_, body) => {
    expect(read(cancelPayment, answered(200, body)).kind).toBe("unknown");
  });
});

describe("a registered agreement", () => {
  it.each([
    ["as the older pages show it", theirAgreement],
    [
      "with the newer name of the data",
      { ...theirAgreement, metaData: undefined, schemeData: [theirAgreement.metaData] },
    ],
    [
      "with the older scheme name",
      { ...theirAgreement, scheme: "mastercard-bs", meta: theirAgreement.metaData },
    ],
    ["with little more than a handle", { handle: "am_EXAMPLE", state: "Pending" }],
  ])("%s is accepted", (_, body) => {
    expect(read(registerAgreement, answered(200, body))).toMatchObject({
      kind: "accepted",
      evidence: [{ about: "agreement", providerId: "am_EXAMPLE", state: "pending" }],
    });
  });

  it.each([
    ["scheme", { scheme: "nets-ls" }],
    ["test", { test: false }],
    ["pbs_number", { metaData: { PbsNumber: "99999999" } }],
  ])("with another %s is unknown", (what, changes) => {
    expect(read(registerAgreement, answered(200, { ...theirAgreement, ...changes }))).toMatchObject({
      kind: "unknown",
      detail: expect.stringContaining(what),
    });
  });
});

describe("an adopted agreement", () => {
  it("is accepted when it is the one of the form", () => {
    expect(read(adoptAgreement, answered(200, { ...theirAgreement, state: "Active" }))).toMatchObject({
      kind: "accepted",
      evidence: [{ state: "active", test: true }],
    });
  });

  it("is refused when scheme, numbers or test flag differ, naming the fields", () => {
    const other = { ...theirAgreement, test: false, metaData: { CvrNumber: "99999999" } };
    expect(read(adoptAgreement, answered(200, other))).toMatchObject({
      kind: "refused",
      refusal: {
        kind: "data",
        reason: { code: "agreement_mismatch" },
        fields: { test: "false", cvr_number: "another number" },
      },
    });
  });

  it("is unknown when it does not say whether it is a test, or is another one", () => {
    for (const changes of [{ test: undefined }, { handle: "am_OTHER" }])
      expect(read(adoptAgreement, answered(200, { ...theirAgreement, ...changes })).kind).toBe("unknown");
  });

  it("is refused when they do not have it", () => {
    expect(read(adoptAgreement, answered(404, theirProblem))).toMatchObject({
      kind: "refused",
      refusal: { fields: { existing_handle: "Mandate is not active." } },
    });
  });

  it("is held whenever reading did not work: nothing can have happened", () => {
    expect(read(adoptAgreement, { kind: "lost", cause: "timeout", detail: "" }).kind).toBe("held");
    expect(read(adoptAgreement, answered(503, "")).kind).toBe("held");
    expect(read(adoptAgreement, answered(401, ""))).toMatchObject({ cause: "credential" });
    expect(read(adoptAgreement, answered(429, "", { "retry-after": "7" }))).toMatchObject({
      cause: "rate",
      retryAfterMs: 7000,
    });
    expect(
      read(adoptAgreement, answered(429, "", { "retry-after": "Mon, 15 Apr 2024 09:12:54 GMT" })),
    ).toMatchObject({ retryAfterMs: 10_000 });
  });
});

describe("a subscription", () => {
  it.each(["", "{}", "null", JSON.stringify({ webhookUrl: subscribeEvents.eventsUrl })])(
    "is accepted on any 2xx with the body %j",
    (body) => {
      expect(read(subscribeEvents, answered(200, body))).toMatchObject({
        kind: "accepted",
        evidence: [{ about: "subscription", word: "200" }],
      });
    },
  );

  it.each([
    "<html></html>",
    JSON.stringify({ WebhookUrl: "https://other.example" }),
    JSON.stringify(theirProblem),
  ])("is unknown with the body %s", (body) => {
    expect(read(subscribeEvents, answered(200, body)).kind).toBe("unknown");
  });
});
