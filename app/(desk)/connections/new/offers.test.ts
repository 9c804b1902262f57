import { describe, expect, it } from "vitest";
import { providers } from "@/lib/providers/registry";
import { obstacle, readChoice } from "./offers";

const bases = (sandbox: string) => ({ baseUrls: { sandbox, production: "https://provider.example" } });

describe("obstacle", () => {
  it("always lets a simulator be set up", () => {
    expect(obstacle(bases(""), "simulator", true)).toBeNull();
  });
  it("keeps a desk with a movable clock away from real providers", () => {
    expect(obstacle(bases("https://test.example"), "production", true)).toBe("movable");
    expect(obstacle(bases("https://test.example"), "production", false)).toBeNull();
  });
  it("says when the provider has no such environment, whatever the clock", () => {
    expect(obstacle(bases(""), "sandbox", false)).toBe("not_offered");
    expect(obstacle(bases(""), "sandbox", true)).toBe("not_offered");
  });
});

describe("readChoice", () => {
  const [id = ""] = Object.keys(providers);
  it("takes a provider and an environment that can be had", () => {
    expect(readChoice(providers, { provider: id, environment: "simulator" }, true)).toMatchObject({
      provider: { id },
      environment: "simulator",
    });
  });
  it.each([
    { provider: undefined, environment: "simulator" },
    { provider: "toString", environment: "simulator" },
    { provider: id, environment: "moon" },
    { provider: id, environment: undefined },
    { provider: id, environment: "production" },
  ])("chooses nothing for %j on a desk with a movable clock", (asked) => {
    expect(readChoice(providers, asked, true)).toBeNull();
  });
});
