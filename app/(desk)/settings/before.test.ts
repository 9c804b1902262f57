import { describe, expect, it } from "vitest";
import { readBefore } from "./before";

describe("readBefore", () => {
  it("reads an entry's number", () => {
    expect(readBefore("51")).toBe(51);
  });
  it.each([undefined, "", "0", "-3", "1e3", "abc", "12345678901234567890"])("takes %j for none", (text) => {
    expect(readBefore(text)).toBeUndefined();
  });
});
