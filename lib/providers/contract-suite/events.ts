import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hint, Incoming, Reading, Received } from "@/lib/providers/contract";
import { type Bench, type Delivery, secretsIn } from "./bench";

const settingsToTry = [{}, { require_signature: "yes" }, { json_reply_to_unsigned: "yes" }];

async function follow(bench: Bench, hint: Hint): Promise<readonly Reading[]> {
  const line = bench.line();
  const { listMandates, listPayments } = bench.provider;
  switch (hint.about) {
    case "mandate":
      return bench.provider.readMandates(line, [hint.ref]);
    case "payment":
      return bench.provider.readPayments(line, [hint.ref]);
    case "mandates":
      return listMandates ? [(await listMandates(line, null)).reading] : [];
    case "payments":
      return listPayments ? [(await listPayments(line, null)).reading] : [];
  }
}

const arbitraryCall: fc.Arbitrary<Incoming> = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "", "get"),
  query: fc.dictionary(fc.string(), fc.string()),
  headers: fc.dictionary(
    fc.constantFrom("content-type", "Content-Type", "signature", "signature-method", "signature-keyid", "x"),
    fc.oneof(
      fc.string(),
      fc.constantFrom("application/json", "multipart/form-data; boundary=x", "HMAC", "AT-1000-2000"),
    ),
  ),
  body: fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc
      .stringMatching(/^[a-zA-Z_.]{0,20}=[^&]{0,30}(&[a-z]{0,9}=.{0,20}){0,5}$/)
      .map((text) => new TextEncoder().encode(text)),
  ),
});

/** A later delivery of the same bytes: its headers are those of another request. */
const repeated = ({ incoming }: Delivery): Incoming => ({
  ...incoming,
  headers: { ...incoming.headers, date: "later", "x-forwarded-for": "127.0.0.1" },
});

/** Messages in: every form is understood, none is believed, and nothing that comes can do harm. */
export function describeEvents(bench: Bench): void {
  const { provider } = bench;
  const { receive } = provider;
  if (!receive) return;
  const read = (incoming: Incoming, settings = {}): Received =>
    receive(incoming, bench.harness().secrets, settings);

  describe("messages in", () => {
    it("are understood in every form, and lead to what they are about", async () => {
      const deliveries = await bench.harness().deliveries();
      expect(deliveries.length).toBeGreaterThan(0);
      for (const { form, incoming, about } of deliveries) {
        const received = read(incoming);
        expect([form, received.authenticity]).not.toEqual([form, "refused"]);
        expect([form, received.known]).toEqual([form, true]);
        expect(received.title, form).not.toBe("");
        expect(received.hints.length, form).toBeGreaterThan(0);
        const found: string[] = [];
        for (const hint of received.hints)
          for (const reading of await follow(bench, hint))
            found.push(...reading.evidence.map((one) => ("providerId" in one ? (one.providerId ?? "") : "")));
        expect(found, `${form} ${JSON.stringify(received.hints)}`).toContain(about.providerId);
      }
    }, 60_000);

    it("that repeat share a name, and different ones do not", async () => {
      const deliveries = await bench.harness().deliveries();
      const names = new Map<string, string>();
      for (const delivery of deliveries) {
        const { dedupeKey } = read(delivery.incoming);
        expect(read(repeated(delivery)).dedupeKey).toBe(dedupeKey);
        const bytes = `${JSON.stringify(delivery.incoming.query)} ${Buffer.from(delivery.incoming.body).toString("hex")}`;
        expect(names.get(dedupeKey) ?? bytes).toBe(bytes);
        names.set(dedupeKey, bytes);
      }
    });

    it("are answered so that the provider stops, or comes again", async () => {
      for (const { incoming } of await bench.harness().deliveries()) {
        const { stored, failed } = read(incoming);
        expect(stored.status).toBe(200);
        expect(failed.status).toBeGreaterThanOrEqual(500);
      }
    });

    it("never make it throw, whatever their bytes, and never say what is known", () => {
      fc.assert(
        fc.property(arbitraryCall, fc.constantFrom(...settingsToTry), (incoming, settings) => {
          const received = read(incoming, settings);
          expect(received.dedupeKey).not.toBe("");
          expect(received.title.length).toBeLessThanOrEqual(200);
          if (received.authenticity === "refused") expect(received.hints).toEqual([]);
        }),
        { numRuns: 500 },
      );
    });

    it("have nothing of the credential in what is kept of them", async () => {
      const { secrets } = bench.harness();
      for (const { incoming } of await bench.harness().deliveries())
        for (const secret of secretsIn(secrets)) expect(JSON.stringify(read(incoming))).not.toContain(secret);
    });
  });
}
