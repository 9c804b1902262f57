const LIMIT = 200_000;

/** Text as both databases take it: without NUL, and cut where it is far beyond any real message. */
export function storable(text: string): string {
  const clean = text.replaceAll("\u0000", "\u2400");
  return clean.length > LIMIT ? `${clean.slice(0, LIMIT)}… (${clean.length} characters)` : clean;
}

function inside(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(inside);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inside(inner)]));
}

/**
 * What a provider told, with every text in it as both databases take it. The shape is kept, member by member, so the type
 * is too: that is all the cast says.
 */
export function withStorableTexts<T extends object>(told: T): T {
  return inside(told) as T;
}
