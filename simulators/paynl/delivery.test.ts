import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStage, pick, type Stage } from "./testing";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const setLocation = (settings: object) => stage.sim("POST", "/settings/SL-1000-2000", settings);
const set = (settings: object) => stage.sim("POST", "/settings", settings);
const deliveries = async () => (await stage.sim("GET", "/deliveries")).listAt("");
const column = async (path: string) => (await deliveries()).map((one) => pick(one, path));
const afterAll = "2026-06-30T12:00:00Z";
const story = ["incassoadd", "incassopending", "incassosend"];

describe("when calls go out", () => {
  test("the first one comes by itself, and the answer to the request does not wait for it", async () => {
    await set({ timeoutMs: 60_000 });
    stage.receiver.answer = () => null;
    await stage.mandate();
    await expect.poll(() => stage.receiver.actions()).toEqual(["incassoadd"]);
    expect((await deliveries()).map((one) => pick(one, "attempts"))).toEqual([[]]);
    expect((await stage.mandate()).answer.status).toBe(201);
  });

  test("a call can be there before the answer to the request that caused it", async () => {
    stage.simulator.faults.arm({ kind: "hang", method: "POST", path: "/v2", times: 1 });
    const cut = stage.mandate().catch(() => "cut");
    await expect.poll(() => stage.receiver.actions()).toEqual(["incassoadd"]);
    await stage.simulator.close();
    expect(await cut).toBe("cut");
  });

  test("one jump of the clock sends them all, in order, each with its own instant", async () => {
    await set({ collectedOrder: "incasso-first", stornoDays: 10 });
    await stage.mandate({ amount: { value: 12502 } });
    await stage.moveTo(afterAll);
    expect(stage.receiver.actions()).toEqual([...story, "incassocollected", "new_ppt", "incassostorno"]);
    const tried = (await column("attempts.0.at")).map((at) => String(at).slice(0, 10));
    expect(tried).toEqual([
      "2026-02-12",
      "2026-02-26",
      "2026-02-27",
      "2026-03-04",
      "2026-03-04",
      "2026-03-14",
    ]);
  });

  test("calls about several debits are mixed by time, not by debit", async () => {
    await stage.mandate({ processDate: "2026-03-03" });
    await stage.mandate({ processDate: "2026-03-02" });
    await stage.moveTo("2026-03-02T12:00:00Z");
    const sent = stage.receiver.calls.map(
      (one) => `${one.fields.referenceId?.slice(-1)} ${one.fields.action}`,
    );
    expect(sent.slice(2)).toEqual(["2 incassopending", "2 incassosend", "1 incassopending", "1 incassosend"]);
  });

  test("new_ppt names the order and not the debit; the amount is in euros", async () => {
    await set({ collectedOrder: "payment-first" });
    const { il } = await stage.mandate({ amount: { value: 3275 } });
    await stage.moveTo(afterAll);
    const [, , , payment, collected] = stage.receiver.calls.map((one) => one.fields);
    const orderId = (await stage.debit(il)).at("orderId");
    expect(payment).toMatchObject({
      action: "new_ppt",
      amount: "32.75",
      order_id: orderId,
      extra1: "mandate:417",
    });
    expect(payment).not.toHaveProperty("referenceId");
    expect(collected).toMatchObject({ action: "incassocollected", order_id: orderId, referenceId: il });
  });

  test("the two calls about collected money come in either order", async () => {
    for (let n = 0; n < 12; n += 1) await stage.mandate();
    await stage.moveTo(afterAll);
    const actions = stage.receiver.actions().filter((one) => one === "new_ppt" || one === "incassocollected");
    const first = actions.filter((_, n) => n % 2 === 0);
    expect(actions).toHaveLength(24);
    expect(new Set(first)).toEqual(new Set(["new_ppt", "incassocollected"]));
  });

  test("the mandate's own address is called in place of the sales location's, extra ones besides", async () => {
    await setLocation({ extraExchangeUrls: [`${stage.receiver.url}&copy=1`] });
    await stage.mandate({ exchangeUrl: `${stage.receiver.url}&own=1` });
    await stage.simulator.settle();
    expect(stage.receiver.calls.map((one) => one.url)).toEqual(["/hook?k=7f0c&own=1", "/hook?k=7f0c&copy=1"]);
  });

  test.each(["https://backoffice.example.org/hook", "http://10.0.0.1/hook", "http://127.0.0.1.example.org/"])(
    "an address outside this machine is never called: %s",
    async (exchangeUrl) => {
      await stage.mandate({ exchangeUrl });
      await stage.simulator.settle();
      expect(await column("state")).toEqual(["blocked"]);
      expect(await column("attempts")).toEqual([[]]);
    },
  );
});

describe("the answer", () => {
  test.each([
    [200, "TRUE| stored", "delivered"],
    [200, "TRUE", "delivered"],
    [200, '{"result": true, "description": "stored"}', "delivered"],
    [200, "FALSE| try again", "failed"],
    [200, '{"result": false}', "failed"],
    [200, '{"result": "true"}', "failed"],
    [200, "OK", "failed"],
    [200, "", "failed"],
    [201, "TRUE", "failed"],
    [302, "TRUE", "failed"],
    [500, "TRUE", "failed"],
  ])("%i with %j makes the call %s", async (status, body, state) => {
    await setLocation({ retries: "none" });
    stage.receiver.answer = () => ({ status, body });
    await stage.mandate();
    await stage.simulator.settle();
    expect(stage.receiver.calls).toHaveLength(1);
    expect(await column("state")).toEqual([state]);
    expect(await column("attempts.0.answer")).toEqual([body]);
    expect(await column("attempts.0.status")).toEqual([status]);
  });

  test("no answer within the limit is a failure", async () => {
    expect((await stage.sim("GET", "/settings")).at("timeoutMs")).toBe(5000);
    await set({ timeoutMs: 60 });
    await setLocation({ retries: "none" });
    stage.receiver.answer = () => null;
    await stage.mandate();
    await stage.simulator.settle();
    expect(await column("state")).toEqual(["failed"]);
    expect(await column("attempts.0.error")).toEqual(["no answer within 60 ms"]);
  });

  test("a receiver that is down is a failure", async () => {
    await setLocation({ retries: "none" });
    await stage.receiver.close();
    await stage.mandate();
    await stage.simulator.settle();
    expect(String(await column("attempts.0.error"))).toContain("ECONNREFUSED");
  });
});

