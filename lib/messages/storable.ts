const LIMIT = 200_000;

/** Text as both databases take it: without NUL, and cut where it is far beyond any real message. */
export function storable(text: string): string {
  const clean = text.replaceAll("\u0000", "\u2400");
  return clean.length > LIMIT ? `${clean.slice(0, LIMIT)}… (${clean.length} characters)` : clean;
}
