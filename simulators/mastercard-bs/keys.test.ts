import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { createSecureContext } from "node:tls";
import forge from "node-forge";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningSimulator } from "../kit/server";
import { startMastercardBs } from "./start";
import { anything, control, createBody, makeKey, standingClock, TestClient } from "./testing/client";

const clock = standingClock("2026-03-02T10:00:00Z");
let sim: RunningSimulator;

beforeAll(async () => {
  sim = await startMastercardBs({ clock });
});
afterAll(() => sim.close());

/** Key and certificate by friendly name, as a client of the portal takes them out. */
function opened(p12: string, alias: string, password: string) {
  const node = forge.asn1.fromDer(Buffer.from(p12, "base64").toString("latin1"));
  const container = forge.pkcs12.pkcs12FromAsn1(node, password);
  const bag = (bagType: string) => container.getBags({ friendlyName: alias, bagType }).friendlyName?.[0];
  const key = bag(forge.pki.oids.pkcs8ShroudedKeyBag ?? "")?.key;
  const certificate = bag(forge.pki.oids.certBag ?? "")?.cert;
  if (!key || !certificate) throw new Error("nothing under this alias");
  return { key: createPrivateKey(forge.pki.privateKeyToPem(key)), certificate };
}

describe("the key generator", () => {
  for (const legacy of [false, true])
    it(`hands out a container with key and certificate under the alias, ${legacy ? "old" : "new"} encryption`, async () => {
      const made = await makeKey(sim.url, { alias: "my alias", password: "s3cret", legacy });
      const { key, certificate } = opened(made.p12, "my alias", "s3cret");
      const spki = createPublicKey(key).export({ type: "spki", format: "der" });
      expect(createPublicKey(made.pem).export({ type: "spki", format: "der" })).toEqual(spki);
      expect(
        createPublicKey(forge.pki.certificateToPem(certificate)).export({ type: "spki", format: "der" }),
      ).toEqual(spki);
      expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
      expect(made.fingerprint).toBe(createHash("sha256").update(spki).digest("hex"));
      expect(certificate.validity).toEqual({ notBefore: clock.now(), notAfter: new Date(made.expiresAt) });
      expect(made.expiresAt).toBe("2027-03-02T10:00:00.000Z");
      expect(made.consumerKey).toMatch(/^[\w-]{48}![0-9a-f]{32}0{16}$/);
      expect(() => opened(made.p12, "my alias", "wrong")).toThrow();
      expect((await new TestClient(sim.url, clock, made).post(createBody().text)).status).toBe(201);
    });

  it("makes a new container that OpenSSL 3 opens and an old one that it refuses", async () => {
    const input = { password: "s3cret" };
    const read = (p12: string) =>
      createSecureContext({ pfx: Buffer.from(p12, "base64"), passphrase: "s3cret" });
    const modern = await makeKey(sim.url, input);
    const legacy = await makeKey(sim.url, { ...input, legacy: true });
    expect(() => read(modern.p12)).not.toThrow();
    expect(() => read(legacy.p12)).toThrow(/unsupported/i);
  });

  it("registers a key made elsewhere, once", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const consumerKey = `${"c".repeat(48)}!${"1".repeat(48)}`;
    const publicKeyPem = publicKey.export({ type: "spki", format: "pem" });
    const input = { environment: "sandbox", consumerKey, publicKeyPem };
    await control(sim.url, "keys", input, anything);
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const own = new TestClient(sim.url, clock, { consumerKey, pem });
    expect((await own.post(createBody().text)).status).toBe(201);
    await expect(control(sim.url, "keys", input, anything)).rejects.toThrow(/422.*exists/);
  });

  it("refuses a public key that is none, a short consumer key and a client of the other environment", async () => {
    const made = await makeKey(sim.url);
    const clientId = made.consumerKey.slice(0, 48);
    const publicKeyPem = createPublicKey(made.pem).export({ type: "spki", format: "pem" });
    const consumerKey = `${"d".repeat(48)}!${"1".repeat(48)}`;
    const other = { environment: "production", alias: "a", password: "b", clientId };
    for (const input of [
      { environment: "sandbox", consumerKey, publicKeyPem: "nonsense" },
      { environment: "sandbox", consumerKey: "short", publicKeyPem },
      other,
    ])
      await expect(control(sim.url, "keys", input, anything)).rejects.toThrow(/422/);
  });

  it("keeps no private key", async () => {
    const made = await makeKey(sim.url);
    const reply = await fetch(`${sim.url}/_sim/keys`);
    const text = await reply.text();
    expect(text).toContain(made.fingerprint);
    expect(text).not.toContain("PRIVATE KEY");
    expect(text).not.toContain(made.p12.slice(100, 200));
  });
});
