import { describe, expect, it } from "vitest";
import { readPart } from "./part";

describe("readPart", () => {
  it("opens the part that the address names", () => {
    expect(readPart("events")).toBe("events");
  });
  it.each([undefined, "", "secrets"])("opens the first for %j", (text) => {
    expect(readPart(text)).toBe("agreements");
  });
});
