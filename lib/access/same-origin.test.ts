import { describe, expect, it } from "vitest";
import { sameOrigin } from "./same-origin";

const from = (headers: Record<string, string>) =>
  sameOrigin(new Request("http://desk.example/x", { method: "POST", headers }));

describe("a request from a page of this desk", () => {
  it("names the host it was sent to as its origin", () => {
    expect(from({ origin: "https://desk.example:4000", host: "desk.example:4000" })).toBe(true);
  });
  it.each([
    ["another site", { origin: "https://evil.example", host: "desk.example" }],
    ["another port", { origin: "https://desk.example:1", host: "desk.example" }],
    ["no page at all", { host: "desk.example" }],
    ["a sandboxed frame", { origin: "null", host: "desk.example" }],
    ["a host that only begins alike", { origin: "https://desk.example.evil", host: "desk.example" }],
  ])("is not one from %s", (_, headers) => {
    expect(from(headers)).toBe(false);
  });
});
