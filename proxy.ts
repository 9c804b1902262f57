import { type NextRequest, NextResponse } from "next/server";
import { ADDRESS_HEADER } from "@/lib/access/own-path";
import { chooseLocale, LOCALE_COOKIE } from "@/lib/i18n/locale-choice";
import { form } from "@/lib/i18n/messages/form";
import { LARGEST_FORM } from "@/lib/kernel/form-limit";

/** A page does not know its own address; one that sends somebody to sign in says by it where they wanted to go. */
function addressOf({ nextUrl }: NextRequest): string {
  const wanted = new URLSearchParams(nextUrl.searchParams);
  wanted.delete("_rsc");
  return wanted.size > 0 ? `${nextUrl.pathname}?${wanted}` : nextUrl.pathname;
}

/** A form that no action will read: the framework would answer it as a fault of ours. Null when it may go on. */
function refuseTooLarge({ method, headers, cookies }: NextRequest): NextResponse | null {
  if (method !== "POST" || Number(headers.get("content-length") ?? 0) <= LARGEST_FORM) return null;
  const locale = chooseLocale(cookies.get(LOCALE_COOKIE)?.value, headers.get("accept-language"));
  const type = "text/plain; charset=utf-8";
  return new NextResponse(form[locale].tooLarge, { status: 413, headers: { "content-type": type } });
}

/**
 * A fresh nonce per page: only scripts that carry it run, so markup that slipped into a text stays text. Nothing is
 * decided about rights here; that is the verbs' matter.
 */
export function proxy(request: NextRequest) {
  const refused = refuseTooLarge(request);
  if (refused) return refused;
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
    {
      source: "/((?!api/|_next/|icon.svg|favicon.ico|robots.txt).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};
