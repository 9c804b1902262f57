import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { MandateRef, Operation, PaymentRef, Probe, Reading } from "@/lib/providers/contract";
import { closedPort } from "@/lib/testing/listener";
import type { Fault } from "@/simulators/kit/faults";
import { type Attempted, type Bench, expectProof, type LineOptions } from "./bench";

/** Ways in which a provider cannot be read; none of them says anything about what is there. */
const outages: readonly { name: string; fault: Omit<Fault, "times"> }[] = [
  { name: "status 503", fault: { kind: "status", status: 503 } },
  { name: "status 500", fault: { kind: "status", status: 500 } },
  { name: "status 429", fault: { kind: "status", status: 429 } },
  { name: "status 401", fault: { kind: "status", status: 401 } },
  { name: "status 403", fault: { kind: "status", status: 403 } },
  { name: "a redirect", fault: { kind: "status", status: 302, headers: { location: "/elsewhere" } } },
  { name: "a line that is cut", fault: { kind: "cut-before" } },
  { name: "an answer that is cut", fault: { kind: "cut-in-body" } },
  { name: "a web page", fault: { kind: "status", status: 200, body: "<html>maintenance</html>" } },
  { name: "a 404 of some server", fault: { kind: "status", status: 404, body: "<html>not found</html>" } },
  { name: "an empty answer", fault: { kind: "status", status: 200, body: "" } },
  { name: "an empty object", fault: { kind: "status", status: 200, body: "{}" } },
  { name: "half a JSON", fault: { kind: "status", status: 200, body: '{"results":[{"id":"x"' } },
];

const createsOf = (bench: Bench): readonly Operation[] =>
  bench.operations.filter((one) => one === "mandate.create" || one === "payment.create");

/** Reads again what a create made, by every name that it is known under. */
async function readAgain(bench: Bench, made: Attempted, options?: LineOptions): Promise<readonly Reading[]> {
  const { intent, outcome } = made;
  const [evidence] = outcome.kind === "accepted" ? outcome.evidence : [];
  const line = bench.line(options);
  if (intent.operation === "mandate.create" && evidence?.about === "mandate") {
    const ref: MandateRef = { ourId: intent.mandateId, key: intent.key };
    const { providerId } = evidence;
    return bench.provider.readMandates(line, [providerId === null ? ref : { ...ref, providerId }]);
  }
  if (intent.operation === "payment.create" && evidence?.about === "payment") {
    const { providerId } = evidence;
    const mandate = intent.mandate.providerId ?? "";
    const refs: PaymentRef[] = [
      { reference: intent.reference, mandateProviderId: mandate },
      ...(providerId === null ? [] : [{ providerId }]),
    ];
    return bench.provider.readPayments(line, refs);
  }
  return [];
}

function expectFound(made: Attempted, readings: readonly Reading[]): void {
  const evidence = readings.filter((one) => one.outcome === "read").flatMap((one) => one.evidence);
  expectProof(evidence);
  const { intent } = made;
  const names = evidence.map((one) => ("ref" in one ? JSON.stringify(one.ref) : ""));
  const ours =
    intent.operation === "payment.create" ? intent.reference : "mandateId" in intent ? intent.mandateId : "";
  expect(names.join("\n")).toContain(ours);
}

function describeOutages(bench: Bench): void {
  it.each(outages)("nothing is concluded from $name", async ({ fault }) => {
    for (const operation of createsOf(bench)) {
      const made = await bench.attempt(await bench.harness().intent(operation));
      bench.harness().simulator.faults.arm({ ...fault, times: 1_000 });
      const { verdict } = await bench.provider.lookUp(bench.line(), made.intent, made.prepared);
      const readings = await readAgain(bench, made);
      bench.harness().simulator.faults.clear();
      expect(verdict).toBe("unreadable");
      expect(readings.length).toBeGreaterThan(0);
      for (const reading of readings) expect([reading.outcome, reading.evidence]).toEqual(["unreadable", []]);
    }
  });

  it("nothing is concluded when nobody listens or the credential is wrong", async () => {
    const { baseUrl, wrongSecrets } = bench.harness();
    const away = new URL(baseUrl);
    away.port = await closedPort();
    for (const operation of createsOf(bench)) {
      const made = await bench.attempt(await bench.harness().intent(operation));
      for (const options of [{ baseUrl: away.href.replace(/\/$/, "") }, { secrets: wrongSecrets }]) {
        const { verdict } = await bench.provider.lookUp(bench.line(options), made.intent, made.prepared);
        expect(verdict).toBe("unreadable");
        for (const reading of await readAgain(bench, made, options))
          expect(reading.outcome).toBe("unreadable");
      }
    }
  });

  it("a list that cannot be read says so and has no next page", async () => {
    const { listMandates, listPayments } = bench.provider;
    for (const list of [listMandates, listPayments])
      for (const { fault } of list ? outages : []) {
        bench.harness().simulator.faults.arm({ ...fault, times: 1 });
        const page = await list?.(bench.line(), null);
        expect(page).toMatchObject({ reading: { outcome: "unreadable", evidence: [] }, next: null });
      }
  });
}

