import { describe, expect, it } from "vitest";
import { memoryClock } from "./clock";
import { openJournal } from "./journal";
import { openSimulator } from "./simulator";

const line = (more: { request?: string; effect?: string | null } = {}) => ({
  at: "2026-11-10T09:00:00.000Z",
  method: "POST",
  path: "/payments",
  query: "",
  headers: {},
  request: "",
  status: 200,
  answer: "",
  effect: null,
  fault: null,
  ...more,
});

describe("what a simulator remembers", () => {
  it("tells what was changed since an entry, and nothing of what only read", () => {
    const journal = openJournal();
    journal.note(line({ effect: "made a" }));
    journal.note(line());
    journal.note(line({ effect: "made b" }));
    expect(journal.effectsSince(0)).toEqual({
      forgotten: 0,
      effects: [
        { n: 1, effect: "made a" },
        { n: 3, effect: "made b" },
      ],
    });
    expect(journal.effectsSince(1).effects).toEqual([{ n: 3, effect: "made b" }]);
    expect(journal.effectsSince(3).effects).toEqual([]);
  });

  it("says that it has forgotten what somebody may have missed", () => {
    const journal = openJournal({ entries: 10, characters: 1_000, effects: 2 });
    for (const name of ["a", "b", "c"]) journal.note(line({ effect: name }));
    expect(journal.effectsSince(0)).toMatchObject({ forgotten: 1, effects: [{ n: 2 }, { n: 3 }] });
    journal.forget();
    expect(journal.effectsSince(0)).toEqual({ forgotten: 3, effects: [] });
  });

  it("keeps effects longer than the entries they came from", () => {
    const journal = openJournal({ entries: 1, characters: 1_000, effects: 10 });
    for (const name of ["a", "b", "c"]) journal.note(line({ effect: name }));
    expect(journal.entries).toHaveLength(1);
    expect(journal.effectsSince(0).effects).toHaveLength(3);
  });

  it("lets the oldest go when the bodies fill the memory, and always keeps the last", () => {
    const journal = openJournal({ entries: 100, characters: 25, effects: 10 });
    for (let n = 0; n < 5; n += 1) journal.note(line({ request: "x".repeat(10) }));
    expect(journal.entries.map((one) => one.n)).toEqual([4, 5]);
    journal.note(line({ request: "x".repeat(100) }));
    expect(journal.entries.map((one) => one.n)).toEqual([6]);
  });
});

describe("the control route of effects", () => {
  const ask = async (query: string) => {
    const simulator = openSimulator({
      name: "any",
      clock: memoryClock(new Date("2026-11-10T09:00:00Z")),
      handle: ({ path }) => ({ status: 200, effect: `made ${path}` }),
      page: () => "",
    });
    const request = (method: string, path: string) =>
      simulator.respond({
        method,
        path: path.split("?")[0] ?? "",
        url: new URL(path, "http://127.0.0.1"),
        headers: {},
        raw: Buffer.alloc(0),
      });
    await request("POST", "/a");
    await request("POST", "/b");
    const served = await request("GET", `/_sim/effects${query}`);
    if (served.kind !== "whole") throw new Error(served.kind);
    return { status: served.answer.status, body: JSON.parse(served.answer.body.toString("utf8")) };
  };

  it.each([
    ["", ["made /a", "made /b"]],
    ["?since=1", ["made /b"]],
    ["?since=2", []],
  ])("answers what was made since: %s", async (query, effects) => {
    const { status, body } = await ask(query);
    expect([status, body.effects.map((one: { effect: string }) => one.effect)]).toEqual([200, effects]);
  });

  it.each(["?since=x", "?since=-1", "?since=1.5", "?since="])(
    "refuses what is no entry: %s",
    async (query) => {
      expect((await ask(query)).status).toBe(422);
    },
  );
});
