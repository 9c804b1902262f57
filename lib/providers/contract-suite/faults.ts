import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange, Operation } from "@/lib/providers/contract";
import { defaultLimits, type TransportLimits } from "@/lib/providers/transport";
import type { Fault } from "@/simulators/kit/faults";
import { type Attempted, type Bench, expectProof, inAWord, pathOf } from "./bench";

interface Mishap {
  name: string;
  fault: Omit<Fault, "method" | "path" | "times">;
  /** Whether the provider has done it all the same. */
  arrives: boolean;
  outcomes: readonly string[];
  limits?: TransportLimits;
  /** What a call whose answer has no published shape may answer: this, when it is at least as loose. */
  loose?: "anything" | "name";
}

const unknown = ["unknown"];
const after = (name: string, body: string, more: Partial<Mishap> = {}): Mishap => ({
  name: `200 with ${name}`,
  fault: { kind: "status-after", status: 200, body },
  arrives: true,
  outcomes: unknown,
  ...more,
});
const status = (code: number, outcomes: readonly string[]): Mishap => ({
  name: `status ${code}`,
  fault: { kind: "status", status: code },
  arrives: false,
  outcomes,
});

/** Everything that the kit can do to one exchange, with the only outcomes that it may have. */
const mishaps: readonly Mishap[] = [
  { name: "cut before", fault: { kind: "cut-before" }, arrives: false, outcomes: unknown },
  { name: "cut after", fault: { kind: "cut-after" }, arrives: true, outcomes: unknown },
  { name: "cut in the body", fault: { kind: "cut-in-body" }, arrives: true, outcomes: unknown },
  {
    name: "no answer",
    fault: { kind: "hang" },
    arrives: true,
    outcomes: unknown,
    limits: { ...defaultLimits, timeoutMs: 400 },
  },
  status(401, ["held:credential"]),
  status(403, ["held:credential"]),
  status(429, ["held:rate", "unknown"]),
  status(500, unknown),
  status(503, unknown),
  { name: "500 after", fault: { kind: "status-after", status: 500 }, arrives: true, outcomes: unknown },
  after("a web page", "<!doctype html><title>502</title>"),
  after("half a JSON", '{"uuid":"0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e","sta'),
  after("garbage", "\u0001\u0002 not what we asked for"),
  after("nothing", "", { loose: "anything" }),
  after("an empty object", "{}", { loose: "anything" }),
  after("an empty list", "[]", { loose: "anything" }),
  after("null", "null", { loose: "anything" }),
  after("a number", "200", { loose: "anything" }),
  after("another's object", '{"id":"x","handle":"x","uuid":"x","code":"x","statusCode":"RECEIVED"}', {
    loose: "name",
  }),
  after("three megabytes", "x".repeat(3 * 1024 * 1024)),
];

const quotedNumbers = ["010170-1234", "0101701234", "NL91ABNA0417164300", "0440116243"];
const quote = `Debtor ${quotedNumbers.join(", ")} refused`;
/** A refusal in every shape that a provider here uses, with people's data in each of its texts. */
const quoting = JSON.stringify({
  title: quote,
  detail: quote,
  traceId: "0HN1EXAMPLE:00000001",
  errors: { amount: [quote], cvrNumber: [quote] },
  errorCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT",
  errorDescription: quote,
  violations: [
    { propertyPath: "customer.bankAccount.iban", message: quote },
    { propertyPath: "amount", message: quote },
  ],
});

async function afterMishap(bench: Bench, operation: Operation, mishap: Mishap): Promise<Attempted> {
  const { harness, provider } = bench;
  const intent = await harness().intent(operation);
  const prepared = provider.prepare(intent, harness().settings);
  harness().simulator.faults.arm({
    ...mishap.fault,
    method: prepared.method,
    path: pathOf(harness(), prepared),
    times: 1,
  });
  const attempted = await bench.attempt(intent, mishap.limits ? { limits: mishap.limits } : {});
  expect(harness().simulator.faults.list()).toEqual([]);
  return attempted;
}

