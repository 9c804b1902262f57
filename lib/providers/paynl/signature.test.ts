import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Incoming, Values } from "@/lib/providers/contract";
import { receive } from "@/lib/providers/paynl/receive";
import { bytes, call, json, post, read, SECRET, secrets } from "@/lib/providers/paynl/testing-calls";

function signed(body: string, headers: Record<string, string> = {}, algorithm = "sha256"): Incoming {
  const signature = createHmac(algorithm, SECRET).update(body).digest("hex");
  return post(body, {
    "content-type": "application/json",
    "Signature-Method": "HMAC",
    "Signature-KeyId": "SL-1000-2000",
    "Signature-Algorithm": algorithm,
    Signature: signature,
    ...headers,
  });
}

describe("a signature", () => {
  const body =
    '{"action":"incassocollected","mandateId":"IO-1000-2000-3000","referenceId":"IL-1000-2000-3001","amount":"49.99"}';

  it.each([
    ["sha256", "789ecb495725d86dca47978fb5e529be66aa21fa6d00518f332972b6eeaf3f55"],
    [
      "sha512",
      "1cdd67cf5fc638575fee4766fbf9ca3420e31474cfe3a02a3767bc790e1d7db276d6443c99c8d7ef56f36c9db40e066d8ce93d967af83841ee9156e28728edad",
    ],
  ])("of a known vector in %s is right", (algorithm, signature) => {
    const incoming = signed(body, { Signature: signature, "Signature-Algorithm": algorithm });
    expect(read(incoming)).toMatchObject({
      authenticity: "signed",
      known: true,
      stored: {
        status: 200,
        contentType: "application/json",
        body: '{"result":true,"description":"stored"}',
      },
      failed: { body: '{"result":false,"description":"try again"}' },
    });
  });

  it("is right in sha384, with sha256 when no algorithm is named, and with the token pair", () => {
    expect(read(signed(body, {}, "sha384")).authenticity).toBe("signed");
    const { "Signature-Algorithm": _, ...headers } = signed(body).headers;
    expect(read({ ...signed(body), headers }).authenticity).toBe("signed");
    const token = createHmac("sha256", "f".repeat(40)).update(body).digest("hex");
    expect(read(signed(body, { Signature: token, "Signature-KeyId": "AT-1000-2000" })).authenticity).toBe(
      "signed",
    );
  });

  it.each<[string, Incoming, Values]>([
    ["over another body", { ...signed(body), body: bytes(`${body} `) }, secrets],
    ["of another secret", signed(body, { Signature: "0".repeat(64) }), secrets],
    ["that is cut", signed(body, { Signature: "789ecb" }), secrets],
    ["that is empty", signed(body, { Signature: "" }), secrets],
    ["that is no hex", signed(body, { Signature: "zz".repeat(32) }), secrets],
    ["of a key we do not have", signed(body, { "Signature-KeyId": "SL-9999-9999" }), secrets],
    ["of an algorithm outside the list", signed(body, { "Signature-Algorithm": "md5" }), secrets],
    ["of an odd algorithm", signed(body, { "Signature-Algorithm": "__proto__" }), secrets],
    ["of another method", signed(body, { "Signature-Method": "RSA" }), secrets],
    [
      "with a key we have no secret for",
      signed(body),
      { signing_key_id: "SL-1000-2000", signing_secret: "" },
    ],
    ["without a key", signed(body, { "Signature-KeyId": "" }), {}],
  ])("%s is refused with 401, and says nothing", (_, incoming, keys) => {
    const said = receive(incoming, keys, {});
    expect(said).toMatchObject({ authenticity: "refused", hints: [], known: false });
    expect([said.stored.status, said.failed.status]).toEqual([401, 401]);
  });

  it("does not cover a query", () => {
    const empty = createHmac("sha256", SECRET).update("").digest("hex");
    const incoming = { ...signed("", { Signature: empty }), query: call, method: "GET" };
    expect(read(incoming)).toMatchObject({ authenticity: "unsigned", known: true });
    expect(read(incoming, { require_signature: "yes" }).authenticity).toBe("refused");
  });

  it("must be there when the connection says so", () => {
    expect(read(json(call), { require_signature: "yes" }).stored.status).toBe(401);
    expect(read(signed(body), { require_signature: "yes" }).authenticity).toBe("signed");
  });

  it("refuses a forged copy apart from the genuine call", () => {
    const forged = read(signed(body, { Signature: "0".repeat(64) }));
    expect(forged.dedupeKey).not.toBe(read(signed(body)).dedupeKey);
  });
});
