import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

describe("where somebody may be led to after signing in", () => {
  it.each([
    "/payments",
    "/payments/pay_1",
    "/payments?window=2026-12&test=true",
    "/runs/run_1?show=excluded",
  ])("is a page of this desk: %s", (path) => expect(ownPath(path)).toBe(path));

  it.each([
    "https://evil.example/payments",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "payments",
    "",
    null,
    undefined,
    "/",
    "/sign-in",
    "/sign-in?to=/sign-in",
    "/api/auth/signout",
    "/_next/static/a.js",
    `/payments?q=${"x".repeat(3_000)}`,
  ])("is not %j", (path) => expect(ownPath(path)).toBeNull());
});
