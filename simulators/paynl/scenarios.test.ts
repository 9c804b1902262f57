import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mandateBody, openStage, pick, type Stage, withIban } from "./testing";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** The statuses a debit went through, each with its instant to the minute in UTC. */
async function path(il: string): Promise<string[]> {
  const all = await stage.sim("GET", "/debits");
  const debit = all.listAt("").find((one) => pick(one, "code") === il);
  const history = pick(debit, "history");
  if (!Array.isArray(history)) throw new Error(`${il} has no history`);
  return history.map((one) => `${pick(one, "code")} ${String(pick(one, "at")).slice(0, 16)}`);
}

const toTheBank = ["91 2026-02-12T09:58", "526 2026-02-26T17:00", "94 2026-02-27T07:00"];
const later = "2026-06-30T12:00:00Z";

describe("by account", () => {
  test.each([
    ["NL28INGB0000000001", ["100 2026-03-04T08:00"]],
    ["NL31ABNA0000000002", ["127 2026-03-04T08:00"]],
    ["NL46RABO0000000003", ["100 2026-03-04T08:00", "106 2026-03-14T08:00"]],
    ["NL95BUNQ0000000004", ["127 2026-03-02T08:00"]],
    ["NL18TRIO0000000005", ["127 2026-03-02T08:00"]],
    ["NL75ASNB0000000006", ["100 2026-03-04T08:00"]],
    ["NL97REVO0000000007", ["100 2026-03-04T08:00", "106 2026-05-03T07:00"]],
    ["BE68539007547034", ["100 2026-03-04T08:00"]],
  ])("%s goes its way, everything at its own instant in one jump of the clock", async (iban, end) => {
    const { il } = await stage.mandate(withIban(iban));
    await stage.moveTo(later);
    expect(await path(il)).toEqual([...toTheBank, ...end]);
  });

  test.each([
    ["NL31ABNA0000000002", 109, "Administrative reason", "2026-03-04T09:00:00+01:00"],
    ["NL46RABO0000000003", 286, "Reason not supplied", "2026-03-14T09:00:00+01:00"],
    ["NL95BUNQ0000000004", 115, "Account unknown", "2026-03-02T09:00:00+01:00"],
    ["NL18TRIO0000000005", 277, "Selective debit block", "2026-03-02T09:00:00+01:00"],
    ["NL97REVO0000000007", 331, "Wrongful debit report", "2026-05-03T09:00:00+02:00"],
  ])("%s is declined with %i", async (iban, code, name, date) => {
    const { il } = await stage.mandate(withIban(iban));
    await stage.moveTo(later);
    const debit = await stage.debit(il);
    expect(debit.at("declined")).toBe(true);
    expect(debit.at("decline")).toEqual({ code, name, date });
    expect(debit.at("modifiedAt")).toBe(date);
    expect(debit.at("status.action")).toBe("storno");
  });

  test("NL75ASNB0000000006 pays the first debit, refuses the second and pays the third", async () => {
    const { io, il } = await stage.mandate(withIban("NL75ASNB0000000006"));
    await stage.moveTo("2026-04-01T12:00:00Z");
    const add = async () =>
      (await stage.api("POST", "/directdebits", { mandate: io, ...amount })).textAt("id");
    const amount = { amount: { value: 100 } };
    const second = await add();
    const third = await add();
    await stage.moveTo("2026-04-20T12:00:00Z");
    const statuses = await Promise.all([il, second, third].map(stage.statusOf));
    expect(statuses).toEqual([100, 127, 100]);
    expect((await stage.debit(second)).at("decline.code")).toBe(286);
  });

  test("a storno comes on the chosen day, the 56th included", async () => {
    await stage.sim("POST", "/settings", { stornoDays: 56 });
    const { il } = await stage.mandate(withIban("NL46RABO0000000003"));
    await stage.moveTo("2026-04-29T06:59:00Z");
    expect(await stage.statusOf(il)).toBe(100);
    await stage.moveTo("2026-04-29T07:00:30Z");
    expect(await stage.statusOf(il)).toBe(106);
    expect(stage.receiver.actions().at(-1)).toBe("incassostorno");
  });

  test("a wrongful debit report comes on the 60th day and not before", async () => {
    const { il } = await stage.mandate(withIban("NL97REVO0000000007"));
    await stage.moveTo("2026-05-03T06:59:00Z");
    expect(await stage.statusOf(il)).toBe(100);
    await stage.moveTo("2026-05-03T07:00:30Z");
    expect(await stage.statusOf(il)).toBe(106);
  });
});

