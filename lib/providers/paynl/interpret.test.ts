import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange, Intent, Outcome } from "@/lib/providers/contract";
import { interpret } from "@/lib/providers/paynl/interpret";
import { prepare } from "@/lib/providers/paynl/prepare";
import {
  answered,
  CODE,
  createMandate,
  createPayment,
  endMandate,
  exchangeOf,
  OUR_MANDATE,
  OUR_REFERENCE,
  theirDebit,
  theirMandate,
} from "@/lib/providers/paynl/testing";

const outcome = (intent: Intent, exchange: Exchange, settings = {}): Outcome =>
  interpret(intent, prepare(intent, settings), exchange, settings);

describe("an answer to a new mandate", () => {
  it.each([200, 201, 202])("is accepted with %i and our own data", (status) => {
    expect(outcome(createMandate, answered(status, theirMandate()))).toMatchObject({
      kind: "accepted",
      evidence: [
        {
          about: "mandate",
          state: "pending",
          rule: "paynl.mandate.created",
          providerId: CODE,
          mandateNumber: CODE,
          ref: { providerId: CODE, ourId: OUR_MANDATE },
        },
      ],
    });
  });

  it.each([
    ["another amount", { amount: { value: 12501, currency: "EUR" } }],
    ["the amount in euros", { amount: { value: "125.00", currency: "EUR" } }],
    ["no amount", { amount: null }],
    ["another currency", { amount: { value: 12500, currency: "USD" } }],
    ["no currency", { amount: { value: 12500 } }],
    ["another reference", { reference: "man-2" }],
    ["another id of ours", { stats: { extra1: "man_2" } }],
    ["neither reference nor id", { reference: null, stats: null }],
    ["another type", { type: "SINGLE" }],
    ["another sales location", { serviceId: "SL-9999-9999" }],
    ["another account", { customer: { bankAccount: { iban: "NL31ABNA0000000002" } } }],
    ["no code", { code: null }],
  ])("is unknown with %s", (_, patch) => {
    expect(outcome(createMandate, answered(201, theirMandate(patch)))).toMatchObject({
      kind: "unknown",
      keySpent: false,
    });
  });

  it.each([
    ["a masked account", { customer: { bankAccount: { iban: "NL28INGBXXXXXX0001" } } }],
    ["no account", { customer: null }],
    ["one of the two marks", { stats: null }],
    ["fields we do not know", { status: "NEW", extra: [1, 2] }],
  ])("is accepted with %s", (_, patch) => {
    expect(outcome(createMandate, answered(201, theirMandate(patch))).kind).toBe("accepted");
  });

  it("does not take an error in a 2xx for a mandate", () => {
    const body = { code: "PAY-1400", title: "Bad request", violations: [] };
    expect(outcome(createMandate, answered(200, body)).kind).toBe("unknown");
  });
});

describe("an answer to a new debit", () => {
  it("is accepted with our amount, currency, mandate and reference", () => {
    expect(outcome(createPayment, answered(201, theirDebit(91)))).toMatchObject({
      kind: "accepted",
      evidence: [
        {
          about: "payment",
          state: "pending",
          providerId: "IL-1000-2000-3001",
          amountMinor: 3275,
          currency: "EUR",
          planned: "2026-05-04",
          madeByProvider: false,
          ref: { reference: OUR_REFERENCE, mandateProviderId: CODE },
        },
      ],
    });
  });

  it.each([
    ["another amount", { amount: { value: 3276, currency: "EUR" } }],
    ["a hundredfold amount", { amount: { value: 327500, currency: "EUR" } }],
    ["another currency", { amount: { value: 3275, currency: "DKK" } }],
    ["another mandate", { mandate: { code: "IO-9999-9999-9999" } }],
    ["another reference", { stats: { extra1: "PAY-2" } }],
    ["neither mandate nor reference", { mandate: null, stats: {} }],
    ["no id", { id: null }],
  ])("is unknown with %s", (_, patch) => {
    expect(outcome(createPayment, answered(201, theirDebit(91, patch))).kind).toBe("unknown");
  });

  it("is accepted with the mandate alone, and keeps our reference", () => {
    expect(outcome(createPayment, answered(201, theirDebit(91, { stats: null })))).toMatchObject({
      kind: "accepted",
      evidence: [{ madeByProvider: false, ref: { reference: OUR_REFERENCE } }],
    });
  });

  it("is accepted under a status that we do not know, with no state", () => {
    const said = outcome(createPayment, answered(201, theirDebit(555)));
    expect(said).toMatchObject({ kind: "accepted", evidence: [{ state: null, word: "555" }] });
  });
});

describe("an answer to an end", () => {
  it("is accepted with 204, and with 404 in PAY.'s form, because it was gone already", () => {
    const ended = { about: "mandate", state: "ended", endedBy: "creditor", providerId: CODE };
    expect(outcome(endMandate, answered(204, ""))).toMatchObject({
      kind: "accepted",
      evidence: [{ ...ended, rule: "paynl.mandate.deleted" }],
    });
    for (const body of ["", { code: "PAY-404", title: "Not found" }])
      expect(outcome(endMandate, answered(404, body))).toMatchObject({
        kind: "accepted",
        evidence: [{ ...ended, rule: "paynl.mandate.already_gone" }],
      });
  });

  it("is unknown when some other server says 404, or when the setting says that 404 proves nothing", () => {
    expect(outcome(endMandate, answered(404, "<html>no such page</html>")).kind).toBe("unknown");
    expect(outcome(endMandate, answered(404, ""), { gone_means_ended: "no" }).kind).toBe("unknown");
  });

  it("is accepted with another 2xx only when it shows the end", () => {
    expect(outcome(endMandate, answered(200, "")).kind).toBe("unknown");
    expect(outcome(endMandate, answered(200, theirMandate())).kind).toBe("unknown");
    const gone = theirMandate({ deletedAt: "2026-04-01T12:00:00+02:00" });
    expect(outcome(endMandate, answered(200, gone)).kind).toBe("accepted");
    expect(outcome(endMandate, answered(200, { ...gone, code: "IO-2" })).kind).toBe("unknown");
  });
});

