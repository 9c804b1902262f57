import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { API_KEY, openSimulator, rowsOf, talkTo, textOf, wishFor, withMandate } from "./testing";

const NOW = "2024-04-15T09:12:44Z";

describe("signing in", () => {
  it("takes the base64 of the key and a colon", async () => {
    const desk = await openSimulator(NOW);
    const authorization = `Basic ${btoa(`${API_KEY}:`)}`;
    const answer = await desk.call("GET", "/me", undefined, { authorization });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ handle: expect.any(String), name: expect.any(String), test: true });
  });
  it.each([
    ["no header", ""],
    ["a key without the colon", `Basic ${btoa(API_KEY)}`],
    ["a password", `Basic ${btoa(`${API_KEY}:x`)}`],
    ["another key", `Basic ${btoa("sk_other:")}`],
    ["a bearer token", `Bearer ${API_KEY}`],
  ])("refuses %s with 401 and the error body", async (_, authorization) => {
    const desk = await openSimulator(NOW);
    const answer = await desk.call("GET", "/me", undefined, { authorization });
    expect(answer.status).toBe(401);
    expect(Object.keys(answer.body).toSorted()).toEqual(["title", "traceId", "type"]);
  });
  it("keeps one merchant's things from another, as if they did not exist", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const payment = textOf((await desk.pay(wishFor(mandate))).body, "handle");
    const added = await desk.control("merchants", { name: "Somebody else" });
    const other = talkTo(desk.sim, textOf(added.body, "apiKey"));
    expect((await other.call("GET", `/payments/${payment}`)).status).toBe(404);
    expect((await other.call("DELETE", `/payments/${payment}`)).status).toBe(404);
    expect((await other.pay(wishFor(mandate))).status).toBe(404);
    expect(rowsOf(await other.call("GET", "/customers/mandates"))).toEqual([]);
    expect(textOf((await other.call("GET", "/me")).body, "name")).toBe("Somebody else");
  });
});

