import { expect, it } from "vitest";
import { inTurns } from "./in-turns";

const queues: Record<string, string[]> = {
  silent: Array.from({ length: 1_000 }, (_, n) => `silent ${n}`),
  well: ["well 0", "well 1"],
  quiet: ["quiet 0"],
};
const dueOf = async (id: string, share: number) => (queues[id] ?? []).slice(0, share);

it("gives each connection its share, and nobody waits behind all of another's", async () => {
  const due = await inTurns(["silent", "well", "quiet"], 9, dueOf);
  expect(due).toEqual(["silent 0", "well 0", "quiet 0", "silent 1", "well 1", "silent 2"]);
});

it("gives one alone the whole, and each of many at least one", async () => {
  expect(await inTurns(["silent"], 9, dueOf)).toHaveLength(9);
  expect(await inTurns(["silent", "well", "quiet"], 2, dueOf)).toEqual(["silent 0", "well 0", "quiet 0"]);
  expect(await inTurns([], 9, dueOf)).toEqual([]);
});
