import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStage, pick, type Stage, withIban } from "./testing";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const add = (body: object) => stage.api("POST", "/directdebits", { amount: { value: 3275 }, ...body });
const list = (query: string) => stage.api("GET", `/directdebits?${query}`);

async function activeMandate() {
  const made = await stage.mandate();
  await stage.moveTo("2026-04-28T07:15:04Z");
  return made;
}

describe("adding a debit", () => {
  test.each(["mandate", "mandateId"])("works under the name %s on an active mandate", async (name) => {
    const { io } = await activeMandate();
    const answer = await add({
      [name]: io,
      description: "Usage April 2026",
      processDate: "2026-05-04T00:00:00+02:00",
      stats: { extra1: "debit:9001" },
    });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text)).toEqual({
      id: "IL-1000-2000-3002",
      description: "Usage April 2026",
      url: "https://pay.nl",
      processDate: "2026-05-04T00:00:00+02:00",
      orderId: expect.stringMatching(/^\d{11}X\d{4}$/),
      paymentSessionId: expect.stringMatching(/^\d{10}$/),
      type: "FLEXIBLE",
      amount: { value: 3275, currency: "EUR" },
      status: { code: 91, action: "add", phase: "Added" },
      declined: false,
      decline: null,
      bankAccount: { iban: "NL28INGB0000000001", bic: "INGBNL2A", owner: "S. Bakker" },
      mandate: { code: io, description: "Annual service 2026", reference: "CONTRACT-000417" },
      service: { code: "SL-1000-2000", name: "Example Service Desk" },
      merchant: {
        code: "M-1000-2000",
        name: "Example Creditor B.V.",
        status: "ACTIVE",
        incorporationCountry: "NL",
      },
      stats: {
        info: null,
        tool: null,
        object: null,
        extra1: "debit:9001",
        extra2: null,
        extra3: null,
        domainId: null,
      },
      createdAt: expect.stringMatching(/^2026-04-28T09:15:\d\d\+02:00$/),
      createdBy: "AT-1000-2000",
      modifiedAt: expect.stringMatching(/^2026-04-28T09:15:\d\d\+02:00$/),
      modifiedBy: "AT-1000-2000",
      deletedAt: null,
      deletedBy: null,
      _links: [
        { href: "/directdebits/IL-1000-2000-3002", rel: "details", type: "GET" },
        { href: "/directdebits", rel: "self", type: "POST" },
      ],
    });
    expect((await stage.debit("IL-1000-2000-3002")).text).toBe(answer.text);
  });

  test("is refused on a mandate that is not active yet, with a violation on mandate", async () => {
    const { io } = await stage.mandate();
    const answer = await add({ mandate: io });
    expect(answer.status).toBe(400);
    expect(answer.at("violations.0.propertyPath")).toBe("mandate");
    expect(answer.at("violations.0.message")).toBe("The mandate is not active.");
  });

  test("is refused when the first debit was refused, and allowed after a storno", async () => {
    const refused = await stage.mandate(withIban("NL31ABNA0000000002"));
    const storno = await stage.mandate(withIban("NL46RABO0000000003"));
    await stage.moveTo("2026-04-28T07:15:04Z");
    expect(await stage.statusOf(refused.il)).toBe(127);
    expect(await stage.statusOf(storno.il)).toBe(106);
    expect((await add({ mandate: refused.io })).status).toBe(400);
    expect((await add({ mandate: storno.io })).status).toBe(201);
  });

  test.each<[string, object]>([
    ["SINGLE", {}],
    ["RECURRING", { interval: { period: "month", value: 1, quantity: 3 } }],
  ])("is refused on a %s mandate", async (type, more) => {
    const { io } = await stage.mandate({ type, ...more });
    await stage.moveTo("2026-04-28T07:15:04Z");
    const answer = await add({ mandate: io });
    expect(answer.at("violations.0.message")).toContain("flexible");
  });

  test("is refused on a deleted mandate", async () => {
    const { io } = await activeMandate();
    await stage.api("DELETE", `/directdebits/mandates/${io}`);
    expect((await add({ mandate: io })).at("violations.0.message")).toBe("The mandate is deleted.");
  });

  test("is refused after the last order", async () => {
    const { io } = await activeMandate();
    expect((await add({ mandate: io, isLastOrder: true })).status).toBe(201);
    expect((await add({ mandate: io })).at("violations.0.message")).toBe("The mandate has ended.");
  });

  test("is refused when the mandate was not used for 36 months", async () => {
    const { io } = await activeMandate();
    await stage.moveTo("2029-03-02T12:00:00Z");
    expect((await add({ mandate: io })).status).toBe(201);
    await stage.moveTo("2032-03-20T12:00:00Z");
    expect((await add({ mandate: io })).at("violations.0.message")).toContain("36 months");
  });

  test("without a date takes the next business day, and moves a weekend to Monday", async () => {
    const { io } = await activeMandate();
    expect((await add({ mandate: io })).at("processDate")).toBe("2026-04-29T00:00:00+02:00");
    const today = await add({ mandate: io, processDate: "2026-04-28" });
    expect(today.at("processDate")).toBe("2026-04-29T00:00:00+02:00");
    const holiday = await add({ mandate: io, processDate: "2026-05-01" });
    expect(holiday.at("processDate")).toBe("2026-05-04T00:00:00+02:00");
  });
});

