import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SimClock } from "../kit/clock";
import type { RunningSimulator } from "../kit/server";
import { startMastercardBs } from "./start";
import {
  advance,
  anything,
  control,
  PRODUCTION,
  registerKey,
  send,
  standingClock,
  TestClient,
  type TestKey,
} from "./testing/client";
import { failedAs, validated } from "./testing/expected";

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

describe("outcomes", () => {
  const byCreditor: [number, string][] = [
    [50_000, "DEBTOR_IDENTITY_IS_NOT_CORRECT"],
    [60_000, "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT"],
    [61_000, "MANDATE_ALREADY_EXISTS"],
    [62_000, "BANK_IS_NOT_WITHIN_BETALINGSSERVICE"],
    [63_000, "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT"],
    [64_000, "CREDITOR_DATA_IS_NOT_CORRECT"],
    [65_000, "DEBTOR_GROUP_CLOSED"],
    [66_000, "UNKNOWN_VALIDATION_ERROR"],
  ];
  for (const [pbsNumber, errorCode] of byCreditor)
    it(`fails creditor ${pbsNumber} with ${errorCode}`, async () => {
      const uuid = await client.create({ pbsNumber });
      advance(clock, 91);
      expect(await client.search(uuid)).toEqual([failedAs(uuid, errorCode)]);
    });

  const byAccount: [string, string][] = [
    ["0440110001", "MANDATE_ALREADY_EXISTS"],
    ["0440110002", "BANK_IS_NOT_WITHIN_BETALINGSSERVICE"],
    ["0440110003", "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT"],
    ["0440110004", "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT"],
    ["0440110005", "DEBTOR_IDENTITY_IS_NOT_CORRECT"],
    ["0440110006", "CREDITOR_DATA_IS_NOT_CORRECT"],
    ["0440110007", "DEBTOR_GROUP_CLOSED"],
    ["8", "UNKNOWN_VALIDATION_ERROR"],
  ];
  for (const [account, errorCode] of byAccount)
    it(`fails account ${account} of any other creditor with ${errorCode}`, async () => {
      const uuid = await client.create({ account });
      advance(clock, 91);
      expect(await client.search(uuid)).toEqual([failedAs(uuid, errorCode)]);
    });

  it("leaves creditor 67000 and account ...0009 received", async () => {
    const uuids = [
      await client.create({ pbsNumber: 67_000 }),
      await client.create({ account: "0440110009" }),
    ];
    advance(clock, 400 * 86_400);
    const fresh = new TestClient(sim.url, clock, await registerKey(sim.url, {}, "c", "n"));
    expect(await fresh.search(...uuids)).toEqual(uuids.map((uuid) => ({ uuid, statusCode: "RECEIVED" })));
  });

  it("validates creditor 40000 whatever the account and however often", async () => {
    const uuids = [
      await client.create({ pbsNumber: 40_000, account: "0440110004" }),
      await client.create({ pbsNumber: 40_000 }),
    ];
    advance(clock, 91);
    expect(await client.search(...uuids)).toEqual(uuids.map(validated));
  });

  it("gives rising mandate numbers", async () => {
    const first = await client.create({ reference: "1" });
    advance(clock, 91);
    const second = await client.create({ reference: "2" });
    advance(clock, 91);
    expect(await client.search(first, second)).toMatchObject([
      { mandateId: "000000001" },
      { mandateId: "000000002" },
    ]);
  });

  it("validates a reference once per creditor and fails the second request for it", async () => {
    const first = await client.create({ reference: "NV00012" });
    advance(clock, 91);
    const second = await client.create({ reference: "NV00012", account: "0440116299" });
    const other = await client.create({ reference: "NV00012", pbsNumber: 9_246_584 });
    advance(clock, 91);
    expect(await client.search(first, second, other)).toEqual([
      validated(first),
      failedAs(second, "MANDATE_ALREADY_EXISTS"),
      validated(other),
    ]);
  });

  it("validates the one that is due first of two requests under way for a reference", async () => {
    const createDueIn = async (seconds: number, reference: string) => {
      const delay = { sandboxDelayMinSeconds: seconds, sandboxDelayMaxSeconds: seconds };
      await control(sim.url, "settings", delay, anything);
      return await client.create({ reference });
    };
    const [slow, quick] = [await createDueIn(80, "one"), await createDueIn(40, "one")];
    const [soon, later] = [await createDueIn(40, "two"), await createDueIn(80, "two")];
    advance(clock, 91);
    expect(await client.search(slow, quick, soon, later)).toEqual([
      failedAs(slow, "MANDATE_ALREADY_EXISTS"),
      validated(quick),
      validated(soon),
      failedAs(later, "MANDATE_ALREADY_EXISTS"),
    ]);
  });

  it("decides by hand, with any code, at once", async () => {
    const approved = await client.create({ account: "0440110009" });
    const failed = await client.create();
    await control(sim.url, `mandates/${approved}/outcome`, { status: "VALIDATED" }, anything);
    const input = { status: "FAILED", errorCode: "SOMETHING_NEW", errorDescription: "New." };
    await control(sim.url, `mandates/${failed}/outcome`, input, anything);
    expect(await client.search(approved, failed)).toEqual([
      validated(approved),
      { uuid: failed, statusCode: "FAILED", errorCode: "SOMETHING_NEW", errorDescription: "New." },
    ]);
  });

  it("lets a reference be used again when its mandate was failed by hand", async () => {
    const first = await client.create({ reference: "again" });
    advance(clock, 91);
    await sim.settle();
    await control(sim.url, `mandates/${first}/outcome`, { status: "FAILED" }, anything);
    const second = await client.create({ reference: "again" });
    advance(clock, 91);
    expect(await client.search(second)).toEqual([validated(second)]);
  });
});

