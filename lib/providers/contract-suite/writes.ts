import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import type { Intent, Operation } from "@/lib/providers/contract";
import { closedPort } from "@/lib/testing/listener";
import { allOperations, type Bench, expectProof, inAWord, pathOf, secretsIn } from "./bench";

/** An intent of any operation, for those that a provider does not offer. */
function sample(operation: Operation): Intent {
  const agreement = { id: "agr_1", scheme: "x", providerId: null, values: {}, test: true };
  const base = { key: randomUUID(), agreement };
  const mandate = { id: "man_1", state: "active", providerId: "x", values: {} } as const;
  const samples: { [K in Operation]: Extract<Intent, { operation: K }> } = {
    "mandate.create": {
      ...base,
      operation: "mandate.create",
      mandateId: "man_1",
      values: {},
      customerNumber: "1",
      debtorName: "x",
      eventsUrl: null,
    },
    "mandate.end": { ...base, operation: "mandate.end", mandate },
    "payment.create": {
      ...base,
      operation: "payment.create",
      paymentId: "pay_1",
      mandate,
      amountMinor: 100,
      currency: "DKK",
      due: day("2026-12-01"),
      text: "x",
      reference: "x",
    },
    "payment.cancel": { ...base, operation: "payment.cancel", paymentId: "pay_1", providerId: "x" },
    "agreement.register": { ...base, operation: "agreement.register" },
    "events.subscribe": { ...base, operation: "events.subscribe", eventsUrl: "https://desk.example.org" },
  };
  return samples[operation];
}

function describeOperation(bench: Bench, operation: Operation): void {
  const { provider } = bench;

  it("prepares the same bytes every time, for the key it was given, with no credential in them", async () => {
    const { settings, secrets } = bench.harness();
    const intent = await bench.harness().intent(operation);
    const prepared = provider.prepare(intent, settings);
    expect(provider.prepare(structuredClone(intent), { ...settings })).toEqual(prepared);
    expect(prepared).toMatchObject({ operation, key: intent.key });
    expect(prepared.path).toMatch(/^\/[^/]/);
    for (const secret of secretsIn(secrets)) {
      expect(JSON.stringify(prepared)).not.toContain(secret);
      expect(JSON.stringify(prepared)).not.toContain(Buffer.from(secret).toString("base64").slice(0, -2));
    }
  });

  it("is accepted once, with proof, and is found by a look-up", async () => {
    const attempted = await bench.attempt(await bench.harness().intent(operation));
    expect(inAWord(attempted.outcome)).toBe("accepted");
    if (attempted.outcome.kind === "accepted") {
      expect(attempted.outcome.evidence.length).toBeGreaterThan(0);
      expectProof(attempted.outcome.evidence);
    }
    expect(bench.effects(attempted.prepared)).toHaveLength(1);
    const found = await provider.lookUp(bench.line(), attempted.intent, attempted.prepared);
    if (bench.harness().blind.includes(operation)) return;
    expect(found.verdict).toBe("present");
    const evidence = found.readings.flatMap((one) => one.evidence);
    expect(evidence.length).toBeGreaterThan(0);
    expectProof(evidence);
  });

  it("goes out again byte for byte, and has one effect or says that a person must release a repeat", async () => {
    const { intent, prepared, exchange } = await bench.attempt(await bench.harness().intent(operation));
    const again = await provider.send(bench.line(), prepared);
    expect({ ...again.request, headers: {} }).toEqual({ ...exchange.request, headers: {} });
    const plain = ({ authorization: _, ...rest }: Readonly<Record<string, string>>) => rest;
    expect(plain(again.request.headers)).toEqual(plain(exchange.request.headers));
    const second = provider.interpret(intent, prepared, again, bench.harness().settings);
    expect(["accepted", "unknown"]).toContain(second.kind);
    const times = bench.effects(prepared).length;
    if (times > 1) expect(provider.resend("simulator", {}).afterAbsence).toBe("person");
    else expect(times).toBe(1);
  });
}

/** What keeps it from happening, and that nothing else is asked of the provider for it. */
function describeObstacles(bench: Bench, operation: Operation): void {
  const { provider } = bench;

  it("is refused with the provider's words when its content is wrong, and leaves nothing behind", async () => {
    const intent = await bench.harness().refusedIntent(operation);
    if (intent === null) return;
    const { outcome, prepared } = await bench.attempt(intent);
    expect(inAWord(outcome)).toBe("refused");
    if (outcome.kind !== "refused") return;
    expect(outcome.refusal.reason.code).not.toBe("");
    expect(provider.reasons).toHaveProperty([outcome.refusal.reason.code]);
    expect(bench.effects(prepared)).toEqual([]);
  });

  it("is held for its credential when that is wrong, without an effect", async () => {
    const { wrongSecrets, intent } = bench.harness();
    const { outcome, prepared } = await bench.attempt(await intent(operation), { secrets: wrongSecrets });
    expect(inAWord(outcome)).toBe("held:credential");
    expect(bench.effects(prepared)).toEqual([]);
  });

  it("is held when nobody listens: no byte of it has left", async () => {
    const address = new URL(bench.harness().baseUrl);
    address.port = await closedPort();
    const baseUrl = address.href.replace(/\/$/, "");
    const { outcome } = await bench.attempt(await bench.harness().intent(operation), { baseUrl });
    expect(inAWord(outcome)).toBe("held:unreachable");
  });

  it("goes to one address in one request", async () => {
    const { journal } = bench.harness().simulator;
    const intent = await bench.harness().intent(operation);
    const before = journal.at(-1)?.n ?? 0;
    const { prepared } = await bench.attempt(intent);
    const sent = journal.filter((entry) => entry.n > before);
    expect(sent.map((entry) => `${entry.method} ${entry.path}`)).toEqual([
      `${prepared.method} ${pathOf(bench.harness(), prepared)}`,
    ]);
  });
}

/** What a provider offers works, what it does not offer is refused before anything leaves. */
export function describeWrites(bench: Bench): void {
  const { provider, operations } = bench;

  describe("what it does not offer", () => {
    it("is refused before a byte is made", () => {
      const before = bench.seen.exchanges.length;
      for (const operation of allOperations.filter((one) => !operations.includes(one)))
        expect(() => provider.prepare(sample(operation), {}), operation).toThrow(Error);
      expect(bench.seen.exchanges).toHaveLength(before);
    });

    it("has no function either, and what it offers has one", () => {
      const offers = provider.capabilities("simulator", {});
      expect(provider.listMandates !== undefined).toBe(offers.listMandates);
      expect(provider.listPayments !== undefined).toBe(offers.listPayments);
      expect(provider.readAgreements !== undefined).toBe(offers.registerAgreement);
      expect(provider.receive !== undefined).toBe(offers.receivesEvents);
    });
  });

  for (const operation of operations)
    describe(operation, () => {
      describeOperation(bench, operation);
      describeObstacles(bench, operation);
    });
}
