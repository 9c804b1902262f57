import { describe, expect, it } from "vitest";
import { type Around, judge } from "./judge";

const row = { generation: 3, token: "t3" };
const seen = { ...row, place: "file 7", machine: "m", left: [] };
const around: Around = { place: "file 7", machine: "m", company: false, lost: false, history: true };

describe("O3, O4: whether these are the data that were here before", () => {
  it.each([
    ["a new database", null, null, { history: false }, { kind: "begin" }],
    ["the one this machine knows", row, seen, {}, { kind: "same" }],
    ["one that nobody here has seen", row, null, {}, { kind: "fence", why: "no_witness" }],
    ["one that others are in", row, null, { company: true }, { kind: "adopt" }],
    ["another file or server", row, seen, { place: "file 8" }, { kind: "fence", why: "elsewhere" }],
    ["another machine", row, seen, { machine: "n" }, { kind: "fence", why: "elsewhere" }],
    ["one that lacks what has left", row, seen, { lost: true }, { kind: "fence", why: "older" }],
    ["one from before a fence", { generation: 2, token: "t2" }, seen, {}, { kind: "fence", why: "older" }],
    ["one that was fenced and let go elsewhere", { generation: 4, token: "t4" }, seen, {}, { kind: "adopt" }],
    [
      "a copy that was let go by itself",
      { ...row, token: "other" },
      seen,
      {},
      { kind: "fence", why: "forked" },
    ],
    ["a history that does not say whose", null, null, {}, { kind: "fence", why: "no_record" }],
    // A copy on its way through another machine is newer, and still in another place.
    [
      "a newer one in another place",
      { generation: 4, token: "t4" },
      seen,
      { place: "file 8" },
      { kind: "fence", why: "elsewhere" },
    ],
  ] as const)("%s", (_name, stored, known, change, verdict) => {
    const remembered = known ? { ...known, left: [...known.left] } : null;
    expect(judge(stored, remembered, { ...around, ...change })).toEqual(verdict);
  });
});