describe("when outcomes are published", () => {
  it("publishes in the sandbox between 30 and 90 seconds, the same moment for the same seed and UUID", async () => {
    const dueAt = async (seed: number, uuid: string) => {
      const own = await startMastercardBs({ clock, seed });
      await new TestClient(own.url, clock, await registerKey(own.url)).create({ uuid });
      const reply = await send(`${own.url}/_sim/mandates`, "GET", {}, "");
      await own.close();
      return z.array(z.object({ dueAt: z.string() })).parse(JSON.parse(reply.text))[0]?.dueAt ?? "";
    };
    const uuids = Array.from({ length: 4 }, () => randomUUID());
    const delays = [];
    for (const uuid of uuids) delays.push((Date.parse(await dueAt(7, uuid)) - clock.now().getTime()) / 1000);
    for (const delay of delays) expect(delay >= 30 && delay <= 90).toBe(true);
    expect(new Set(delays).size).toBeGreaterThan(1);
    const [uuid = ""] = uuids;
    expect(await dueAt(7, uuid)).toBe(await dueAt(7, uuid));
    expect(await dueAt(8, uuid)).not.toBe(await dueAt(7, uuid));
  });

  it("is received for 29 seconds and decided after 90", async () => {
    const uuid = await client.create();
    advance(clock, 29);
    expect(await client.search(uuid)).toEqual([{ uuid, statusCode: "RECEIVED" }]);
    advance(clock, 61);
    expect(await client.search(uuid)).toEqual([validated(uuid)]);
  });

  it("publishes when the clock is moved by its control route", async () => {
    const uuid = await client.create();
    await control(sim.url, "clock", { advance_ms: 90_000 }, anything);
    const reply = await send(`${sim.url}/_sim/mandates`, "GET", {}, "");
    expect(JSON.parse(reply.text)).toMatchObject([{ uuid, outcome: { status: "VALIDATED" } }]);
  });

  it("publishes in production at the next publish moment of a banking day, across a weekend", async () => {
    clock.set(new Date("2026-03-06T17:59:59Z"));
    const live = await registerKey(sim.url, { environment: "production", activated: true }, "p");
    const production = new TestClient(sim.url, clock, live, PRODUCTION);
    const friday = await production.create({ reference: "friday" });
    clock.set(new Date("2026-03-06T18:00:00Z"));
    expect(await production.search(friday)).toEqual([validated(friday)]);
    const late = await production.create({ reference: "late" });
    for (const still of ["2026-03-07T12:00:00Z", "2026-03-08T12:00:00Z", "2026-03-09T05:59:59Z"]) {
      clock.set(new Date(still));
      expect(await production.search(late)).toEqual([{ uuid: late, statusCode: "RECEIVED" }]);
    }
    clock.set(new Date("2026-03-09T06:00:00Z"));
    expect(await production.search(late)).toEqual([validated(late)]);
  });

  it("publishes what is planned when asked to, and leaves what is to stay", async () => {
    const planned = await client.create();
    const stays = await client.create({ account: "0440110009" });
    const answer = await control(sim.url, "publish", {}, z.object({ published: z.number() }));
    expect(answer).toEqual({ published: 1 });
    expect(await client.search(planned, stays)).toEqual([
      validated(planned),
      { uuid: stays, statusCode: "RECEIVED" },
    ]);
  });
});
