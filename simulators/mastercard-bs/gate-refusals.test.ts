import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningSimulator } from "../kit/server";
import { startMastercardBs } from "./start";
import {
  authorization,
  createBody,
  gatewayErrors,
  makeKey,
  SANDBOX,
  send,
  standingClock,
  TestClient,
  type TestKey,
} from "./testing/client";

const clock = standingClock("2026-03-02T10:00:00Z");
let sim: RunningSimulator;
let key: TestKey;
let client: TestClient;

beforeAll(async () => {
  sim = await startMastercardBs({ clock });
  key = await makeKey(sim.url);
  client = new TestClient(sim.url, clock, key);
});
afterAll(() => sim.close());

const created = () => sim.journal.filter((one) => one.effect?.startsWith("mandate.created")).length;

const strangersKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const signing = () => ({ ...key, now: clock.now() });
const seconds = (off: number) => String(Math.floor(clock.now().getTime() / 1000) + off);
const signed = (body: string, parameters: Record<string, string | undefined>) =>
  authorization(target(), body, { ...signing(), parameters });

const target = () => `${sim.url}${SANDBOX}`;
const refusals: {
  name: string;
  status: number;
  code: string;
  text: RegExp;
  header: (body: string) => string | undefined;
}[] = [
  {
    name: "no Authorization header",
    status: 401,
    code: "DECLINED",
    text: /Authorization/,
    header: () => undefined,
  },
  {
    name: "a header that is not OAuth",
    status: 403,
    code: "AUTHENTICATION_FAILED",
    text: /not a valid/,
    header: () => "Bearer x",
  },
  {
    name: "a parameter named twice",
    status: 403,
    code: "AUTHENTICATION_FAILED",
    text: /not a valid/,
    header: (body) => `${authorization(target(), body, signing())},oauth_nonce="twice"`,
  },
  ...["oauth_body_hash", "oauth_nonce", "oauth_timestamp", "oauth_version", "oauth_signature"].map(
    (name) => ({
      name: `a header without ${name}`,
      status: 401,
      code: "DECLINED",
      text: new RegExp(name),
      header: (body: string) => signed(body, { [name]: undefined }),
    }),
  ),
  {
    name: "another signature method",
    status: 403,
    code: "AUTHENTICATION_FAILED",
    text: /RSA-SHA256/,
    header: (body) => signed(body, { oauth_signature_method: "RSA-PSS" }),
  },
  {
    name: "another OAuth version",
    status: 403,
    code: "AUTHENTICATION_FAILED",
    text: /1\.0/,
    header: (body) => signed(body, { oauth_version: "2.0" }),
  },
  {
    name: "an unknown consumer key",
    status: 401,
    code: "DECLINED",
    text: /Access Not Granted/,
    header: (body) => signed(body, { oauth_consumer_key: `${"x".repeat(48)}!${"0".repeat(48)}` }),
  },
  {
    name: "a timestamp 301 seconds old",
    status: 403,
    code: "AUTHENTICATION_FAILED",
    text: /oauth_timestamp/,
    header: (body) => signed(body, { oauth_timestamp: seconds(-301) }),
  },
  {
    name: "a timestamp 301 seconds ahead",
    status: 403,
    code: "AUTHENTICATION_FAILED",
    text: /oauth_timestamp/,
    header: (body) => signed(body, { oauth_timestamp: seconds(301) }),
  },
  {
    name: "a body other than the one hashed",
    status: 400,
    code: "INVALID_BODY_HASH",
    text: /Calculated: \S{44}, Received: RBNvo1WzZ4oRRq0W9\+hknpT7T8If536DEMBg9hyq\/4o=$/,
    header: (body) => authorization(target(), body, { ...signing(), signedBody: "{}" }),
  },
  {
    name: "a signature by another key",
    status: 403,
    code: "AUTHENTICATION_FAILED",
    text: /Acceptable signature base string: POST&http%3A%2F%2F127\.0\.0\.1%3A\d+%2Fbetalingsservice/,
    header: (body) => authorization(target(), body, { ...signing(), pem: strangersKey }),
  },
  {
    name: "a signature over another address",
    status: 403,
    code: "AUTHENTICATION_FAILED",
    text: /signatures did not match/,
    header: (body) => authorization(`${target()}/searches`, body, signing()),
  },
];
describe("what the gateway refuses", () => {
  for (const one of refusals)
    it(`refuses ${one.name} with ${one.status} ${one.code} and creates nothing`, async () => {
      const before = created();
      const { text } = createBody();
      const header = one.header(text);
      const reply = await send(
        target(),
        "POST",
        { "content-type": "application/json", ...(header === undefined ? {} : { authorization: header }) },
        text,
      );
      const [error] = gatewayErrors(reply.text);
      expect({ status: reply.status, code: error?.ReasonCode }).toEqual({
        status: one.status,
        code: one.code,
      });
      expect(error?.Description).toMatch(one.text);
      expect(created()).toBe(before);
    });

  it("refuses a signature that is not percent-encoded in the header", async () => {
    const { text } = createBody();
    const header = authorization(target(), text, signing()).replace(
      /oauth_signature="([^"]*)"/,
      (_, value: string) => `oauth_signature="${decodeURIComponent(value)}"`,
    );
    const headers = { "content-type": "application/json", authorization: header };
    expect((await send(target(), "POST", headers, text)).status).toBe(403);
  });

  it("accepts timestamps at both ends of the window", async () => {
    for (const off of [-300, 300]) {
      const reply = await client.post(createBody().text, "", {
        parameters: { oauth_timestamp: seconds(off) },
      });
      expect(reply.status).toBe(201);
    }
  });

  it("refuses a nonce that was used before, also with another timestamp", async () => {
    const first = await client.post(createBody().text, "", { nonce: "onceOnly" });
    const again = await client.post(createBody().text, "", {
      nonce: "onceOnly",
      parameters: { oauth_timestamp: seconds(60) },
    });
    expect([first.status, again.status]).toEqual([201, 403]);
    expect(gatewayErrors(again.text)[0]?.Description).toMatch(/oauth_nonce/);
  });

  it("does not use a nonce up on a request that it refuses", async () => {
    const { text } = createBody();
    const refused = await client.post(text, "", { nonce: "stillFree", signedBody: "{}" });
    const accepted = await client.post(text, "", { nonce: "stillFree" });
    expect([refused.status, accepted.status]).toEqual([400, 201]);
  });
});
