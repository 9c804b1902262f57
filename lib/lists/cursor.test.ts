import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { readCursor, type SortKind, type SortValue, writeCursor } from "./cursor";

const kinds: SortKind[] = ["instant", "day", "integer", "text"];

describe("a cursor", () => {
  it.each<[SortKind, SortValue]>([
    ["instant", new Date("2026-11-20T09:00:00.123Z")],
    ["day", "2026-12-01"],
    ["integer", -5],
    ["text", "soren ☃ 100234"],
  ])("of kind %s comes back as it was", (kind, value) => {
    const text = writeCursor("-x", { value, id: "pay_01" });
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(readCursor("-x", kind, text)).toEqual({ value, id: "pay_01" });
  });

  it("belongs to its order", () => {
    const text = writeCursor("amount", { value: 5, id: "pay_01" });
    expect(() => readCursor("-amount", "integer", text)).toThrow(AppError);
  });

  const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  it.each<[SortKind, string]>([
    ["instant", made("x", 1.5, "a")],
    ["instant", made("x", -1, "a")],
    ["instant", made("x", 1e17, "a")],
    ["instant", made("x", "2026-11-20", "a")],
    ["day", made("x", "2026-02-30", "a")],
    ["integer", made("x", "5", "a")],
    ["text", made("x", "a\u0000b", "a")],
    ["text", '["x","\ud800","a"]'],
    ["integer", made("x", 5, "a' or 1=1")],
    ["integer", made("x", 5, "a\u0000")],
    ["integer", made("x", 5)],
    ["integer", made("x", 5, "a", "b")],
    ["integer", made("x", 5, { toString: 1 })],
    ["integer", ""],
    ["integer", "x".repeat(100_000)],
  ])("that was made up is refused: %s %s", (kind, text) => {
    expect(() => readCursor("x", kind, text)).toThrow(AppError);
  });

  it("never throws anything else, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.oneof(fc.string(), fc.json()), (kind, text) => {
        for (const given of [text, Buffer.from(text).toString("base64url")])
          expect(() => readCursor("x", kind, given)).toThrow(
            expect.objectContaining({ code: "invalid", fields: { after: "cursor" } }),
          );
      }),
    );
  });
});
