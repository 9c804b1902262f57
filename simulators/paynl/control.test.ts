import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStage, pick, type Stage, withIban } from "./testing";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const act = (il: string, action: string, body: object = {}) =>
  stage.sim("POST", `/debits/${il}/${action}`, body);

describe("by hand", () => {
  test("a debit is collected before its day, and its later steps do not come any more", async () => {
    const { il } = await stage.mandate();
    expect((await act(il, "collect")).status).toBe(200);
    expect((await act(il, "collect")).status).toBe(409);
    await stage.moveTo("2026-06-30T12:00:00Z");
    expect([...stage.receiver.actions()].sort()).toEqual(["incassoadd", "incassocollected", "new_ppt"]);
    expect(await stage.statusOf(il)).toBe(100);
  });

  test("a debit is refused with a reason of choice, once", async () => {
    const { il } = await stage.mandate();
    await act(il, "refuse", { declineCode: 112 });
    const debit = await stage.debit(il);
    expect([debit.at("status.code"), debit.at("decline.name")]).toEqual([127, "Account cancelled"]);
    expect((await act(il, "refuse")).status).toBe(409);
    expect((await act(il, "storno")).status).toBe(409);
    await stage.moveTo("2026-06-30T12:00:00Z");
    expect(stage.receiver.actions()).toEqual(["incassoadd", "incassostorno"]);
  });

  test("a storno is possible on the 56th day and refused on the 57th", async () => {
    const { il: early } = await stage.mandate();
    const { il: late } = await stage.mandate();
    await stage.moveTo("2026-04-29T20:00:00Z");
    expect((await act(early, "storno", { declineCode: 118 })).status).toBe(200);
    expect((await stage.debit(early)).at("decline.code")).toBe(118);
    await stage.moveTo("2026-04-29T22:30:00Z");
    expect((await act(late, "storno", { declineCode: 118 })).status).toBe(409);
    expect(await stage.statusOf(late)).toBe(100);
  });

  test("a wrongful debit report is possible for 13 months", async () => {
    const { il: early } = await stage.mandate();
    const { il: late } = await stage.mandate();
    await stage.moveTo("2027-04-04T12:00:00Z");
    expect((await act(early, "storno", { declineCode: 331 })).status).toBe(200);
    await stage.moveTo("2027-04-05T12:00:00Z");
    expect((await act(late, "storno", { declineCode: 331 })).status).toBe(409);
  });

  test("a storno can be set for a later day, in place of the one in the story", async () => {
    const { il } = await stage.mandate(withIban("NL46RABO0000000003"));
    await stage.moveTo("2026-03-04T12:00:00Z");
    await act(il, "storno", { afterDays: 30, declineCode: 118 });
    expect((await act(il, "storno", { afterDays: 57 })).status).toBe(409);
    await stage.moveTo("2026-04-03T06:59:00Z");
    expect(await stage.statusOf(il)).toBe(100);
    await stage.moveTo("2026-04-03T07:00:30Z");
    expect((await stage.debit(il)).at("decline.code")).toBe(118);
  });

  test("a status nobody knows can be given; the debit then goes on", async () => {
    const { il } = await stage.mandate();
    await act(il, "status", { code: 541 });
    expect((await stage.debit(il)).at("status")).toEqual({
      code: 541,
      action: "pending",
      phase: "Status 541",
    });
    await stage.simulator.settle();
    expect(stage.receiver.actions()).toEqual(["incassoadd", "incassopending"]);
    await stage.moveTo("2026-03-04T12:00:00Z");
    expect(await stage.statusOf(il)).toBe(100);
  });

  test("after a result a status given by hand stays, but a storno still comes", async () => {
    const { il: refused } = await stage.mandate();
    const { il: paid } = await stage.mandate(withIban("NL46RABO0000000003"));
    await act(refused, "refuse");
    await act(refused, "status", { code: 199 });
    await stage.moveTo("2026-03-13T12:00:00Z");
    await act(paid, "status", { code: 541 });
    await stage.moveTo("2026-03-14T12:00:00Z");
    expect([await stage.statusOf(refused), await stage.statusOf(paid)]).toEqual([199, 106]);
  });

  test("any known status can be given, also out of turn", async () => {
    const { il } = await stage.mandate();
    for (const [code, declined] of [
      [97, false],
      [127, true],
      [199, false],
      [106, true],
      [100, false],
    ] as const) {
      await act(il, "status", { code });
      const debit = await stage.debit(il);
      expect([debit.at("status.code"), debit.at("declined")]).toEqual([code, declined]);
    }
    await act(il, "status", { code: 94, declineCode: 274 });
    expect((await stage.debit(il)).at("declined")).toBe(true);
    expect((await act(il, "status", { code: "x" })).status).toBe(422);
    expect((await act("IL-9999-9999-9999", "status", { code: 94 })).status).toBe(404);
  });
});

