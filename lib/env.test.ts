import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { variables } from "./env";

it("has each variable on the operator's list", () => {
  const page = readFileSync("docs/operating.md", "utf8");
  // What the kill proof needs is told where it is: nobody sets it in earnest.
  const theirs = Object.keys(variables).filter((name) => !name.startsWith("CRASH_"));
  expect(theirs.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
});
