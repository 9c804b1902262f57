import { afterEach, beforeEach, expect, test } from "vitest";
import { mandateBody, openStage, pick, type Stage } from "./testing";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const get = (io: string) => stage.api("GET", `/directdebits/mandates/${io}`);

test("the answer to a new mandate is the whole object and names no debit", async () => {
  const { answer } = await stage.mandate({ exchangeUrl: "http://127.0.0.1:9/hook" });
  expect(answer.text).not.toContain("IL-");
  expect(JSON.parse(answer.text)).toEqual({
    ...mandateBody,
    code: "IO-1000-2000-3001",
    exchangeUrl: "http://127.0.0.1:9/hook",
    service: { code: "SL-1000-2000", name: "Example Service Desk" },
    merchant: {
      code: "M-1000-2000",
      name: "Example Creditor B.V.",
      status: "ACTIVE",
      incorporationCountry: "NL",
    },
    stats: { ...mandateBody.stats, domainId: null, promotorId: null },
    lastDirectDebitDate: null,
    nextDirectDebitDate: "2026-03-02T00:00:00+01:00",
    actualDirectDebitDate: null,
    createdAt: expect.stringMatching(/^2026-02-12T10:58:\d\d\+01:00$/),
    createdBy: "AT-1000-2000",
    modifiedAt: expect.stringMatching(/^2026-02-12T10:58:\d\d\+01:00$/),
    modifiedBy: "AT-1000-2000",
    deletedAt: null,
    deletedBy: null,
    _links: [
      { href: "/directdebits/mandates/IO-1000-2000-3001", rel: "details", type: "GET" },
      { href: "/directdebits/mandates", rel: "self", type: "POST" },
    ],
  });
});

test("getting a mandate gives the same object; an unknown one is 404", async () => {
  const { io, answer } = await stage.mandate();
  const got = await get(io);
  expect([got.status, got.text]).toEqual([200, answer.text]);
  expect((await get("IO-9999-9999-9999")).status).toBe(404);
  expect((await get("toString")).status).toBe(404);
});

test("the last date is set by the first collection and the next one is empty then", async () => {
  const { io } = await stage.mandate();
  await stage.moveTo("2026-02-27T12:00:00Z");
  expect((await get(io)).at("actualDirectDebitDate")).toBe("2026-03-02T00:00:00+01:00");
  expect((await get(io)).at("lastDirectDebitDate")).toBe(null);
  await stage.moveTo("2026-03-04T12:00:00Z");
  expect((await get(io)).at("lastDirectDebitDate")).toBe("2026-03-02T00:00:00+01:00");
  expect((await get(io)).at("nextDirectDebitDate")).toBe(null);
});

test("deleting answers 204 without a body, then 404; the planned debit becomes 103", async () => {
  const { io, il } = await stage.mandate();
  const remove = () => stage.api("DELETE", `/directdebits/mandates/${io}`);
  const first = await remove();
  expect([first.status, first.text]).toEqual([204, ""]);
  expect(stage.simulator.journal.at(-1)?.effect).toBe(`mandate.deleted ${io}`);
  expect((await remove()).status).toBe(404);
  expect((await get(io)).at("deletedAt")).toMatch(/^2026-02-12T/);
  expect((await get(io)).at("deletedBy")).toBe("AT-1000-2000");
  const debit = await stage.debit(il);
  expect([debit.at("status.code"), debit.at("declined")]).toEqual([103, false]);
  expect(debit.at("deletedAt")).toMatch(/^2026-02-12T/);
  await stage.moveTo("2026-04-01T12:00:00Z");
  expect(await stage.statusOf(il)).toBe(103);
  expect(stage.receiver.actions()).toEqual(["incassoadd"]);
});

test("a debit that is at the bank runs on after its mandate was deleted", async () => {
  const { io, il } = await stage.mandate();
  await stage.moveTo("2026-02-26T18:00:00Z");
  expect(await stage.statusOf(il)).toBe(526);
  await stage.api("DELETE", `/directdebits/mandates/${io}`);
  await stage.moveTo("2026-03-04T12:00:00Z");
  expect(await stage.statusOf(il)).toBe(100);
});

test("with the switches a deletion is told and the deleted mandate hidden", async () => {
  await stage.sim("POST", "/settings", { sendDelete: true, hideDeletedMandates: true });
  const { io } = await stage.mandate();
  await stage.api("DELETE", `/directdebits/mandates/${io}`);
  await stage.simulator.settle();
  expect(stage.receiver.actions()).toEqual(["incassoadd", "incassodelete"]);
  expect((await get(io)).status).toBe(404);
  expect((await stage.api("GET", "/directdebits/mandates")).at("total")).toBe(0);
});

test("the list comes in pages and can be switched off", async () => {
  const made: string[] = [];
  for (let n = 0; n < 5; n += 1) made.push((await stage.mandate()).io);
  const page = await stage.api("GET", "/directdebits/mandates?page=2&limit=2");
  expect(page.at("total")).toBe(5);
  expect(page.at("count")).toBe(2);
  expect(page.at("pages")).toBe(3);
  expect(page.listAt("mandates").map((one) => pick(one, "code"))).toEqual([made[2], made[1]]);
  expect(page.at("_links.next")).toBe("/directdebits/mandates?page=3&limit=2");
  const last = await stage.api("GET", "/directdebits/mandates?page=3&limit=2");
  expect([last.at("count"), last.at("_links.next")]).toEqual([1, null]);
  await stage.sim("POST", "/settings", { mandateList: false });
  expect((await stage.api("GET", "/directdebits/mandates")).status).toBe(404);
});

test("what is younger than the visibility lag is not seen, neither new objects nor changes", async () => {
  await stage.sim("POST", "/settings", { visibilityLagSeconds: 3600 });
  const { io, il } = await stage.mandate();
  const list = async () => (await stage.api("GET", `/directdebits?mandate[eq]=${io}`)).at("total");
  expect([(await get(io)).status, (await stage.debit(il)).status, await list()]).toEqual([404, 404, 0]);
  expect((await stage.api("GET", "/directdebits/mandates")).at("total")).toBe(0);
  await stage.moveTo("2026-02-12T11:00:00Z");
  expect([(await get(io)).status, (await stage.debit(il)).status, await list()]).toEqual([200, 200, 1]);
  await stage.moveTo("2026-02-26T17:30:00Z");
  expect(await stage.statusOf(il)).toBe(91);
  await stage.moveTo("2026-02-26T18:30:00Z");
  expect(await stage.statusOf(il)).toBe(526);
  await stage.api("DELETE", `/directdebits/mandates/${io}`);
  expect((await get(io)).at("deletedAt")).toBe(null);
});
