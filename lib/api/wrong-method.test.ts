import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wrongMethod } from "./wrong-method";

const root = join(import.meta.dirname, "../..");
const routeFiles = readdirSync(join(root, "app/api/v1"), { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith("route.ts") && !file.includes("[...path]"),
);
/** Those that a route can answer; HEAD follows GET, and anything else the framework refuses. */
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const ask = (path: string, method = "DELETE") =>
  wrongMethod(new Request(`http://desk.example${path}`, { method }));

describe("a method that an address does not take", () => {
  it.each(routeFiles)("%s: gets an answer of ours, never the framework's empty one", async (file) => {
    const route: Record<string, unknown> = await import(join(root, "app/api/v1", file));
    expect(methods.filter((method) => typeof route[method] !== "function")).toEqual([]);
    expect(methods.filter((method) => route[method] !== wrongMethod).length).toBeGreaterThan(0);
  });

  it.each([
    ["/api/v1/payments", "GET, HEAD, POST"],
    ["/api/v1/payments/pay_1", "GET, HEAD"],
    ["/api/v1/payments/pay_1/cancel", "POST"],
    ["/api/v1/openapi.json", "GET, HEAD"],
  ])("%s: is a problem that says what it takes", async (path, allow) => {
    const response = ask(path);
    expect([response.status, response.headers.get("allow")]).toEqual([405, allow]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ status: 405, code: "method_not_allowed" });
  });
});
