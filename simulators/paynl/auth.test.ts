import { afterAll, beforeAll, expect, test } from "vitest";
import { authorization, mandateBody, openStage, powerless, type Stage, shop, token } from "./testing";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const raw = (path: string, init: RequestInit) => fetch(`${stage.simulator.url}/v2${path}`, init);

test("both pairs of credentials open the API", async () => {
  for (const pair of [token, shop]) {
    expect((await stage.api("GET", "/directdebits", undefined, pair)).status).toBe(200);
  }
});

test.each([
  undefined,
  "Bearer abc",
  authorization(token.user, "f".repeat(40)),
  authorization("AT-9999-9999", token.secret),
  authorization("toString", ""),
  authorization(token.user, shop.secret),
])("with %s the answer is 401 in PAY's words", async (header) => {
  const answer = await raw("/directdebits", { headers: header ? { authorization: header } : {} });
  expect(answer.status).toBe(401);
  expect(answer.headers.get("www-authenticate")).toContain("Basic");
  expect(await answer.json()).toMatchObject({ code: "PAY-1401", title: "Unauthorized" });
});

test("a credential without the right gets 403 on every direct debit path and nothing is made", async () => {
  const answers = await Promise.all([
    stage.api("POST", "/directdebits/mandates", mandateBody, powerless),
    stage.api("GET", "/directdebits/mandates", undefined, powerless),
    stage.api("GET", "/directdebits/IL-1000-2000-3001", undefined, powerless),
    stage.api("DELETE", "/directdebits/mandates/IO-1000-2000-3001", undefined, powerless),
  ]);
  expect(answers.map((one) => one.status)).toEqual([403, 403, 403, 403]);
  expect((await stage.sim("GET", "/mandates")).listAt("")).toEqual([]);
});

test("unknown paths, methods and content types get 404, 405, 406 and 415", async () => {
  const own = { authorization: authorization(token.user, token.secret) };
  const post = { method: "POST", body: "{}" };
  expect((await raw("/nothing", { headers: own })).status).toBe(404);
  expect((await fetch(`${stage.simulator.url}/v3/directdebits`, { headers: own })).status).toBe(404);
  const patch = await raw("/directdebits/IO-1000-2000-3001", { headers: own, method: "PATCH" });
  expect(patch.status).toBe(405);
  expect(patch.headers.get("allow")).toBe("GET");
  expect((await raw("/directdebits", { headers: { ...own, accept: "text/html" } })).status).toBe(406);
  expect((await raw("/directdebits", { ...post, headers: own })).status).toBe(415);
  const broken = { ...own, "content-type": "application/json" };
  expect((await raw("/directdebits", { method: "POST", body: "{", headers: broken })).status).toBe(400);
});

test("a credential can be made, changed and taken away while the simulator runs", async () => {
  const user = "AT-7000-0001";
  const made = await stage.sim("POST", "/credentials", { user });
  expect(made.textAt("secret")).toMatch(/^[0-9a-f]{40}$/);
  const list = (secret: string) => stage.api("GET", "/directdebits", undefined, { user, secret });
  expect((await list(made.textAt("secret"))).status).toBe(200);
  await stage.sim("POST", "/credentials", { user, secret: "a".repeat(40), directDebit: false });
  expect((await list(made.textAt("secret"))).status).toBe(401);
  expect((await list("a".repeat(40))).status).toBe(403);
  await stage.sim("POST", "/credentials", { user, revoked: true });
  expect((await list("a".repeat(40))).status).toBe(401);
  expect((await stage.sim("POST", "/credentials", { user: "someone" })).status).toBe(422);
});

test("another merchant sees nothing of ours, and a sales location only itself", async () => {
  const other = { user: "AT-8000-0001", secret: "b".repeat(40) };
  const sister = { user: "SL-8000-0002", secret: "c".repeat(40) };
  await stage.sim("POST", "/credentials", { ...other, merchant: "M-8000-0001" });
  await stage.sim("POST", "/credentials", sister);
  const { io, il } = await stage.mandate();
  for (const pair of [other, sister]) {
    expect((await stage.api("GET", `/directdebits/mandates/${io}`, undefined, pair)).status).toBe(404);
    expect((await stage.api("GET", `/directdebits/${il}`, undefined, pair)).status).toBe(404);
    expect((await stage.api("GET", "/directdebits", undefined, pair)).at("total")).toBe(0);
    expect((await stage.api("DELETE", `/directdebits/mandates/${io}`, undefined, pair)).status).toBe(404);
    const foreign = await stage.api("POST", "/directdebits/mandates", mandateBody, pair);
    expect(foreign.at("violations.0.propertyPath")).toBe("serviceId");
  }
});

test("PAY's own addresses can be asked for", async () => {
  expect((await stage.api("GET", "/ispay/ip?value=127.0.0.1")).status).toBe(200);
  expect((await stage.api("GET", "/ispay/ip?value=192.0.2.1")).status).toBe(404);
  expect((await stage.api("GET", "/ipaddresses")).at("total")).toBe(2);
});