describe("the switches of the decline", () => {
  const refuse = async (settings: object) => {
    await stage.sim("POST", "/settings", settings);
    const { il } = await stage.mandate();
    const before = (await stage.debit(il)).at("decline");
    await act(il, "refuse", { declineCode: 109 });
    return { before, after: (await stage.debit(il)).at("decline") };
  };

  test("name or reason, 109 or 119, number or text, null or an empty object", async () => {
    const date = expect.stringMatching(/^2026-02-12T/);
    const name = "Administrative reason";
    expect(await refuse({})).toEqual({ before: null, after: { code: 109, name, date } });
    const other = {
      declineNameField: "reason",
      declineCodeType: "text",
      administrativeCode: 119,
      declineWhenNone: "object",
    };
    expect(await refuse(other)).toEqual({
      before: { code: "0", reason: "", date: null },
      after: { code: "119", reason: name, date },
    });
  });
});

describe("settings", () => {
  test("are read, changed in part and refused as a whole", async () => {
    const changed = await stage.sim("POST", "/settings", {
      duplicates: "1",
      locations: { "SL-1000-2000": { method: "TXT_GET" } },
    });
    expect(changed.at("duplicates")).toBe(1);
    expect(changed.at("locations.SL-1000-2000.method")).toBe("TXT_GET");
    const refused = [
      { duplicates: -1 },
      { duplicates: 2, nothing: true },
      { duplicates: 2, validationStatus: 500 },
      { duplicates: 2, locations: { "SL-1000-2000": { method: "FAX" } } },
      { duplicates: 2, locations: { "SL-9999-9999": {} } },
    ];
    for (const input of refused) expect((await stage.sim("POST", "/settings", input)).status).toBe(422);
    expect((await stage.sim("GET", "/settings")).text).toBe(changed.text);
  });

  test("go back to their defaults with everything else on reset; the credentials still work", async () => {
    await stage.sim("POST", "/settings", { duplicates: 3, validationStatus: 422 });
    await stage.mandate();
    await stage.sim("POST", "/reset");
    expect((await stage.sim("GET", "/settings")).at("duplicates")).toBe(0);
    expect((await stage.api("GET", "/directdebits")).at("total")).toBe(0);
    expect((await stage.mandate()).io).toBe("IO-1000-2000-3001");
  });
});

describe("the clock", () => {
  test("goes to the next event, one at a time, and by days", async () => {
    await stage.mandate();
    await stage.simulator.settle();
    const seen: unknown[] = [];
    for (let n = 0; n < 3; n += 1) {
      seen.push((await stage.sim("POST", "/advance", { to: "next" })).textAt("now").slice(0, 16));
    }
    expect(seen).toEqual(["2026-02-26T17:00", "2026-02-27T07:00", "2026-03-04T08:00"]);
    expect(stage.receiver.calls).toHaveLength(5);
    expect((await stage.sim("POST", "/advance", { to: "next" })).status).toBe(409);
    const moved = await stage.sim("POST", "/advance", { days: 2 });
    expect(moved.textAt("now").slice(0, 16)).toBe("2026-03-06T08:00");
    expect((await stage.sim("POST", "/advance", {})).status).toBe(422);
  });

  test("runs faster than real time when told to, and things happen by it", async () => {
    const { il } = await stage.mandate();
    await stage.sim("POST", "/settings", { speedFactor: 1_000_000 });
    await expect.poll(() => stage.statusOf(il), { timeout: 10_000 }).toBe(100);
  });
});

test("the page shows mandates, debits, calls with their answers, and what came from outside as text", async () => {
  await stage.mandate({ reference: "<script>alert(1)</script>" });
  await stage.simulator.settle();
  const page = (await stage.sim("GET", "")).text;
  expect(page).toContain("IO-1000-2000-3001");
  expect(page).toContain("IL-1000-2000-3001");
  expect(page).toContain("200 TRUE| stored");
  expect(page).toContain("/_sim/debits/IL-1000-2000-3001/refuse");
  expect(page).not.toContain("<script>alert(1)");
});

test("the lists of the control surface hold everything", async () => {
  const { io, il } = await stage.mandate();
  expect((await stage.sim("GET", "/mandates")).listAt("").map((one) => pick(one, "code"))).toEqual([io]);
  expect((await stage.sim("GET", "/debits")).listAt("").map((one) => pick(one, "code"))).toEqual([il]);
  expect((await stage.sim("GET", "/credentials")).listAt("")).toHaveLength(3);
  expect((await stage.sim("GET", "/nothing")).status).toBe(404);
});
