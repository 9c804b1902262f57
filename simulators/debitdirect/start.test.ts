import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { memoryClock } from "../kit/clock";
import { startDebitDirect } from "./start";
import {
  API_KEY,
  openReceiver,
  openSimulator,
  rowsOf,
  talkTo,
  textOf,
  wishFor,
  withMandate,
} from "./testing";

const NOW = "2024-04-15T09:12:44Z";

function stateFile() {
  const folder = mkdtempSync(join(tmpdir(), "debitdirect-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "state.json");
}

async function open(statePath: string, at: string) {
  const sim = await startDebitDirect({ clock: memoryClock(new Date(at)), statePath, apiKey: API_KEY });
  return talkTo(sim);
}

describe("a restart", () => {
  it("keeps payments, keys, settings and the address, and does what fell due meanwhile", async () => {
    const statePath = stateFile();
    const receiver = await openReceiver();
    const first = await open(statePath, NOW);
    const mandate = await withMandate(first);
    const key = randomUUID();
    const made = await first.pay(wishFor(mandate), key);
    await first.call("POST", "/merchants/webhooks/subscribe", { webhookUrl: receiver.url });
    await first.settings({ rejectEventType: "reject" });
    await first.sim.close();

    const second = await open(statePath, "2024-04-15T10:00:00Z");
    const again = await second.pay(wishFor(mandate), key);
    expect([again.status, again.text]).toEqual([208, made.text]);
    expect((await second.look("settings")).body.rejectEventType).toBe("reject");
    await second.sim.close();

    const third = await open(statePath, "2024-06-01T10:00:00Z");
    await third.sim.settle();
    expect((await third.call("GET", `/payments/${textOf(made.body, "id")}`)).body.status).toBe("Settled");
    expect(receiver.received).toMatchObject([{ eventType: "settled", timeStamp: "2024-05-01T03:00:00.0Z" }]);
    await third.sim.close();
  });
  it("takes the API key it is given also over an older state", async () => {
    const statePath = stateFile();
    const first = await open(statePath, NOW);
    await first.sim.close();
    const apiKey = "sk_ANOTHER000000000000000000000";
    const sim = await startDebitDirect({ clock: memoryClock(new Date(NOW)), statePath, apiKey });
    expect((await talkTo(sim, apiKey).call("GET", "/me")).status).toBe(200);
    expect((await talkTo(sim).call("GET", "/me")).status).toBe(401);
    await sim.close();
  });
  it("makes a random key when none is given, and shows it", async () => {
    const sim = await startDebitDirect({ clock: memoryClock(new Date(NOW)) });
    const [merchant] = rowsOf(await talkTo(sim).look("merchants"));
    const apiKey = textOf(merchant, "apiKey");
    expect(apiKey).toMatch(/^sk_[A-Za-z0-9]{28}$/);
    expect((await talkTo(sim, apiKey).call("GET", "/me")).status).toBe(200);
    await sim.close();
  });
});

describe("the control surface", () => {
  it("refuses settings it does not know and values they do not take", async () => {
    const desk = await openSimulator(NOW);
    expect((await desk.settings({ unheardOf: 1 })).status).toBe(422);
    expect((await desk.settings({ dataForm: "xml" })).status).toBe(422);
    expect((await desk.settings({ eventCopies: 0 })).status).toBe(422);
    expect((await desk.look("settings")).body).toMatchObject({ dataForm: "handle", eventCopies: 1 });
  });
  it("takes numbers as text, as the page's forms send them", async () => {
    const desk = await openSimulator(NOW);
    expect((await desk.settings({ visibilityLagSeconds: "60" })).body.visibilityLagSeconds).toBe(60);
  });
  it("answers 404 for what does not exist", async () => {
    const desk = await openSimulator(NOW);
    for (const path of [
      "payments/x/mark",
      "payments/x/chargeback",
      "mandates/x/cancel",
      "agreements/x/activate",
    ])
      expect((await desk.control(path, { outcome: "reject" })).status).toBe(404);
    expect((await desk.control("events/resend", { n: 1 })).status).toBe(404);
    expect((await desk.control("nothing")).status).toBe(404);
  });
  it("starts anew on reset, with the same API key", async () => {
    const desk = await openSimulator(NOW);
    await desk.pay(wishFor(await withMandate(desk)));
    await desk.control("reset");
    expect(rowsOf(await desk.look("payments"))).toEqual([]);
    expect((await desk.call("GET", "/me")).status).toBe(200);
  });
  it("shows a page with the deadline, the amounts that tell a story, and escaped text", async () => {
    const desk = await openSimulator(NOW);
    await desk.pay(wishFor(await withMandate(desk), { reference: "<b>x</b>" }));
    const text = (await desk.look("")).text;
    expect(text).toContain("2024-04-22");
    expect(text).toContain("13 øre");
    expect(text).toContain("&lt;b&gt;x");
    expect(text).not.toContain("<b>x");
  });
});