/** An answer without a body that is cut in its body has come whole. */
const cameWhole = (bench: Bench, { prepared }: Attempted, { fault }: Mishap): boolean =>
  fault.kind === "cut-in-body" && bench.effects(prepared).every((entry) => entry.answer === "");

function describeOperation(bench: Bench, operation: Operation): void {
  const { provider } = bench;

  it.each(mishaps)("$name is $outcomes, and a look-up finds out", async (mishap) => {
    const { blind, loose } = bench.harness();
    const attempted = await afterMishap(bench, operation, mishap);
    const shapeless = mishap.loose && (loose[operation] === "anything" || loose[operation] === mishap.loose);
    if (!cameWhole(bench, attempted, mishap) && !shapeless)
      expect(mishap.outcomes).toContain(inAWord(attempted.outcome));
    expect(bench.effects(attempted.prepared)).toHaveLength(mishap.arrives ? 1 : 0);
    if (blind.includes(operation)) return;
    const { verdict, readings } = await provider.lookUp(bench.line(), attempted.intent, attempted.prepared);
    expect(verdict).toBe(mishap.arrives ? "present" : "absent");
    expectProof(readings.flatMap((one) => one.evidence));
  });

  it.each([301, 302, 307, 308])("a redirect with %i is not followed", async (code) => {
    const { simulator } = bench.harness();
    const { outcome, exchange } = await afterMishap(bench, operation, {
      ...status(code, unknown),
      fault: { kind: "status", status: code, headers: { location: `${simulator.url}/elsewhere` } },
    });
    expect(inAWord(outcome)).toBe("unknown");
    expect(exchange.result).toMatchObject({ kind: "answered", status: code });
    expect(simulator.journal.filter((entry) => entry.path === "/elsewhere")).toEqual([]);
  });

  it("Retry-After is kept when the provider asks for a pause", async () => {
    const { outcome } = await afterMishap(bench, operation, {
      ...status(429, []),
      fault: { kind: "status", status: 429, headers: { "retry-after": "90" } },
    });
    if (outcome.kind === "held") expect(outcome.retryAfterMs).toBe(90_000);
    else expect(outcome.kind).toBe("unknown");
  });

  it("what is kept of a refusal quotes nobody's number and nobody's account", async () => {
    const intent = await bench.harness().intent(operation);
    const { settings } = bench.harness();
    const prepared = provider.prepare(intent, settings);
    const request = { method: prepared.method, url: "http://127.0.0.1/", headers: {} };
    for (const code of [400, 401, 404, 409, 422, 428, 429, 500]) {
      const result = { kind: "answered", status: code, headers: {}, body: quoting } as const;
      const exchange: Exchange = { request, sentAt: new Date(0), ms: 1, result };
      const kept = JSON.stringify(provider.interpret(intent, prepared, exchange, settings));
      for (const quoted of quotedNumbers) expect(kept).not.toContain(quoted);
    }
  });

  it("no answer whatever makes it throw, and none that is not about it is accepted", async () => {
    const intent = await bench.harness().intent(operation);
    const { settings, loose } = bench.harness();
    const prepared = provider.prepare(intent, settings);
    const request = { method: prepared.method, url: "http://127.0.0.1/", headers: {} };
    const body = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...Object.values(intent).map(String)));
    const strict = operation.endsWith(".create") && loose[operation] === undefined;
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), body, (code, text) => {
        const result = { kind: "answered", status: code, headers: {}, body: text } as const;
        const exchange: Exchange = { request, sentAt: new Date(0), ms: 1, result };
        const outcome = provider.interpret(intent, prepared, exchange, settings);
        if (strict) expect(outcome.kind).not.toBe("accepted");
        if (code >= 500) expect(outcome.kind).toBe("unknown");
      }),
    );
  });
}

/** Everything that goes wrong on the way: never taken for done, never taken for not done, always found out. */
export function describeFaults(bench: Bench): void {
  for (const operation of bench.operations)
    describe(`${operation}: when it goes wrong`, () => describeOperation(bench, operation));
}
