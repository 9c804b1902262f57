import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Intent, WireResult } from "@/lib/providers/contract";
import { interpret } from "./interpret";
import { agreementEvidence, mandateEvidence, paymentEvidence } from "./map";
import { prepare } from "./prepare";
import { receive } from "./receive";
import {
  adoptAgreement,
  answered,
  cancelPayment,
  createPayment,
  exchange,
  registerAgreement,
  subscribeEvents,
  theirAgreement,
  theirMandate,
  theirPayment,
} from "./testing";
import { pageOf } from "./walk";
import { readJson, readObject, readPage, wireAgreement, wireMandate, wirePayment } from "./wire";

const intents: Intent[] = [createPayment, cancelPayment, registerAgreement, adoptAgreement, subscribeEvents];
const judge = (intent: Intent, result: WireResult) =>
  interpret(intent, prepare(intent, {}), exchange(result));
const status = fc.oneof(
  fc.integer({ min: 100, max: 599 }),
  fc.constantFrom(200, 201, 204, 208, 404, 422, 429, 500),
);

/** One of their objects with some of its fields gone, wrong or new. */
function damaged(whole: object) {
  const change = fc.tuple(
    fc.constantFrom(...Object.keys(whole), "errors", "title", "__proto__"),
    fc.jsonValue(),
  );
  return fc
    .array(change, { minLength: 1, maxLength: 5 })
    .map((changes) => ({ ...whole, ...Object.fromEntries(changes) }));
}

const anyBody = fc.oneof(
  fc.string(),
  fc.json(),
  damaged(theirPayment).map((body) => JSON.stringify(body)),
  damaged(theirAgreement).map((body) => JSON.stringify(body)),
);

describe("whatever comes back", () => {
  it("is judged without an error, and random bytes are never taken for a created or cancelled payment", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...intents),
        status,
        fc.oneof(fc.string(), fc.json()),
        (intent, code, body) => {
          const { kind } = judge(intent, answered(code, body));
          const emptyOrJson = body.trim() === "" || readJson(body) !== undefined;
          expect(kind === "accepted").toBe(
            intent === subscribeEvents && code >= 200 && code < 300 && emptyOrJson,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("is accepted as a payment only with our reference, amount and currency", () => {
    fc.assert(
      fc.property(status, damaged(theirPayment), (code, body) => {
        const outcome = judge(createPayment, answered(code, body));
        if (outcome.kind !== "accepted") return;
        expect(code).toBeGreaterThanOrEqual(200);
        expect(code).toBeLessThan(300);
        expect(outcome.evidence).toMatchObject([
          { amountMinor: 49_900, currency: "DKK", ref: { reference: "INV-20240415-0007" } },
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it("outside 2xx is never accepted", () => {
    fc.assert(
      fc.property(fc.constantFrom(...intents), status, anyBody, (intent, code, body) => {
        fc.pre(code < 200 || code > 299);
        expect(judge(intent, answered(code, body)).kind).not.toBe("accepted");
      }),
    );
  });

  it("is read as a page or not at all", () => {
    fc.assert(
      fc.property(status, anyBody, fc.option(fc.string()), (code, body, after) => {
        const page = pageOf(exchange(answered(code, body)), after);
        if (page !== null) expect(page.next === null || page.next !== after).toBe(true);
        readPage(readJson(body));
      }),
    );
  });
});

describe("the mappings", () => {
  it("never fail on damaged objects", () => {
    fc.assert(
      fc.property(
        damaged(theirPayment),
        damaged(theirMandate),
        damaged(theirAgreement),
        (one, two, three) => {
          const payment = readObject(wirePayment, one);
          const mandate = readObject(wireMandate, two);
          const agreement = readObject(wireAgreement, three);
          if (payment) expect(paymentEvidence(payment).about).toBe("payment");
          if (mandate) expect(mandateEvidence(mandate).about).toBe("mandate");
          if (agreement) expect(agreementEvidence(agreement)?.about).toBe("agreement");
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("whatever comes in", () => {
  const event = fc.record({ objectType: fc.jsonValue(), eventType: fc.jsonValue(), data: fc.jsonValue() });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 500 }),
    fc
      .oneof(
        fc.json(),
        event.map((one) => JSON.stringify(one)),
      )
      .map((text) => new TextEncoder().encode(text)),
  );

  it("is received without an error, never believed, and answered", () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom("GET", "POST", "HEAD"), (body, method) => {
        const received = receive({ method, query: {}, headers: {}, body });
        expect(received.authenticity).toBe("unsigned");
        expect(received.stored.status).toBe(200);
        expect(received.dedupeKey).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 2000 },
    );
  });
});