describe("by the cents of the amount", () => {
  const cents = (value: number, iban = "NL28INGB0000000001") => withIban(iban, { amount: { value } });

  test.each([
    [12501, ["127 2026-03-04T08:00"]],
    [12502, ["100 2026-03-04T08:00", "106 2026-03-14T08:00"]],
    [12504, ["100 2026-03-04T08:00"]],
    [12505, ["100 2026-03-04T08:00"]],
    [12503, ["199 2026-03-02T08:00", "526 2026-03-05T17:00", "94 2026-03-06T07:00", "100 2026-03-11T08:00"]],
  ])("an amount of %i cents goes its way", async (value, end) => {
    const { il } = await stage.mandate(cents(value));
    await stage.moveTo(later);
    expect(await path(il)).toEqual([...toTheBank, ...end]);
  });

  test("they win over the account", async () => {
    const { il } = await stage.mandate(cents(12502, "NL95BUNQ0000000004"));
    await stage.moveTo("2026-03-05T12:00:00Z");
    expect(await stage.statusOf(il)).toBe(100);
  });

  test(".03 shows 199 and its new day in between, and is not declined", async () => {
    const { il } = await stage.mandate(cents(12503));
    await stage.moveTo("2026-03-03T12:00:00Z");
    const debit = await stage.debit(il);
    expect(debit.at("status")).toEqual({ code: 199, action: "pending", phase: "Relist" });
    expect([debit.at("declined"), debit.at("processDate")]).toEqual([false, "2026-03-09T00:00:00+01:00"]);
  });

  test(".04 loses every exchange call", async () => {
    await stage.mandate(cents(12504));
    await stage.moveTo(later);
    expect(stage.receiver.calls).toEqual([]);
    const states = (await stage.sim("GET", "/deliveries")).listAt("").map((one) => pick(one, "state"));
    expect(states).toEqual(["lost", "lost", "lost", "lost", "lost"]);
  });

  test(".05 sends every exchange call twice and two hours late", async () => {
    await stage.mandate(cents(12505));
    await stage.moveTo("2026-02-12T11:57:00Z");
    expect(stage.receiver.calls).toEqual([]);
    await stage.moveTo("2026-02-12T12:00:00Z");
    expect(stage.receiver.actions()).toEqual(["incassoadd", "incassoadd"]);
    expect(stage.receiver.calls[0]?.raw).toEqual(stage.receiver.calls[1]?.raw);
  });

  test(".06 answers 500 once and .07 answers 429 twice, and nothing is made by it", async () => {
    const create = (value: number) =>
      stage.api("POST", "/directdebits/mandates", { ...mandateBody, amount: { value } });
    expect((await create(106)).status).toBe(500);
    expect((await create(107)).status).toBe(429);
    expect((await create(107)).headers.get("retry-after")).toBe("1");
    expect((await stage.sim("GET", "/mandates")).listAt("")).toEqual([]);
    expect(stage.simulator.journal.map((one) => one.effect)).toEqual([null, null, null]);
    expect((await create(106)).status).toBe(201);
    expect((await create(107)).status).toBe(201);
    expect((await create(106)).status).toBe(500);
  });
});

