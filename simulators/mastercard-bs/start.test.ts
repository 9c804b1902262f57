import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { SimClock } from "../kit/clock";
import type { RunningSimulator } from "../kit/server";
import { startMastercardBs } from "./start";
import {
  advance,
  anything,
  control,
  createBody,
  registerKey,
  send,
  standingClock,
  TestClient,
  type TestKey,
} from "./testing/client";
import { failedAs } from "./testing/expected";

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

describe("state and settings", () => {
  it("keeps keys, settings, requests, used nonces and numbers over a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mastercard-bs-"));
    const statePath = join(folder, "state.json");
    const first = await startMastercardBs({ clock, statePath });
    const kept = await registerKey(first.url);
    const before = new TestClient(first.url, clock, kept);
    const decided = await before.create({ reference: "1" });
    await control(first.url, "publish", {}, anything);
    await control(first.url, "settings", { maxSearch: 2 }, anything);
    const { uuid: pending, text } = createBody({ reference: "1" });
    await before.post(text, "", { nonce: "keptNonce" });
    await first.close();

    const second = await startMastercardBs({ clock, statePath });
    const after = new TestClient(second.url, clock, kept);
    expect((await after.post(text, "", { nonce: "keptNonce" })).status).toBe(403);
    expect((await after.post(text)).status).toBe(201);
    advance(clock, 91);
    expect(await after.search(decided, pending)).toEqual([
      { uuid: decided, statusCode: "VALIDATED", mandateId: "000000001" },
      failedAs(pending, "MANDATE_ALREADY_EXISTS"),
    ]);
    expect(
      (await after.post(JSON.stringify({ uuids: [decided, pending, pending] }), "/searches")).status,
    ).toBe(400);
    expect(second.journal.filter((one) => one.effect !== null)).toEqual([]);
    await second.close();
    rmSync(folder, { recursive: true });
  });

  it("refuses settings it does not know and values that do not fit", async () => {
    for (const input of [{ nonsense: 1 }, { repeatedUuid: "never" }, { maxSearch: "many" }])
      await expect(settings(input)).rejects.toThrow(/422/);
  });

  it("keeps an outcome that was published just before it ended", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mastercard-bs-"));
    const statePath = join(folder, "state.json");
    const mandates = async (url: string) =>
      JSON.parse((await send(`${url}/_sim/mandates`, "GET", {}, "")).text);
    const first = await startMastercardBs({ clock, statePath });
    await new TestClient(first.url, clock, await registerKey(first.url)).create();
    await control(first.url, "publish", {}, anything);
    const before = await mandates(first.url);
    await first.close();
    const second = await startMastercardBs({ clock, statePath });
    expect(before).toMatchObject([{ outcome: { status: "VALIDATED" } }]);
    expect(await mandates(second.url)).toEqual(before);
    await second.close();
    rmSync(folder, { recursive: true });
  });

  it("forgets keys and requests on reset", async () => {
    const uuid = await client.create({ reference: "1" });
    await control(sim.url, "reset", {}, anything);
    expect((await client.post(createBody().text)).status).toBe(401);
    await registerKey(sim.url);
    expect(await client.create({ uuid, reference: "2" })).toBe(uuid);
  });

  it("shows the pending request, its buttons and no civil registration number on its page", async () => {
    const uuid = await client.create();
    const page = await send(`${sim.url}/_sim`, "GET", {}, "");
    expect(page.text).toContain(`/_sim/mandates/${uuid}/outcome`);
    expect(page.text).toContain("DEBTOR_GROUP_CLOSED");
    expect(page.text).toContain(`mandate.created ${uuid}`);
    expect(page.text).not.toContain("0101701234");
  });
});