function describeProbe(bench: Bench): void {
  const probe = (options?: LineOptions): Promise<Probe> => bench.provider.probe(bench.line(options));

  it("is well with the right credential, and changes nothing", async () => {
    const { journal } = bench.harness().simulator;
    const before = journal.at(-1)?.n ?? 0;
    expect(await probe()).toMatchObject({ ok: true, problem: null });
    expect(journal.filter((entry) => entry.n > before && entry.effect !== null)).toEqual([]);
  });

  it("says that the credential is refused, and what the provider said", async () => {
    const { ok, problem, detail } = await probe({ secrets: bench.harness().wrongSecrets });
    expect([ok, problem]).toEqual([false, "credential_refused"]);
    expect(detail).not.toBe("");
  });

  it("says that nobody is there", async () => {
    const away = new URL(bench.harness().baseUrl);
    away.port = await closedPort();
    const { ok, problem } = await probe({ baseUrl: away.href.replace(/\/$/, "") });
    expect([ok, problem]).toEqual([false, "unreachable"]);
  });

  it.each(outages)("is not well after $name", async ({ fault }) => {
    bench.harness().simulator.faults.arm({ ...fault, times: 1 });
    const { ok, problem } = await probe();
    // An empty object is all that some providers' answer to a probe promises.
    if (fault.body === "{}" && ok) return;
    expect(ok).toBe(false);
    expect(problem).not.toBeNull();
  });
}

/** Reading: what is there is found, what is not there is not, and an outage is never taken for either. */
export function describeReads(bench: Bench): void {
  const { provider } = bench;

  describe("what is there", () => {
    it("is read by every name that it is known under", async () => {
      for (const operation of createsOf(bench)) {
        const made = await bench.attempt(await bench.harness().intent(operation));
        expectFound(made, await readAgain(bench, made));
      }
    });

    it("is in the list of everything, however many pages that has", async () => {
      const [operation] = createsOf(bench);
      if (!provider.listPayments || operation !== "payment.create") return;
      const made = await bench.attempt(await bench.harness().intent(operation));
      const readings: Reading[] = [];
      for (let cursor: string | null = null; ; ) {
        const page: { reading: Reading; next: string | null } = await provider.listPayments(
          bench.line(),
          cursor,
        );
        readings.push(page.reading);
        if (page.next === null) break;
        cursor = page.next;
      }
      expectFound(made, readings);
    });
  });

  describe("what is not there", () => {
    it("is absent to a look-up, and no reading claims it", async () => {
      for (const operation of createsOf(bench)) {
        const intent = await bench.harness().intent(operation);
        const prepared = provider.prepare(intent, bench.harness().settings);
        const { verdict, readings } = await provider.lookUp(bench.line(), intent, prepared);
        expect(verdict).toBe("absent");
        expect(readings.flatMap((one) => one.evidence)).toEqual([]);
      }
    });

    it("is not read under a made-up name, and no name makes a read throw", async () => {
      const nobody = [randomUUID(), "", "..", "a/b?c#d", "%2e%2e", "x".repeat(10_000), "\u0000"];
      for (const name of nobody) {
        const readings = [
          ...(await provider.readMandates(bench.line(), [{ providerId: name, ourId: name, key: name }])),
          ...(await provider.readPayments(bench.line(), [{ providerId: name }, { reference: name }])),
        ];
        expect(readings.flatMap((one) => one.evidence)).toEqual([]);
      }
    });
  });

  describe("while the provider cannot be read", () => describeOutages(bench));
  describe("the probe", () => describeProbe(bench));
}