const badInput = {
  type: "https://developer.pay.nl/docs/error-codes",
  code: "PAY-1400",
  title: "Foute aanvraag",
  detail: "One or more fields are not valid.",
  violations: [
    { propertyPath: "customer.bankAccount.iban", message: "This is not a valid IBAN.", code: "PAY-2001" },
    { propertyPath: "[interval][quantity]", message: "Too many." },
    { propertyPath: "amount.value", message: "Too much." },
    { propertyPath: "amount", message: "Second word on the amount." },
    { propertyPath: "constructor" },
    null,
  ],
};

describe("a refusal", () => {
  it.each([400, 422])("with %i gives PAY.'s words at our fields, and their code beside them", (status) => {
    expect(outcome(createMandate, answered(status, badInput, { "X-Request-Id": "abc" }))).toEqual({
      kind: "refused",
      refusal: {
        kind: "data",
        reason: { code: `HTTP ${status}`, text: "PAY-1400: This is not a valid IBAN." },
        fields: { iban: "This is not a valid IBAN.", quantity: "Too many.", amount: "Too much." },
        traceId: "abc",
      },
    });
  });

  it.each<[string, Intent, number, unknown, string, Record<string, string>]>([
    ["the mandate of a debit", createPayment, 400, violation("mandate"), "state", {}],
    ["the day of a debit", createPayment, 422, violation("processDate"), "data", { due: "no" }],
    ["the sales location", createMandate, 400, violation("serviceId"), "configuration", {}],
    ["an unknown sales location", createMandate, 404, { code: "PAY-004" }, "configuration", {}],
    ["an unknown mandate", createPayment, 404, { code: "PAY-404" }, "state", {}],
    ["a method switched off", createMandate, 400, { code: "PAY-407" }, "configuration", {}],
    ["our own form", createMandate, 415, {}, "configuration", {}],
    ["something without words", createMandate, 400, "<html>", "other", {}],
  ])("of %s has its kind", (_, intent, status, body, kind, fields) => {
    expect(outcome(intent, answered(status, body))).toMatchObject({
      kind: "refused",
      refusal: { kind, fields },
    });
  });

  it("without a code is named after its status", () => {
    const said = outcome(createMandate, answered(400, ""));
    expect(said).toMatchObject({ refusal: { reason: { code: "HTTP 400", text: null }, traceId: null } });
  });
});

function violation(propertyPath: string) {
  return { violations: [{ propertyPath, message: "no" }] };
}

describe("answers that leave it open or put it off", () => {
  it.each([
    [401, "credential"],
    [403, "credential"],
    [429, "rate"],
  ])("%i holds it: %s", (status, cause) => {
    for (const intent of [createMandate, createPayment, endMandate])
      expect(outcome(intent, answered(status, "{}"))).toMatchObject({
        kind: "held",
        cause,
        retryAfterMs: null,
      });
  });

  it.each([
    ["120", 120_000],
    ["0", 1_000],
    ["999999999", 86_400_000],
    ["Tue, 28 Apr 2026 07:15:34 GMT", 29_995],
    ["Tue, 28 Apr 2020 07:15:34 GMT", 1_000],
    ["soon", null],
  ])("waits after a 429 as long as it says: %s", (after, ms) => {
    const said = outcome(createPayment, answered(429, "", { "Retry-After": after }));
    expect(said).toMatchObject({ kind: "held", retryAfterMs: ms });
  });

  it.each([500, 502, 503, 504, 301, 302, 307, 402, 408, 409, 423, 451, 100])(
    "%i may have happened",
    (status) => {
      for (const intent of [createMandate, createPayment, endMandate])
        expect(outcome(intent, answered(status, theirDebit(91)))).toMatchObject({
          kind: "unknown",
          keySpent: false,
        });
    },
  );

  it("what never left is held, what was lost is unknown", () => {
    const notSent = exchangeOf({ kind: "not_sent", cause: "ECONNREFUSED" });
    expect(outcome(createPayment, notSent)).toMatchObject({ kind: "held", cause: "unreachable" });
    for (const cause of ["timeout", "reset", "too_large", "undecodable"] as const)
      expect(outcome(createPayment, exchangeOf({ kind: "lost", cause, detail: "x" })).kind).toBe("unknown");
  });
});

describe("garbage", () => {
  const intents = [createMandate, createPayment, endMandate];
  const body = fc.oneof(fc.string(), fc.json(), fc.string({ unit: "binary" }));

  it("is never accepted, and never throws", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...intents),
        fc.integer({ min: 100, max: 599 }),
        body,
        (intent, status, text) => {
          const proven = intent.operation === "mandate.end" && (status === 204 || status === 404);
          if (!proven) expect(outcome(intent, answered(status, text)).kind).not.toBe("accepted");
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("is not accepted as ours when any one field of a good answer is spoilt", () => {
    const spoilt = fc.tuple(
      fc.constantFrom("amount", "reference", "stats", "code", "id", "mandate", "status"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(spoilt, ([field, value]) => {
        for (const [intent, good] of [
          [createMandate, theirMandate()],
          [createPayment, theirDebit(91)],
        ] as const) {
          const said = outcome(intent, answered(201, { ...good, [field]: value }));
          if (said.kind === "accepted" && field === "amount")
            expect(value).toMatchObject({ currency: "EUR" });
          expect(["accepted", "unknown"]).toContain(said.kind);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
