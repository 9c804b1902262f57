import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange, Values, WireResult } from "@/lib/providers/contract";
import { interpret } from "@/lib/providers/mastercard-bs/create";
import {
  answered,
  exchangeOf,
  gatewayError,
  intent,
  otherUuid,
  prepared,
  uuid,
} from "@/lib/providers/mastercard-bs/testing/provider";

const outcome = (exchange: Exchange, settings: Values = {}) =>
  interpret(intent, prepared, exchange, settings);
describe("a good answer", () => {
  it("is evidence of a pending mandate, with our own id", () => {
    expect(outcome(answered(201, { uuid, statusCode: "RECEIVED" }))).toEqual({
      kind: "accepted",
      evidence: [
        {
          about: "mandate",
          ref: { key: uuid, ourId: "man_1" },
          word: "RECEIVED",
          rule: "bs.status.received",
          at: null,
          reason: null,
          state: "pending",
          providerId: null,
          mandateNumber: null,
          endedBy: null,
          found: null,
        },
      ],
    });
  });

  it("may tell more, spell the id in capitals, or already know the end", () => {
    const body = { uuid: uuid.toUpperCase(), statusCode: "VALIDATED", mandateId: "012345678", news: {} };
    expect(outcome(answered(200, body))).toMatchObject({
      kind: "accepted",
      evidence: [{ ref: { key: uuid }, state: "active", mandateNumber: "012345678" }],
    });
  });

  it("with a word we do not know proves that it arrived, and no state", () => {
    expect(outcome(answered(201, { uuid, statusCode: "PARKED" }))).toMatchObject({
      kind: "accepted",
      evidence: [{ state: null, word: "PARKED" }],
    });
  });
});

describe("what may have happened", () => {
  it.each<[string, Exchange]>([
    ["a time-out", exchangeOf({ kind: "lost", cause: "timeout", detail: "timeout" })],
    ["a cut answer", exchangeOf({ kind: "lost", cause: "reset", detail: "terminated" })],
    ["an answer about another request", answered(201, { uuid: otherUuid, statusCode: "RECEIVED" })],
    ["an answer about no request", answered(201, { statusCode: "RECEIVED" })],
    ["an answer without a status", answered(201, { uuid })],
    ["an empty answer", answered(201, "")],
    ["a page", answered(200, "<html>OK</html>")],
    ["a list", answered(201, [{ uuid, statusCode: "RECEIVED" }])],
    ["a redirect", answered(307, "")],
    ["a fault of theirs", answered(500, gatewayError("INTERNAL", "Oops"))],
    ["a fault on the way", answered(503, "")],
    ["their time-out", answered(408, "")],
    ["a repeat, by status", answered(409, { uuid, statusCode: "RECEIVED" })],
    ["a repeat, by code", answered(400, { errorCode: "DUPLICATE_UUID" })],
    ["a repeat, by words", answered(400, { errorDescription: "The uuid has already been used." })],
    ["a repeat, told by the gateway's shape", answered(422, gatewayError("NOT_UNIQUE", "", "bs"))],
    [
      "a repeat that speaks of a mandate, with 409",
      answered(409, { errorCode: "MANDATE_ALREADY_EXISTS", errorDescription: "uuid" }),
    ],
  ])("is unknown after %s, and the key stays good", (_, exchange) => {
    expect(outcome(exchange)).toMatchObject({ kind: "unknown", keySpent: false });
  });
});

describe("any answer at all", () => {
  const result: fc.Arbitrary<WireResult> = fc.record({
    kind: fc.constant("answered" as const),
    status: fc.oneof(
      fc.constantFrom(200, 201, 400, 401, 403, 409, 429, 500),
      fc.integer({ min: 100, max: 599 }),
    ),
    headers: fc.dictionary(fc.constantFrom("date", "retry-after", "content-type"), fc.string()),
    body: fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc
        .record(
          {
            uuid: fc.jsonValue(),
            statusCode: fc.jsonValue(),
            errorCode: fc.jsonValue(),
            Errors: fc.jsonValue(),
          },
          { requiredKeys: [] },
        )
        .map((json) => JSON.stringify(json)),
    ),
  });

  it("never throws, and garbage is never accepted", () => {
    fc.assert(
      fc.property(result, (one) => {
        expect(["unknown", "refused", "held"]).toContain(outcome(exchangeOf(one)).kind);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is accepted only with a 2xx, our own id and a status word", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.constantFrom(uuid, otherUuid, null),
        fc.constantFrom("RECEIVED", "", null, 7),
        (status, id, statusCode) => {
          const good = status >= 200 && status < 300 && id === uuid && statusCode === "RECEIVED";
          expect(outcome(answered(status, { uuid: id, statusCode })).kind === "accepted").toBe(good);
        },
      ),
    );
  });
});