describe("trying again", () => {
  test("six times within two hours, at 1, 4, 10, 20, 35 and 50 minutes after each failure", async () => {
    stage.receiver.answer = () => ({ status: 500, body: "" });
    await stage.mandate();
    await stage.moveTo("2026-02-12T13:00:00Z");
    const attempts = (await deliveries()).map((one) => pick(one, "attempts"))[0];
    if (!Array.isArray(attempts)) throw new Error("no attempts");
    const instants = attempts.map((one) => Date.parse(String(pick(one, "at"))));
    const waits = instants.slice(1).map((at, n) => (at - (instants[n] ?? 0)) / 60_000);
    expect(waits).toEqual([1, 4, 10, 20, 35, 50]);
    expect(await column("state")).toEqual(["failed"]);
  });

  test.each([
    ["none", 1],
    ["once", 2],
    ["eight", 9],
    ["ten", 11],
    ["eleven", 12],
  ])("the scheme %s makes %i tries within a day and then gives up", async (retries, tries) => {
    await setLocation({ retries });
    stage.receiver.answer = () => ({ status: 200, body: "FALSE| no" });
    await stage.mandate();
    await stage.moveTo("2026-02-13T10:30:00Z");
    expect(stage.receiver.calls).toHaveLength(tries);
    expect(await column("state")).toEqual(["failed"]);
  });

  test("stops at the first success, with the same bytes", async () => {
    stage.receiver.answer = (n) => (n < 2 ? { status: 503, body: "" } : { status: 200, body: "TRUE" });
    await stage.mandate();
    await stage.simulator.settle();
    expect(stage.receiver.calls).toHaveLength(1);
    expect(await column("state")).toEqual(["waiting"]);
    await stage.moveTo("2026-02-12T10:30:00Z");
    expect(stage.receiver.calls).toHaveLength(3);
    expect(new Set(stage.receiver.calls.map((one) => one.raw.toString())).size).toBe(1);
    expect(await column("state")).toEqual(["delivered"]);
  });

  test("a late repeat arrives after the calls that followed", async () => {
    await setLocation({ retries: "eleven" });
    const failing = { status: 200, body: "FALSE|" };
    stage.receiver.answer = (n, call) =>
      call.fields.action === "incassopending" && n < 12 ? failing : { status: 200, body: "TRUE" };
    await stage.mandate();
    await stage.moveTo(afterAll);
    const actions = stage.receiver.actions();
    expect(actions.lastIndexOf("incassopending")).toBeGreaterThan(actions.indexOf("incassosend"));
  });
});

describe("misbehaviour on order", () => {
  test("every call comes with its copies", async () => {
    await set({ duplicates: 2 });
    await stage.mandate();
    await stage.moveTo("2026-02-12T10:00:00Z");
    expect(stage.receiver.actions()).toEqual(["incassoadd", "incassoadd", "incassoadd"]);
    expect(await column("copyOf")).toEqual([null, 1, 1]);
  });

  test("calls overtake each other", async () => {
    await set({ outOfOrder: true, collectedOrder: "incasso-first" });
    await stage.mandate();
    await stage.moveTo(afterAll);
    expect(stage.receiver.actions()).toEqual([
      "incassopending",
      "incassoadd",
      "incassocollected",
      "incassosend",
      "new_ppt",
    ]);
  });

  test("chosen calls are lost and stay in the log", async () => {
    await set({ loseActions: ["incassocollected", "new_ppt"] });
    await stage.mandate();
    await stage.moveTo(afterAll);
    expect(stage.receiver.actions()).toEqual(story);
    expect((await column("state")).filter((one) => one === "lost")).toHaveLength(2);
  });

  test("a call can be sent again, also one that was lost", async () => {
    await set({ loseActions: ["*"] });
    await stage.mandate();
    await stage.simulator.settle();
    expect(stage.receiver.calls).toEqual([]);
    expect((await stage.sim("POST", "/deliveries/1/resend")).at("copyOf")).toBe(1);
    await stage.simulator.settle();
    expect(stage.receiver.actions()).toEqual(["incassoadd"]);
    expect((await stage.sim("POST", "/deliveries/99/resend")).status).toBe(404);
  });

  test("several calls at once reach a slow receiver together", async () => {
    await set({ parallelCalls: 4, timeoutMs: 200 });
    await setLocation({ retries: "none" });
    let most = 0;
    stage.receiver.answer = (n) => {
      most = n + 1;
      return n < 3 ? null : { status: 200, body: "TRUE" };
    };
    for (let n = 0; n < 4; n += 1) await stage.mandate();
    await stage.simulator.settle();
    expect(most).toBe(4);
    expect((await column("state")).filter((one) => one === "delivered")).toHaveLength(1);
  });
});