describe("the way to the bank", () => {
  test("a debit for the next day is handed in at once, a minute a step", async () => {
    const { il } = await stage.mandate({ processDate: null });
    await stage.moveTo("2026-02-17T12:00:00Z");
    const [added, ...rest] = await path(il);
    expect(added).toBe("91 2026-02-12T09:58");
    expect(rest).toEqual(["526 2026-02-12T09:59", "94 2026-02-12T10:00", "100 2026-02-17T08:00"]);
  });

  test("business days leave out Easter", async () => {
    const { il } = await stage.mandate({ processDate: "2026-04-04" });
    await stage.moveTo(later);
    const [, ...rest] = await path(il);
    expect(rest).toEqual(["526 2026-04-01T16:00", "94 2026-04-02T06:00", "100 2026-04-09T07:00"]);
  });
});

describe("a RECURRING mandate", () => {
  const recurring = (interval: object) => ({ type: "RECURRING", interval });
  const days = async (io: string) => {
    const list = await stage.api("GET", `/directdebits?mandate[eq]=${io}`);
    const debits = list.listAt("directdebits").map((one) => String(pick(one, "processDate")).slice(0, 10));
    return debits.reverse();
  };

  test.each([
    [{ period: "month", value: 1, quantity: 4 }, ["2026-03-02", "2026-04-02", "2026-05-04", "2026-06-02"]],
    [{ period: "week", value: 2, quantity: 3 }, ["2026-03-02", "2026-03-16", "2026-03-30"]],
    [{ period: "day", value: 1, quantity: 3 }, ["2026-03-02", "2026-03-03", "2026-03-04"]],
    [{ period: "trimester", value: 1, quantity: 2 }, ["2026-03-02", "2026-06-02"]],
    [{ period: "halfyear", value: 1, quantity: 2 }, ["2026-03-02", "2026-09-02"]],
    [{ period: "year", value: 1, quantity: 2 }, ["2026-03-02", "2027-03-02"]],
    [{ period: "month", value: 1, quantity: 1 }, ["2026-03-02"]],
  ])("with %o plans its debits itself, in one jump of the clock", async (interval, expected) => {
    const { io } = await stage.mandate(recurring(interval));
    expect(await days(io)).toEqual(expected.slice(0, 1));
    await stage.moveTo("2028-06-30T12:00:00Z");
    expect(await days(io)).toEqual(expected);
    const debits = (await stage.sim("GET", "/debits")).listAt("");
    expect(debits.map((one) => pick(one, "status"))).toEqual(expected.map(() => 100));
    const added = stage.receiver.calls.filter((call) => call.fields.action === "incassoadd");
    expect(added.map((call) => call.fields.referenceId)).toEqual(debits.map((one) => pick(one, "code")));
    expect(added.every((call) => call.fields.extra1 === "mandate:417")).toBe(true);
  });

  test("goes on after a refusal, and stops after two in a row when told to", async () => {
    const refused = {
      ...withIban("NL31ABNA0000000002"),
      ...recurring({ period: "month", value: 1, quantity: 5 }),
    };
    const first = await stage.mandate(refused);
    await stage.moveTo("2026-12-30T12:00:00Z");
    expect(await days(first.io)).toHaveLength(5);
    await stage.sim("POST", "/settings", { stopAfterFailures: 2 });
    const second = await stage.mandate({ ...refused, processDate: "2027-01-04" });
    await stage.moveTo("2027-12-30T12:00:00Z");
    const list = await stage.api("GET", `/directdebits?mandate[eq]=${second.io}`);
    const codes = list.listAt("directdebits").map((one) => pick(one, "status.code"));
    expect(codes).toEqual([103, 127, 127]);
  });

  test("makes no more debits once it is deleted", async () => {
    const { io } = await stage.mandate(recurring({ period: "month", value: 1, quantity: 12 }));
    await stage.moveTo("2026-03-10T12:00:00Z");
    await stage.api("DELETE", `/directdebits/mandates/${io}`);
    await stage.moveTo("2027-06-30T12:00:00Z");
    expect(await days(io)).toEqual(["2026-03-02", "2026-04-02"]);
    const debits = (await stage.sim("GET", "/debits")).listAt("");
    expect(debits.map((one) => pick(one, "status"))).toEqual([100, 103]);
  });
});
