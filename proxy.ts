import { type NextRequest, NextResponse } from "next/server";
import { ADDRESS_HEADER } from "@/lib/access/own-path";

/** A page does not know its own address; one that sends somebody to sign in says by it where they wanted to go. */
function addressOf({ nextUrl }: NextRequest): string {
  const wanted = new URLSearchParams(nextUrl.searchParams);
  wanted.delete("_rsc");
  return wanted.size > 0 ? `${nextUrl.pathname}?${wanted}` : nextUrl.pathname;
}

/**
 * A fresh nonce per page: only scripts that carry it run, so markup that slipped into a text stays text. Nothing is
 * decided about rights here; that is the verbs' matter.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // React writes a few style attributes; they cannot run anything.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set(ADDRESS_HEADER, addressOf(request));
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    { source: "/((?!api/|_next/|icon.svg).*)", missing: [{ type: "header", key: "next-router-prefetch" }] },
  ],
};
