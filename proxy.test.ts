import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { ADDRESS_HEADER } from "@/lib/access/own-path";
import { LARGEST_FORM } from "@/lib/kernel/form-limit";
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

describe("a form that is too large", () => {
  const posted = (bytes: number, locale: string) =>
    proxy(
      new NextRequest("http://desk.example/debtors/new", {
        method: "POST",
        headers: { "content-length": String(bytes), "accept-language": locale },
      }),
    );

  it("is refused with a sentence in the reader's language, before anything reads it", async () => {
    const answer = posted(LARGEST_FORM + 1, "da-DK");
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("Intet er sendt");
  });

  it("is taken up to the limit", () => {
    expect(posted(LARGEST_FORM, "en").status).toBe(200);
  });
});
