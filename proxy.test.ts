import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { ADDRESS_HEADER } from "@/lib/access/own-path";
import { proxy } from "./proxy";

/** The header as a page gets it: the framework hands overridden request headers on under this name. */
const told = (url: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(url, { headers })).headers.get(`x-middleware-request-${ADDRESS_HEADER}`);

describe("the address that was asked for", () => {
  it("is told to the page, without what the framework adds", () => {
    expect(told("http://desk.example/payments?window=2026-12&_rsc=abc")).toBe("/payments?window=2026-12");
  });

  it("is never what the caller says it is", () => {
    expect(told("http://desk.example/runs", { [ADDRESS_HEADER]: "/connections" })).toBe("/runs");
  });
});
