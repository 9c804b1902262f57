/**
 * Whether a request was made by a page of this desk: its origin is the host it was sent to. For routes that a browser
 * calls with its cookie and that are not server actions, which are checked by the framework.
 */
export function sameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
