import { verify } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { RunningSimulator } from "../kit/server";
import { baseUri, bodyHash, parseOAuthHeader, signatureBaseString } from "./oauth";
import { startMastercardBs } from "./start";
import {
  anything,
  control,
  gatewayErrors,
  registerKey,
  SANDBOX,
  send,
  standingClock,
  TestClient,
} from "./testing/client";

const P = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmKHOVHuDCsRyEHkhEikI
iL9+NRBQ7XwJQLFz++JqHSbsJ0izn0pBTYCh+Mur0iolCuwcVNihcuxZESff73Hi
Zj/TA+m1j4E9loOIkkMYD7QBxFabPTGL5IVtJbdIcoQHBi1Ed5G+GI0pBn2vBMxv
xtoPv1SnS9Jp0oFoQp0gZ0dMUcFnHIHUUy5ttP4815Jhw/dgwUe5A4IgVKz1k3yx
w57FaCFLregQDyPN0yIx41RtSZ/CtKa2xnkFPQC8Gi9+qr6aWKZgqmgBhzjNn17B
DxTYRGcUKW8ltjOD7Vx540qpTTijdrZnRd41sJvYSmfcXmliZAZgZy3t7Tc9DnTt
KQIDAQAB
-----END PUBLIC KEY-----
`;
const CONSUMER_KEY =
  "EXAMPLEclientIdEXAMPLEclientIdEXAMPLEclientId012!0123456789abcdef0123456789abcdef0000000000000000";
const BODY =
  '{"uuid":"0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e","debtorIdentity":{"cprNumber":"0101701234"},"debtorAccountInformation":{"debtorRegNo":"0040","debtorAccountNo":"0440116243"},"creditorsDebtorReference":"000000000012345","creditorData":{"pbsNumber":2056372,"debtorGroupNumber":1}}';
const BODY_HASH = "ZO2OT0/Wia37hAGogp0N1qjlpw8gupcsN/W2AvB7PNs=";
const BASE_STRING =
  "POST&https%3A%2F%2Fmtf.oauth.payments.mastercard.dk%2Fbetalingsservice%2Fbs-creditor-api-sandbox%2Fdelegated-mandates&oauth_body_hash%3DZO2OT0%2FWia37hAGogp0N1qjlpw8gupcsN%2FW2AvB7PNs%3D%26oauth_consumer_key%3DEXAMPLEclientIdEXAMPLEclientIdEXAMPLEclientId012%210123456789abcdef0123456789abcdef0000000000000000%26oauth_nonce%3DuTeLPs6K%26oauth_signature_method%3DRSA-SHA256%26oauth_timestamp%3D1735732800%26oauth_version%3D1.0";
const SIGNATURE =
  "mGP1E5O86YlNOYxUpEBR9rP7+t+DzodBJGJEL5aJXb85SI40bNSRCHqOHnbAspfrxngB2EbK/aJKZJjkLbo9Wxs2oOfcddOZUXEGUK+3SU0CiUA2kW1Vdmy1r1IzxawBfJGw78H3pcsM6o9NTwG6nHj0ib0sY7QNZCiRlXR0HCjTRAknb3pAbePtNUesq2e3wE21OvNLTgi4IsqVjUSZ7mX7VL55tEzOSMakvtntLHbyK5VusOsQ+9g56AZ4Bpsg0u7ttj0uyGwlmxdeHhfPw4CABZoPoDamAgUyQW4u1ynnhcZHlTwiFjELF/gq5gvD/uKq7aqhl3oEzlXZpty6Ow==";
const vectorHeader = (hash: string) =>
  `OAuth oauth_body_hash="${hash}",oauth_consumer_key="${CONSUMER_KEY}",oauth_nonce="uTeLPs6K",oauth_signature_method="RSA-SHA256",oauth_timestamp="1735732800",oauth_version="1.0",oauth_signature="${encodeURIComponent(SIGNATURE)}"`;

describe("published verification vectors", () => {
  it("hashes bodies as the official libraries do", () => {
    expect(bodyHash(Buffer.from(""))).toBe("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    expect(bodyHash(Buffer.from("{}"))).toBe("RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=");
    expect(bodyHash(Buffer.from('{"foõ":"bar"}'))).toBe("+Z+PWW2TJDnPvRcTgol+nKO3LT7xm8smnsg+//XMIyI=");
  });

  it("builds the base URI: lower case, own port dropped, other port kept", () => {
    const target = { method: "GET", path: "/r%20v/X", query: "?id=123" };
    const uri = (scheme: "http" | "https", host: string) => baseUri({ ...target, scheme, host });
    expect(uri("http", "EXAMPLE.COM:80")).toBe("http://example.com/r%20v/X");
    expect(uri("https", "api.mastercard.com:17443")).toBe("https://api.mastercard.com:17443/r%20v/X");
    expect(uri("https", "api.mastercard.com:443")).toBe("https://api.mastercard.com/r%20v/X");
  });

  it("sorts a query's pairs with the OAuth parameters and takes them as they are", () => {
    const header = parseOAuthHeader(
      'OAuth oauth_consumer_key="aaa!aaa",oauth_nonce="uTeLPs6K",oauth_signature_method="RSA-SHA256",oauth_timestamp="1524771555",oauth_version="1.0"',
    );
    const target = {
      method: "GET",
      scheme: "https" as const,
      host: "SANDBOX.api.mastercard.com",
      path: "/merchantid/v1/merchantid",
      query: "?MerchantId=GOOGLE%20LTD%20ADWORDS%20CC%40GOOGLE.COM&Format=XML&Type=ExactMatch&Format=JSON",
    };
    expect(header && signatureBaseString(target, header)).toBe(
      "GET&https%3A%2F%2Fsandbox.api.mastercard.com%2Fmerchantid%2Fv1%2Fmerchantid&Format%3DJSON%26Format%3DXML%26MerchantId%3DGOOGLE%2520LTD%2520ADWORDS%2520CC%2540GOOGLE.COM%26Type%3DExactMatch%26oauth_consumer_key%3Daaa%21aaa%26oauth_nonce%3DuTeLPs6K%26oauth_signature_method%3DRSA-SHA256%26oauth_timestamp%3D1524771555%26oauth_version%3D1.0",
    );
  });

  it("builds the base string that the official signer signed with the published test key", () => {
    const header = parseOAuthHeader(vectorHeader(BODY_HASH));
    const target = {
      method: "POST",
      scheme: "https" as const,
      host: "mtf.oauth.payments.mastercard.dk",
      path: SANDBOX,
      query: "",
    };
    expect(bodyHash(Buffer.from(BODY))).toBe(BODY_HASH);
    expect(header && signatureBaseString(target, header)).toBe(BASE_STRING);
    expect(verify("RSA-SHA256", Buffer.from(BASE_STRING), P, Buffer.from(SIGNATURE, "base64"))).toBe(true);
  });
});

describe("verification vectors sent to a simulator that knows the published test key", () => {
  const vectorClock = standingClock("2025-01-01T12:00:00Z");
  let vectors: RunningSimulator;

  beforeEach(async () => {
    vectors = await startMastercardBs({ clock: vectorClock });
    await control(
      vectors.url,
      "keys",
      { environment: "sandbox", consumerKey: CONSUMER_KEY, publicKeyPem: P },
      anything,
    );
    return () => vectors.close();
  });

  it("accepts the official signer's create request behind TLS", async () => {
    const headers = {
      "content-type": "application/json",
      host: "mtf.oauth.payments.mastercard.dk",
      "x-forwarded-proto": "https",
      authorization: vectorHeader(BODY_HASH),
    };
    const reply = await send(`${vectors.url}${SANDBOX}`, "POST", headers, BODY);
    expect({ status: reply.status, body: JSON.parse(reply.text) }).toEqual({
      status: 201,
      body: { uuid: "0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e", statusCode: "RECEIVED" },
    });
  });

  it("keeps the port in the base string that it quotes for a search on loopback", async () => {
    const headers = {
      "content-type": "application/json",
      host: "127.0.0.1:4010",
      authorization: vectorHeader("EryP0RwLXFLwqm02JnnXOkDEB3oaCtGEMu8jBEqX28o="),
    };
    const body = '{"uuids":["0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e"]}';
    const reply = await send(`${vectors.url}${SANDBOX}/searches`, "POST", headers, body);
    expect(reply.status).toBe(403);
    expect(gatewayErrors(reply.text)[0]?.Description).toContain(
      "Acceptable signature base string: POST&http%3A%2F%2F127.0.0.1%3A4010%2Fbetalingsservice%2Fbs-creditor-api-sandbox%2Fdelegated-mandates%2Fsearches&oauth_body_hash%3DEryP0RwLXFLwqm02JnnXOkDEB3oaCtGEMu8jBEqX28o%3D%26oauth_consumer_key%3D",
    );
  });

  it("lets an empty body with its published hash pass to the service, which wants JSON", async () => {
    const fresh = await registerKey(vectors.url);
    const reply = await new TestClient(vectors.url, vectorClock, fresh).post("");
    expect(reply.status).toBe(400);
    expect(Object.keys(JSON.parse(reply.text))).toEqual(["errorCode", "errorDescription"]);
  });
});
