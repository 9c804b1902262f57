import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningSimulator } from "../kit/server";
import { startMastercardBs } from "./start";
import {
  advance,
  anything,
  control,
  createBody,
  gatewayErrors,
  makeKey,
  PRODUCTION,
  SANDBOX,
  type Signing,
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

describe("what the gateway lets through", () => {
  it("accepts a signed request", async () => {
    const reply = await client.post(createBody().text);
    expect(reply.status).toBe(201);
  });

  it("accepts header values that stand and were signed percent-encoded", async () => {
    const reply = await client.post(createBody().text, "", { encodeValues: true });
    expect(reply.status).toBe(201);
  });

  it("shows its own time in the Date header", async () => {
    const reply = await client.post(createBody().text);
    expect(reply.headers.date).toBe("Mon, 02 Mar 2026 10:00:00 GMT");
  });
});

describe("keys and environments", () => {
  it("refuses a key after its year, by the simulator's clock", async () => {
    const before = clock.now();
    const fresh = await makeKey(sim.url);
    const short = new TestClient(sim.url, clock, fresh);
    expect(fresh.expiresAt).toBe("2027-03-02T10:00:00.000Z");
    clock.set(new Date("2027-03-02T09:59:59Z"));
    expect((await short.post(createBody().text)).status).toBe(201);
    advance(clock, 1);
    const late = await short.post(createBody().text);
    clock.set(before);
    expect(late.status).toBe(403);
    expect(gatewayErrors(late.text)[0]?.Description).toMatch(/expired/);
  });

  it("refuses a key that was expired by hand", async () => {
    const fresh = await makeKey(sim.url);
    await control(sim.url, "keys/expire", { consumerKey: fresh.consumerKey }, anything);
    const reply = await new TestClient(sim.url, clock, fresh).post(createBody().text);
    expect(reply.status).toBe(403);
  });

  it("refuses a sandbox key in production and a production key in the sandbox", async () => {
    const live = await makeKey(sim.url, { environment: "production", activated: true });
    const crossed = [
      new TestClient(sim.url, clock, key, PRODUCTION),
      new TestClient(sim.url, clock, live, SANDBOX),
    ];
    for (const one of crossed) expect((await one.post(createBody().text)).status).toBe(401);
    expect((await new TestClient(sim.url, clock, live, PRODUCTION).post(createBody().text)).status).toBe(201);
  });

  it("refuses a client in production until it is activated", async () => {
    const live = await makeKey(sim.url, { environment: "production" });
    const production = new TestClient(sim.url, clock, live, PRODUCTION);
    const refused = await production.post(createBody().text);
    expect(refused.status).toBe(403);
    expect(gatewayErrors(refused.text)[0]?.Description).toMatch(/not activated/);
    await control(sim.url, "keys/activate", { consumerKey: live.consumerKey }, anything);
    expect((await production.post(createBody().text)).status).toBe(201);
  });

  it("answers 429 and recoverable over the rate, and serves again in the next second", async () => {
    await control(sim.url, "settings", { ratePerSecond: 2 }, anything);
    advance(clock, 1);
    const own = new TestClient(sim.url, clock, await makeKey(sim.url));
    const statuses: number[] = [];
    for (const _ of [1, 2]) statuses.push((await own.post(createBody().text)).status);
    const over = await own.post(createBody().text);
    advance(clock, 1);
    const next = await own.post(createBody().text);
    await control(sim.url, "settings", { ratePerSecond: 500 }, anything);
    expect([...statuses, over.status, next.status]).toEqual([201, 201, 429, 201]);
    expect(gatewayErrors(over.text)[0]).toMatchObject({
      ReasonCode: "RATE_LIMIT_EXCEEDED",
      Recoverable: true,
    });
  });
});

describe("the order of the checks", () => {
  const wrongs: [string, Partial<Signing>, number, string][] = [
    [
      "the key before the timestamp",
      { consumerKey: "unknown", nonce: "old", now: new Date(0) },
      401,
      "DECLINED",
    ],
    [
      "the timestamp before the body hash",
      { now: new Date(0), signedBody: "{}" },
      403,
      "AUTHENTICATION_FAILED",
    ],
    [
      "the body hash before the signature",
      { signedBody: "{}", parameters: { oauth_signature: "AAAA" } },
      400,
      "INVALID_BODY_HASH",
    ],
    [
      "the signature before the activation",
      { parameters: { oauth_signature: "AAAA" } },
      403,
      "AUTHENTICATION_FAILED",
    ],
    ["the activation before the body", {}, 403, "DECLINED"],
  ];
  for (const [name, wrong, status, code] of wrongs)
    it(`looks at ${name}`, async () => {
      const live = await makeKey(sim.url, { environment: "production" });
      const reply = await new TestClient(sim.url, clock, live, PRODUCTION).post("{}}", "", wrong);
      expect([reply.status, gatewayErrors(reply.text)[0]?.ReasonCode]).toEqual([status, code]);
    });
});

describe("path, method and media type", () => {
  it("answers 404, 405 and 415 before it looks at the signature", async () => {
    const json = { "content-type": "application/json" };
    const wrongPath = await send(`${sim.url}${SANDBOX}/other`, "POST", json, "{}");
    const wrongMethod = await send(`${sim.url}${SANDBOX}`, "PUT", json, "{}");
    const wrongType = await send(`${sim.url}${SANDBOX}`, "POST", { "content-type": "text/plain" }, "{}");
    expect([wrongPath.status, wrongMethod.status, wrongType.status]).toEqual([404, 405, 415]);
    expect(wrongMethod.headers.allow).toBe("POST");
  });
});