describe("the list of debits", () => {
  test("is filtered by mandate and paged", async () => {
    const { io } = await activeMandate();
    const other = await stage.mandate({ processDate: null });
    for (let n = 0; n < 4; n += 1) await add({ mandate: io });
    const page = await list(`mandate[eq]=${io}&limit=3&page=2`);
    expect([page.at("total"), page.at("count"), page.at("pages")]).toEqual([5, 2, 2]);
    expect(page.listAt("directdebits").map((one) => pick(one, "mandate.code"))).toEqual([io, io]);
    expect(page.at("_links.previous")).toContain("mandate%5Beq%5D=IO-1000-2000-3001&limit=3&page=1");
    const encoded = await list(`mandate%5Beq%5D=${other.io}`);
    expect(encoded.listAt("directdebits").map((one) => pick(one, "id"))).toEqual([other.il]);
    expect((await list("mandate[eq]=IO-9999-9999-9999")).at("total")).toBe(0);
    expect((await list("")).at("total")).toBe(6);
    expect((await list("page=0")).at("violations.0.propertyPath")).toBe("page");
  });

  test("comes in the order of the setting, and never holds more than a page's worth", async () => {
    const { io } = await activeMandate();
    for (let n = 0; n < 11; n += 1) await add({ mandate: io });
    const ids = async () =>
      (await list(`mandate[eq]=${io}`)).listAt("directdebits").map((one) => String(pick(one, "id")));
    const newest = await ids();
    await stage.sim("POST", "/settings", { listOrder: "oldest" });
    const oldest = await ids();
    await stage.sim("POST", "/settings", { listOrder: "mixed" });
    const mixed = await ids();
    expect(oldest).toEqual([...newest].reverse());
    expect([...mixed].sort()).toEqual(oldest);
    expect([oldest, newest]).not.toContainEqual(mixed);
    await stage.sim("POST", "/settings", { pageLimit: 5 });
    const cut = await list(`mandate[eq]=${io}&limit=50`);
    expect([cut.at("count"), cut.at("pages")]).toEqual([5, 3]);
  });
});

test("the journal names each object exactly once, in the request that made it", async () => {
  const { io } = await activeMandate();
  await add({ mandate: io, stats: { extra1: "debit:9001" } });
  await add({ mandate: io, stats: { extra1: "debit:9001" }, amount: { value: -1 } });
  await stage.debit("IL-1000-2000-3002");
  const effects = stage.simulator.journal.flatMap((entry) => entry.effect?.split("\n") ?? []);
  expect(effects).toEqual([
    "mandate.created IO-1000-2000-3001 ref=CONTRACT-000417",
    "debit.created IL-1000-2000-3001 ref=mandate:417",
    "debit.created IL-1000-2000-3002 ref=debit:9001",
  ]);
});

test("a request that is handled and then cut still has its effect in the journal", async () => {
  stage.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/v2", times: 1 });
  await expect(stage.mandate()).rejects.toThrow();
  expect(stage.simulator.journal.at(-1)?.effect).toContain("mandate.created IO-1000-2000-3001");
  expect((await stage.api("GET", "/directdebits/mandates")).at("total")).toBe(1);
});
