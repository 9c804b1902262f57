import { createHash, randomBytes } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import { newId } from "./ids";
import { newKey, randomFrom, randomShare } from "./random";

/** The same bytes in the same order, every time. */
function seeded(seed: string) {
  let n = 0;
  return (bytes: number) => createHash("sha512").update(`${seed}${n++}`).digest().subarray(0, bytes);
}

afterEach(() => randomFrom(randomBytes));

it("makes keys that a strict reader takes for a UUID v4, each another", () => {
  const keys = Array.from({ length: 200 }, newKey);
  for (const key of keys) expect(z.uuidv4().safeParse(key).success, key).toBe(true);
  expect(new Set(keys).size).toBe(200);
});

it("keeps shares from 0 up to but not 1", () => {
  for (let i = 0; i < 1_000; i += 1) {
    const share = randomShare();
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThan(1);
  }
  randomFrom((bytes) => Buffer.alloc(bytes, 255));
  expect(randomShare()).toBeLessThan(1);
});

it("repeats itself under a seed, and not under another", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const draw = (seed: string) => {
    randomFrom(seeded(seed));
    return [newId("pay", now), newKey(), randomShare()];
  };
  expect(draw("a")).toEqual(draw("a"));
  expect(draw("a")).not.toEqual(draw("b"));
});
