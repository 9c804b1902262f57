import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { memoryClock } from "../kit/clock";
import { startPaynl } from "./start";
import { callerOf, openStage, startReceiver } from "./testing";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paynl-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (instant: string) => memoryClock(new Date(instant));

test("everything survives a restart, and what fell due meanwhile happens at its own instant", async () => {
  const statePath = join(folder, "paynl.json");
  const stage = await openStage({ statePath });
  await stage.sim("POST", "/settings", {
    stornoDays: 20,
    validationStatus: 422,
    collectedOrder: "incasso-first",
  });
  await stage.sim("POST", "/credentials", { user: "AT-7000-0001", secret: "d".repeat(40) });
  const { io, il } = await stage.mandate({ amount: { value: 12502 } });
  await stage.simulator.settle();
  const before = await stage.api("GET", `/directdebits/mandates/${io}`);
  await stage.simulator.close();

  const clock = at("2026-03-05T12:00:00Z");
  const again = await startPaynl({ clock, statePath });
  const caller = callerOf(again);
  const pair = { user: "AT-7000-0001", secret: "d".repeat(40) };
  const after = await caller.api("GET", `/directdebits/mandates/${io}`, undefined, pair);
  expect(after.at("createdAt")).toBe(before.at("createdAt"));
  const debit = await caller.debit(il);
  expect([debit.at("status.code"), debit.at("modifiedAt")]).toEqual([100, "2026-03-04T09:00:00+01:00"]);
  expect((await caller.sim("GET", "/settings")).at("validationStatus")).toBe(422);
  await again.settle();
  const told = ["incassoadd", "incassopending", "incassosend", "incassocollected", "new_ppt"];
  expect(stage.receiver.actions()).toEqual(told);
  expect((await caller.mandate({ processDate: null })).io).not.toBe(io);
  await caller.moveTo("2026-03-24T12:00:00Z");
  expect(await caller.statusOf(il)).toBe(106);
  await again.close();
  await stage.receiver.close();
});

test("calls that waited when it stopped are tried after the restart, not all their tries at once", async () => {
  const statePath = join(folder, "paynl.json");
  const stage = await openStage({ statePath });
  stage.receiver.answer = () => ({ status: 500, body: "" });
  await stage.mandate();
  await stage.simulator.settle();
  expect(stage.receiver.calls).toHaveLength(1);
  await stage.simulator.close();

  const again = await startPaynl({ clock: at("2026-02-12T20:00:00Z"), statePath });
  await again.settle();
  expect(stage.receiver.calls).toHaveLength(2);
  stage.receiver.answer = () => ({ status: 200, body: "TRUE" });
  await callerOf(again).moveTo("2026-02-12T20:05:00Z");
  expect(stage.receiver.calls).toHaveLength(3);
  await again.close();
  await stage.receiver.close();
});

test("stopping does not wait for a receiver that hangs, and the call is kept", async () => {
  const statePath = join(folder, "paynl.json");
  const stage = await openStage({ statePath });
  stage.receiver.answer = () => null;
  await stage.mandate();
  const settled = stage.simulator.settle();
  await expect.poll(() => stage.receiver.calls.length).toBe(1);
  const before = performance.now();
  await stage.simulator.close();
  await settled;
  expect(performance.now() - before).toBeLessThan(2000);

  stage.receiver.answer = () => ({ status: 200, body: "TRUE" });
  const again = await startPaynl({ clock: at("2026-02-12T10:00:00Z"), statePath });
  await again.settle();
  expect(stage.receiver.actions()).toEqual(["incassoadd", "incassoadd"]);
  await again.close();
  await stage.receiver.close();
});

test("without a state file nothing is kept, and own credentials take the place of the demo ones", async () => {
  const pair = { user: "AT-4000-0001", secret: "e".repeat(40) };
  const receiver = await startReceiver();
  const accounts = [
    { ...pair, merchant: "M-4000-0001" },
    { user: "SL-4000-0002", secret: "f".repeat(40), merchant: "M-4000-0001" },
  ];
  const simulator = await startPaynl({ clock: at("2026-02-12T10:00:00Z"), accounts });
  const caller = callerOf(simulator);
  expect((await caller.api("GET", "/directdebits")).status).toBe(401);
  expect((await caller.api("GET", "/directdebits", undefined, pair)).at("total")).toBe(0);
  await simulator.close();
  await receiver.close();
});
