/** The header in which the proxy says which address of the desk was asked for. */
export const ADDRESS_HEADER = "x-address";

const NOWHERE = "http://desk.invalid";

/**
 * A path of this desk that somebody may be led to after signing in; null for another host's, however it is written, and
 * for what is no page.
 */
export function ownPath(text: string | null | undefined): string | null {
  if (!text?.startsWith("/") || text.length > 2_000 || !URL.canParse(text, NOWHERE)) return null;
  const { origin, pathname, search } = new URL(text, NOWHERE);
  if (origin !== NOWHERE || pathname.startsWith("//")) return null;
  if (pathname === "/" && search === "") return null;
  return /^\/(api|_next|sign-in)(\/|$)/.test(pathname) ? null : pathname + search;
}
