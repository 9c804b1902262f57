import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { bugs } from "./bugs";

it("has at least forty bugs, each with a name of its own", () => {
  expect(bugs.length).toBeGreaterThanOrEqual(40);
  expect(new Set(bugs.map((one) => one.id)).size).toBe(bugs.length);
});

it.each(bugs.map((one) => [one.id, one] as const))(
  "%s still fits the code it would break",
  (_, { edits }) => {
    for (const { file, find, replace } of edits) {
      expect(readFileSync(file, "utf8").split(find).length - 1, `${file}: ${find}`).toBe(1);
      expect(replace).not.toBe(find);
    }
  },
);
