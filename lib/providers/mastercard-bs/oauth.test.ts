import { generateKeyPairSync, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  authorization,
  baseString,
  baseUri,
  bodyHash,
  headerOf,
  oauthPairs,
  type Pair,
  parameterString,
  percentEncode,
  queryPairs,
  signText,
} from "@/lib/providers/mastercard-bs/oauth";

/** The public half of the key that Mastercard publishes with the tests of its own signers. */
const publishedKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmKHOVHuDCsRyEHkhEikI
iL9+NRBQ7XwJQLFz++JqHSbsJ0izn0pBTYCh+Mur0iolCuwcVNihcuxZESff73Hi
Zj/TA+m1j4E9loOIkkMYD7QBxFabPTGL5IVtJbdIcoQHBi1Ed5G+GI0pBn2vBMxv
xtoPv1SnS9Jp0oFoQp0gZ0dMUcFnHIHUUy5ttP4815Jhw/dgwUe5A4IgVKz1k3yx
w57FaCFLregQDyPN0yIx41RtSZ/CtKa2xnkFPQC8Gi9+qr6aWKZgqmgBhzjNn17B
DxTYRGcUKW8ltjOD7Vx540qpTTijdrZnRd41sJvYSmfcXmliZAZgZy3t7Tc9DnTt
KQIDAQAB
-----END PUBLIC KEY-----
`;

const verifies = (text: string, signature: string, key = publishedKey): boolean =>
  verify("sha256", Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64"));

const consumerKey =
  "EXAMPLEclientIdEXAMPLEclientIdEXAMPLEclientId012!0123456789abcdef0123456789abcdef0000000000000000";
const input = { consumerKey, nonce: "uTeLPs6K", at: new Date(1_735_732_800_000) };

const baseStringOf = (method: string, url: string, body: string): string =>
  baseString(
    method,
    baseUri(url),
    parameterString([...queryPairs(url), ...oauthPairs({ ...input, method, url, body })]),
  );

describe("the hash of a body", () => {
  it.each([
    ["", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="],
    ["{}", "RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="],
    ['{ my: "payload" }', "Qm/nLCqwlog0uoCDvypgninzNQ25YHgTmUDl/zOgT1s="],
    ['{"foõ":"bar"}', "+Z+PWW2TJDnPvRcTgol+nKO3LT7xm8smnsg+//XMIyI="],
  ])("V1: of %j is %s", (body, expected) => {
    expect(bodyHash(body)).toBe(expected);
  });
});

describe("the address that is signed", () => {
  it.each([
    [
      "HTTPS://SANDBOX.api.mastercard.com/merchantid/v1/merchantid?MerchantId=GOOGLE%20LTD",
      "https://sandbox.api.mastercard.com/merchantid/v1/merchantid",
    ],
    ["https://api.mastercard.com:17443/test?query=param", "https://api.mastercard.com:17443/test"],
    ["http://EXAMPLE.COM:80/r%20v/X?id=123", "http://example.com/r%20v/X"],
    ["https://example.com:443/a", "https://example.com/a"],
    ["https://example.com:80/a", "https://example.com:80/a"],
    ["http://127.0.0.1:4010/a/b#part", "http://127.0.0.1:4010/a/b"],
    ["https://api.mastercard.com", "https://api.mastercard.com"],
  ])("V2: of %s is %s", (url, expected) => {
    expect(baseUri(url)).toBe(expected);
  });

  it("is refused when it is not absolute", () => {
    expect(() => baseUri("/delegated-mandates")).toThrow(TypeError);
  });
});

describe("parameters", () => {
  it("V3: are taken from the query as they stand", () => {
    expect(queryPairs("https://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b")).toEqual([
      ["b5", "%3D%253D"],
      ["a3", "a"],
      ["c%40", ""],
      ["a2", "r%20b"],
    ]);
    expect(queryPairs("https://example.com/request?flag&x=1=2#part")).toEqual([
      ["flag", ""],
      ["x", "1=2"],
    ]);
  });

  it("V4: are sorted by the bytes of name and value", () => {
    const pairs: Pair[] = [
      ["b", "b"],
      ["A", "a"],
      ["A", "A"],
      ["B", "B"],
      ["a", "A"],
      ["a", "a"],
      ["0", "0"],
    ];
    expect(parameterString(pairs)).toBe("0=0&A=A&A=a&B=B&a=A&a=a&b=b");
  });

  it("V4b: give the line of the example in RFC 5849", () => {
    const pairs: Pair[] = [
      ["b5", "%3D%253D"],
      ["a3", "a"],
      ["a3", "2%20q"],
      ["c%40", ""],
      ["a2", "r%20b"],
      ["c2", ""],
      ["oauth_consumer_key", "9djdj82h48djs9d2"],
      ["oauth_token", "kkk9d7dh3k39sjv7"],
      ["oauth_signature_method", "HMAC-SHA1"],
      ["oauth_timestamp", "137131201"],
      ["oauth_nonce", "7d8f3e4a"],
    ];
    expect(parameterString(pairs)).toBe(
      "a2=r%20b&a3=2%20q&a3=a&b5=%3D%253D&c%40=&c2=&oauth_consumer_key=9djdj82h48djs9d2&oauth_nonce=7d8f3e4a&oauth_signature_method=HMAC-SHA1&oauth_timestamp=137131201&oauth_token=kkk9d7dh3k39sjv7",
    );
  });
});

describe("the text that is signed", () => {
  it("V5: encodes address and parameters once, with every exclamation mark", () => {
    const url =
      "https://sandbox.api.mastercard.com/merchantid/v1/merchantid?MerchantId=GOOGLE%20LTD%20ADWORDS%20CC%40GOOGLE.COM&Format=XML&Type=ExactMatch&Format=JSON";
    const pairs: Pair[] = [
      ...queryPairs(url),
      ["oauth_consumer_key", "aaa!aaa"],
      ["oauth_nonce", "uTeLPs6K"],
      ["oauth_signature_method", "RSA-SHA256"],
      ["oauth_timestamp", "1524771555"],
      ["oauth_version", "1.0"],
    ];
    expect(baseString("GET", baseUri(url), parameterString(pairs))).toBe(
      "GET&https%3A%2F%2Fsandbox.api.mastercard.com%2Fmerchantid%2Fv1%2Fmerchantid&Format%3DJSON%26Format%3DXML%26MerchantId%3DGOOGLE%2520LTD%2520ADWORDS%2520CC%2540GOOGLE.COM%26Type%3DExactMatch%26oauth_consumer_key%3Daaa%21aaa%26oauth_nonce%3DuTeLPs6K%26oauth_signature_method%3DRSA-SHA256%26oauth_timestamp%3D1524771555%26oauth_version%3D1.0",
    );
  });

  it("V5b: sorts repeated names by value and leaves the body hash as it stands in the header", () => {
    const pairs: Pair[] = [
      ["first_param", "value"],
      ["first_param", "othervalue"],
      ["param2", "hello"],
      ["oauth_nonce", "randomnonce"],
      ["oauth_body_hash", "body/hash"],
    ];
    expect(baseString("POST", "https://api.mastercard.com", parameterString(pairs))).toBe(
      "POST&https%3A%2F%2Fapi.mastercard.com&first_param%3Dothervalue%26first_param%3Dvalue%26oauth_body_hash%3Dbody%2Fhash%26oauth_nonce%3Drandomnonce%26param2%3Dhello",
    );
  });

  it.each([
    ["https://example.com/?param=token1%3Atoken2", "GET&https%3A%2F%2Fexample.com&param%3Dtoken1%253Atoken2"],
    ["https://example.com/?param=token1:token2", "GET&https%3A%2F%2Fexample.com&param%3Dtoken1%3Atoken2"],
  ])("V5c, V5d: of %s is %s", (url, expected) => {
    expect(baseString("get", "https://example.com", parameterString(queryPairs(url)))).toBe(expected);
  });

  it("encodes all that RFC 3986 reserves, each time it occurs", () => {
    expect(percentEncode("!!**'()~-._ æ")).toBe("%21%21%2A%2A%27%28%29~-._%20%C3%A6");
  });
});

describe("signatures", () => {
  it("V6: the published signature of a known text verifies", () => {
    expect(
      verifies(
        "baseString",
        "IJeNKYGfUhFtj5OAPRI92uwfjJJLCej3RCMLbp7R6OIYJhtwxnTkloHQ2bgV7fks4GT/A7rkqrgUGk0ewbwIC6nS3piJHyKVc7rvQXZuCQeeeQpFzLRiH3rsb+ZS+AULK+jzDje4Fb+BQR6XmxuuJmY6YrAKkj13Ln4K6bZJlSxOizbNvt+Htnx+hNd4VgaVBeJKcLhHfZbWQxK76nMnjY7nDcM/2R6LUIR2oLG1L9m55WP3bakAvmOr392ulv1+mWCwDAZZzQ4lakDD2BTu0ZaVsvBW+mcKFxYeTq7SyTQMM4lEwFPJ6RLc8jJJ+veJXHekLVzWg4qHRtzNBLz1mA==",
      ),
    ).toBe(true);
  });

  it("V7: the official signer's signature of a mandate request verifies over our text", () => {
    const body =
      '{"uuid":"0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e","debtorIdentity":{"cprNumber":"0101701234"},"debtorAccountInformation":{"debtorRegNo":"0040","debtorAccountNo":"0440116243"},"creditorsDebtorReference":"000000000012345","creditorData":{"pbsNumber":2056372,"debtorGroupNumber":1}}';
    expect(Buffer.byteLength(body)).toBe(276);
    expect(bodyHash(body)).toBe("ZO2OT0/Wia37hAGogp0N1qjlpw8gupcsN/W2AvB7PNs=");
    const text = baseStringOf(
      "POST",
      "https://mtf.oauth.payments.mastercard.dk/betalingsservice/bs-creditor-api-sandbox/delegated-mandates",
      body,
    );
    expect(text).toBe(
      "POST&https%3A%2F%2Fmtf.oauth.payments.mastercard.dk%2Fbetalingsservice%2Fbs-creditor-api-sandbox%2Fdelegated-mandates&oauth_body_hash%3DZO2OT0%2FWia37hAGogp0N1qjlpw8gupcsN%2FW2AvB7PNs%3D%26oauth_consumer_key%3DEXAMPLEclientIdEXAMPLEclientIdEXAMPLEclientId012%210123456789abcdef0123456789abcdef0000000000000000%26oauth_nonce%3DuTeLPs6K%26oauth_signature_method%3DRSA-SHA256%26oauth_timestamp%3D1735732800%26oauth_version%3D1.0",
    );
    const signature =
      "mGP1E5O86YlNOYxUpEBR9rP7+t+DzodBJGJEL5aJXb85SI40bNSRCHqOHnbAspfrxngB2EbK/aJKZJjkLbo9Wxs2oOfcddOZUXEGUK+3SU0CiUA2kW1Vdmy1r1IzxawBfJGw78H3pcsM6o9NTwG6nHj0ib0sY7QNZCiRlXR0HCjTRAknb3pAbePtNUesq2e3wE21OvNLTgi4IsqVjUSZ7mX7VL55tEzOSMakvtntLHbyK5VusOsQ+9g56AZ4Bpsg0u7ttj0uyGwlmxdeHhfPw4CABZoPoDamAgUyQW4u1ynnhcZHlTwiFjELF/gq5gvD/uKq7aqhl3oEzlXZpty6Ow==";
    expect(verifies(text, signature)).toBe(true);
    expect(verifies(`${text}x`, signature)).toBe(false);
  });

  it("V8: keeps the port of a simulator in the text", () => {
    const body = '{"uuids":["0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e"]}';
    expect(Buffer.byteLength(body)).toBe(50);
    expect(bodyHash(body)).toBe("EryP0RwLXFLwqm02JnnXOkDEB3oaCtGEMu8jBEqX28o=");
    expect(
      baseStringOf(
        "POST",
        "http://127.0.0.1:4010/betalingsservice/bs-creditor-api-sandbox/delegated-mandates/searches",
        body,
      ),
    ).toMatch(
      /^POST&http%3A%2F%2F127\.0\.0\.1%3A4010%2Fbetalingsservice%2Fbs-creditor-api-sandbox%2Fdelegated-mandates%2Fsearches&oauth_body_hash%3DEryP0RwLXFLwqm02JnnXOkDEB3oaCtGEMu8jBEqX28o%3D%26/,
    );
  });
});

describe("the header", () => {
  it("lists the parameters in order, raw, and the signature last", () => {
    const pairs = oauthPairs({
      method: "POST",
      url: "https://sandbox.api.mastercard.com",
      body: "{}",
      consumerKey: "aaa!aaa",
      nonce: "uTeLPs6K",
      at: new Date(1_524_771_555_000),
    });
    expect(headerOf(pairs, "RSA_SIGNATURE")).toBe(
      'OAuth oauth_body_hash="RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=",oauth_consumer_key="aaa!aaa",oauth_nonce="uTeLPs6K",oauth_signature_method="RSA-SHA256",oauth_timestamp="1524771555",oauth_version="1.0",oauth_signature="RSA_SIGNATURE"',
    );
  });

  it("carries a signature that verifies over the text built from its own values", () => {
    const pair = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const literals = /(oauth_\w+)="([^"]*)"/g;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.webUrl({ withQueryParameters: true }), (body, url) => {
        const header = authorization({ ...input, method: "POST", url, body, privateKeyPem: pair.privateKey });
        const found: Pair[] = [...header.matchAll(literals)].map(([, name = "", value = ""]) => [
          name,
          value,
        ]);
        const signature = found.find(([name]) => name === "oauth_signature")?.[1] ?? "";
        expect(signature).not.toMatch(/[+/=]/);
        const signed = found.filter(([name]) => name !== "oauth_signature");
        const text = baseString("POST", baseUri(url), parameterString([...queryPairs(url), ...signed]));
        expect(verifies(text, decodeURIComponent(signature), pair.publicKey)).toBe(true);
        expect(signText(text, pair.privateKey)).toBe(decodeURIComponent(signature));
      }),
      { numRuns: 40 },
    );
  });
});