describe("the wire", () => {
  it("matches paths and body keys in any case and answers in camelCase", async () => {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    const wish = {
      Mandate: mandate,
      CURRENCY: "DKK",
      Amount: 49900,
      PaymentDate: "2024-05-01T00:00:00Z",
      Reference: "R",
    };
    const made = await desk.call("POST", "/Payments", wish, {
      "idempotency-key": crypto.randomUUID(),
    });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ reference: "R", amount: 49900 });
    expect((await desk.call("GET", `/PAYMENTS/${textOf(made.body, "handle")}/`)).status).toBe(200);
    expect((await desk.call("GET", `/payments/${textOf(made.body, "id").toUpperCase()}`)).status).toBe(200);
  });
  it("refuses other content types with 415 and takes the documented ones", async () => {
    const desk = await openSimulator(NOW);
    const post = (type: string) =>
      desk.call("POST", "/customers", { number: type }, { "content-type": type });
    expect((await post("text/plain")).status).toBe(415);
    expect((await post("application/x-www-form-urlencoded")).status).toBe(415);
    expect((await post("text/json")).status).toBe(200);
    expect((await post("application/vnd.api+json; charset=utf-8")).status).toBe(200);
  });
  it.each(["{", "[]", "null", '"text"', "\ufeff"])("refuses the body %s with 422", async (body) => {
    const desk = await openSimulator(NOW);
    expect((await desk.call("POST", "/customers", body)).status).toBe(422);
  });
  it("wants the length of a body", async () => {
    const desk = await openSimulator(NOW);
    const headers = { authorization: `Basic ${btoa(`${API_KEY}:`)}`, "content-type": "application/json" };
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${desk.sim.url}/customers`, { method: "POST", headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on("error", reject);
      // Two writes: the length is not known when the head goes out.
      sent.write("{");
      sent.end("}");
    });
    expect(status).toBe(411);
  });
  it("answers 404 with the error body where there is nothing", async () => {
    const desk = await openSimulator(NOW);
    for (const path of ["/", "/agreements", "/payouts", "/payments/x/y", "/customers/%zz"]) {
      const answer = await desk.call("GET", path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(textOf(answer.body, "traceId")).not.toBe("");
    }
  });
  it("notes the x-version of a merchant's last call", async () => {
    const desk = await openSimulator(NOW);
    await desk.call("GET", "/me", undefined, { "x-version": "4.0" });
    expect(rowsOf(await desk.look("merchants"))).toMatchObject([{ lastVersion: "4.0" }]);
  });
});

describe("paging", () => {
  async function withPayments(count: number) {
    const desk = await openSimulator(NOW);
    const mandate = await withMandate(desk);
    for (let i = 1; i <= count; i += 1) await desk.pay(wishFor(mandate, { reference: `R${i}` }));
    return desk;
  }
  it("gives 20 by default and walks all pages by nextOffset", async () => {
    const desk = await withPayments(45);
    const seen: unknown[] = [];
    const sizes: number[] = [];
    let path = "/payments";
    for (;;) {
      const page = await desk.call("GET", path);
      const rows = rowsOf(page);
      sizes.push(rows.length);
      seen.push(...rows.map((one) => one.reference));
      if (page.body.hasMore !== true) {
        expect(page.body.nextOffset).toBeNull();
        break;
      }
      path = `/payments?after=${encodeURIComponent(textOf(page.body, "nextOffset"))}`;
    }
    expect(sizes).toEqual([20, 20, 5]);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, i) => `R${45 - i}`));
  });
  it("does not repeat or skip anything when payments are made between two pages", async () => {
    const desk = await withPayments(4);
    const first = await desk.call("GET", "/payments?limit=2");
    await desk.pay(wishFor(textOf(rowsOf(await desk.look("mandates"))[0], "handle"), { reference: "R5" }));
    const second = await desk.call("GET", `/payments?limit=2&after=${textOf(first.body, "nextOffset")}`);
    expect(rowsOf(second).map((one) => one.reference)).toEqual(["R2", "R1"]);
  });
  it("can list the oldest first", async () => {
    const desk = await withPayments(3);
    await desk.settings({ listOrder: "oldest-first" });
    const first = await desk.call("GET", "/payments?limit=2");
    const second = await desk.call("GET", `/payments?limit=2&after=${textOf(first.body, "nextOffset")}`);
    expect([...rowsOf(first), ...rowsOf(second)].map((one) => one.reference)).toEqual(["R1", "R2", "R3"]);
  });
  it.each(["0", "101", "-1", "ten", "1.5", ""])("refuses limit=%s", async (limit) => {
    const desk = await openSimulator(NOW);
    expect((await desk.call("GET", `/payments?limit=${limit}`)).status).toBe(422);
  });
  it("takes the limits 1 and 100", async () => {
    const desk = await openSimulator(NOW);
    expect((await desk.call("GET", "/payments?limit=1")).status).toBe(200);
    expect((await desk.call("GET", "/customers/mandates?Limit=100")).status).toBe(200);
  });
  it("refuses an offset it did not give, and filter and orderby until told to ignore them", async () => {
    const desk = await openSimulator(NOW);
    expect((await desk.call("GET", "/payments?after=x")).status).toBe(422);
    expect((await desk.call("GET", "/payments?filter=a")).status).toBe(422);
    expect((await desk.call("GET", "/customers?orderBy=a")).status).toBe(422);
    await desk.settings({ queryFilters: "ignore" });
    expect((await desk.call("GET", "/payments?filter=a&orderby=b")).status).toBe(200);
  });
});

describe("the rate limit", () => {
  it("answers 429 with Retry-After after so many calls in a second, and not otherwise", async () => {
    const desk = await openSimulator(NOW);
    await desk.settings({ rateLimitPerSecond: 2 });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await desk.call("GET", "/payments")).status);
    expect(statuses).toEqual([200, 200, 429]);
    const limited = await desk.call("GET", "/payments");
    expect(limited.headers.get("retry-after")).toBe("1");
    await desk.settings({ retryAfter: "left-out" });
    expect((await desk.call("GET", "/payments")).headers.get("retry-after")).toBeNull();
    await desk.control("clock", { advance_ms: 2000 });
    expect((await desk.call("GET", "/payments")).status).toBe(200);
  });
});
