import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { SimClock } from "../kit/clock";
import type { RunningSimulator } from "../kit/server";
import { startMastercardBs } from "./start";
import {
  advance,
  anything,
  control,
  createBody,
  gatewayErrors,
  registerKey,
  standingClock,
  TestClient,
  type TestKey,
} from "./testing/client";
import { validated } from "./testing/expected";

let clock: SimClock;
let sim: RunningSimulator;
let key: TestKey;
let client: TestClient;

beforeEach(async () => {
  clock = standingClock("2026-03-02T10:00:00Z");
  sim = await startMastercardBs({ clock });
  key = await registerKey(sim.url);
  client = new TestClient(sim.url, clock, key);
  return () => sim.close();
});

const settings = (input: object) => control(sim.url, "settings", input, anything);
const effects = () => sim.journal.flatMap((one) => (one.effect === null ? [] : [one.effect]));

describe("a UUID that comes again", () => {
  it("answers the same bytes with the current record and creates nothing twice", async () => {
    const { uuid, text } = createBody();
    const first = await client.post(text);
    const second = await client.post(text);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(JSON.parse(second.text)).toEqual({ uuid, statusCode: "RECEIVED" });
    advance(clock, 91);
    expect(JSON.parse((await client.post(text)).text)).toEqual(validated(uuid));
    expect(effects()).toEqual([`mandate.created ${uuid}`]);
  });

  it("answers other bytes with 409, in capitals too", async () => {
    const { uuid } = createBody();
    await client.create({ uuid });
    const other = await client.post(createBody({ uuid: uuid.toUpperCase(), reference: "2" }).text);
    expect(other.status).toBe(409);
    expect(effects()).toEqual([`mandate.created ${uuid}`]);
  });

  for (const [repeatedUuid, status] of [
    ["always-400", 400],
    ["always-409", 409],
  ] as const)
    it(`refuses the same bytes under ${repeatedUuid}`, async () => {
      await settings({ repeatedUuid });
      const { uuid, text } = createBody();
      await client.post(text);
      const again = await client.post(text);
      expect(again.status).toBe(status);
      expect(JSON.parse(again.text)).toMatchObject({ errorCode: "DUPLICATE_UUID" });
      expect(effects()).toEqual([`mandate.created ${uuid}`]);
    });

  it("journals a creation once when its answer was cut and it is sent again", async () => {
    const { uuid, text } = createBody();
    await control(sim.url, "faults", { kind: "cut-after", method: "POST" }, anything);
    await expect(client.post(text)).rejects.toThrow();
    expect((await client.post(text)).status).toBe(201);
    expect(effects()).toEqual([`mandate.created ${uuid}`]);
  });
});

describe("search", () => {
  it("leaves out what is unknown or another client's, and keeps the order asked", async () => {
    const first = await client.create({ reference: "1" });
    const second = await client.create({ reference: "2" });
    const stranger = new TestClient(sim.url, clock, await registerKey(sim.url, {}, "s"));
    const theirs = await stranger.create({ reference: "3" });
    const asked = [second, randomUUID(), theirs, first, second];
    expect(await client.search(...asked)).toEqual([
      { uuid: second, statusCode: "RECEIVED" },
      { uuid: first, statusCode: "RECEIVED" },
    ]);
  });

  it("shows a client's requests to its next key too", async () => {
    const uuid = await client.create();
    const next = await registerKey(sim.url, {}, "c", "n");
    expect(await new TestClient(sim.url, clock, next).search(uuid)).toHaveLength(1);
  });

  it("takes 100 UUIDs and refuses 101, none, and what is no UUID", async () => {
    const uuids = Array.from({ length: 101 }, () => randomUUID());
    const statuses = [];
    for (const list of [uuids.slice(1), uuids, [], ["x"]])
      statuses.push((await client.post(JSON.stringify({ uuids: list }), "/searches")).status);
    expect(statuses).toEqual([200, 400, 400, 400]);
  });

  it("answers an object around the array and another id field when told to", async () => {
    const uuid = await client.create();
    advance(clock, 91);
    await settings({ searchEnvelope: "delegatedMandates", idField: "mandateNumber" });
    expect(await client.search(uuid)).toEqual({
      delegatedMandates: [{ uuid, statusCode: "VALIDATED", mandateNumber: "000000001" }],
    });
  });

  it("hides a new request for the visibility lag, but knows its UUID", async () => {
    await settings({ visibilityLagSeconds: 20 });
    const { uuid, text } = createBody();
    await client.post(text);
    advance(clock, 19);
    expect(await client.search(uuid)).toEqual([]);
    expect((await client.post(text)).status).toBe(201);
    advance(clock, 1);
    expect(await client.search(uuid)).toHaveLength(1);
    expect(effects()).toHaveLength(1);
  });

  it("refuses the whole search for one unknown UUID when told to", async () => {
    await settings({ unknownUuid: "refuse" });
    const uuid = await client.create();
    const reply = await client.post(JSON.stringify({ uuids: [uuid, randomUUID()] }), "/searches");
    expect(reply.status).toBe(404);
  });
});

describe("bodies", () => {
  const bad = createBody({ reference: "NV-12" }).text;

  it("refuses a body that does not fit in the service's shape and creates nothing", async () => {
    const reply = await client.post(bad);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toEqual({
      errorCode: "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT",
      errorDescription: "creditorsDebtorReference: must be 1 to 15 letters and digits",
    });
    expect(effects()).toEqual([]);
  });

  it("refuses it in the gateway's shape when told to", async () => {
    await settings({ bodyErrorShape: "gateway" });
    const reply = await client.post(bad);
    expect(reply.status).toBe(400);
    expect(gatewayErrors(reply.text)).toMatchObject([
      { ReasonCode: "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT", Recoverable: false },
    ]);
  });

  it("checks the fields before it looks whether the UUID is known", async () => {
    const uuid = await client.create();
    const reply = await client.post(createBody({ uuid, reference: "NV-12" }).text);
    expect(reply.status).toBe(400);
  });
});
